import { describe, expect, it } from 'vitest';
import { checkRegistrationNumber } from '../../../shared/people/registration-number.ts';
import type { ProfessionId, RegulatorId } from '../../../shared/reference/professions.ts';

const number = (profession: ProfessionId, raw: string, regulator?: RegulatorId) =>
  checkRegistrationNumber(profession, raw, regulator);

describe('a registration number', () => {
  it.each([
    ['pharmacist', ' 201-2345 ', '2012345'],
    ['nurse', '01a2345n', '01A2345N'],
    ['midwife', '01 A 2345 N', '01A2345N'],
    ['physiotherapist', 'ph 123456', 'PH123456'],
    ['podiatrist', 'CH1', 'CH1'],
    ['therapeutic-radiographer', 'RA12345', 'RA12345'],
    ['diagnostic-radiographer', 'RA12345', 'RA12345'],
    ['doctor', 'C1234567', '1234567'],
    ['doctor', '1234567', '1234567'],
    ['optometrist', '01-12345', '0112345'],
    ['optometrist', '01–123456', '01123456'],
    ['dentist', '1234', '1234'],
  ] as const)('of a %s is taken as %s however it is written', (profession, raw, tidy) => {
    expect(number(profession, raw)).toMatchObject({ ok: true, value: { number: tidy } });
  });

  it.each([
    ['pharmacist', '201234'],
    ['pharmacist', '20123456'],
    ['nurse', '0112345N'],
    ['physiotherapist', 'PH1234567'],
    ['doctor', 'CC1234567'],
    ['doctor', '123456'],
    ['optometrist', '01-1'],
    ['dentist', '123'],
    ['dentist', '1234567'],
  ] as const)('of a %s is not %s', (profession, raw) => {
    expect(number(profession, raw)).toMatchObject({ ok: false, refusal: { code: 'wrong-shape' } });
  });

  it('of a Health and Care Professions Council profession starts with its own letters', () => {
    expect(number('paramedic', 'PH12345')).toMatchObject({
      refusal: { code: 'wrong-prefix', expected: 'PA', found: 'PH' },
    });
  });

  it('that starts with D is a dispensing optician’s, which is explained', () => {
    expect(number('optometrist', 'D-12345')).toMatchObject({ refusal: { code: 'dispensing-optician' } });
  });

  it('of a pharmacist in Northern Ireland is taken leniently', () => {
    expect(number('pharmacist', '4321', 'psni')).toMatchObject({
      ok: true,
      value: { regulator: 'psni', number: '4321' },
    });
  });
});
