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
