import { expect, test } from 'vitest';
import { checkRegistrationNumber } from '../../../shared/people/registration-number.ts';
import type { ProfessionId, RegulatorId } from '../../../shared/reference/professions.ts';

const read = (profession: ProfessionId, raw: string): string => {
  const checked = checkRegistrationNumber(profession, raw);
  return checked.ok ? checked.value.number : checked.refusal.code;
};

test.each<[ProfessionId, string, string]>([
  ['doctor', 'C1234567', '1234567'],
  ['doctor', 'c 123-4567', '1234567'],
  ['doctor', '1C234567', 'wrong-shape'],
  ['doctor', 'C12345678', 'wrong-shape'],
  ['doctor', 'CC1234567', 'wrong-shape'],
  ['pharmacist', 'C2054321', 'wrong-shape'],
  ['optometrist', 'D-12345', 'dispensing-optician'],
  ['optometrist', 'AD12345', 'wrong-shape'],
  ['optometrist', 'D12345A', 'wrong-shape'],
  ['pharmacist', 'D12345', 'wrong-shape'],
  ['physiotherapist', 'PH12345', 'PH12345'],
  ['physiotherapist', 'PA12345', 'wrong-prefix'],
  ['nurse', '12A3456E', '12A3456E'],
  ['pharmacist', 'GPhC 2012347', '2012347'],
  ['pharmacist', '2012354 (GPhC)', '2012354'],
  ['pharmacist', 'GPhC No. 2012354', '2012354'],
  ['pharmacist', 'GPhC2012347', '2012347'],
  ['pharmacist', '2O12353', '2012353'],
  ['nurse', 'NMC PIN 98I1236E', '98I1236E'],
  ['nurse', 'pin: 98i1236e', '98I1236E'],
  ['nurse', '9OI1O36O', '90I1036O'],
  ['doctor', 'GMC 1234569', '1234569'],
  ['doctor', 'GMC number C1234569', '1234569'],
  ['physiotherapist', 'HCPC PH12346', 'PH12346'],
  ['physiotherapist', 'PH O12348', 'PH012348'],
  ['dentist', 'GDC 123457', '123457'],
  ['pharmacist', 'NO', 'wrong-shape'],
  ['pharmacist', 'General Pharmaceutical Council registration no. 2012347', '2012347'],
  ['pharmacist', '20I23l7', '2012317'],
  ['pharmacist', '5012347', 'technician-or-premises'],
  ['pharmacist', '9012347', 'technician-or-premises'],
  ['physiotherapist', '12346', 'PH12346'],
  ['therapeutic-radiographer', 'HCPC 12346', 'RA12346'],
  ['physiotherapist', '123', 'wrong-shape'],
  ['paramedic', 'PA I2346', 'PA12346'],
  ['doctor', 'A123456', 'associate'],
  ['doctor', 'GMC A1234567', 'associate'],
  ['optometrist', 'GOC 01-12345', '0112345'],
  ['optometrist', '12345', 'wrong-shape'],
  ['dentist', 'GDC No 012345', '012345'],
])('a %s who writes %s: %s', (profession, raw, result) => {
  expect(read(profession, raw)).toBe(result);
});

test('the letters of a Health and Care Professions Council number say which profession they are for', () => {
  expect(checkRegistrationNumber('physiotherapist', 'pa 12345')).toEqual({
    ok: false,
    refusal: { code: 'wrong-prefix', regulator: 'hcpc', expected: 'PH', found: 'PA' },
  });
});

test('letters bind only those who are registered there', () => {
  const given = (profession: ProfessionId, raw: string, regulator: RegulatorId) =>
    checkRegistrationNumber(profession, raw, regulator);
  expect(given('physiotherapist', '1234567', 'gmc')).toMatchObject({ value: { number: '1234567' } });
  expect(given('pharmacist', 'PA12345', 'hcpc')).toMatchObject({ value: { number: 'PA12345' } });
});

test('a profession without a regulator is a surprise', () => {
  expect(() => checkRegistrationNumber('astronaut' as ProfessionId, '1')).toThrow(
    'no regulator for astronaut',
  );
});
