import { type ProfessionId, professions, type RegulatorId } from '../reference/professions.ts';
import { hcpcPrefixes, regulatorOf } from '../reference/regulators.ts';
import { accepted, refused, type Result } from '../kernel/result.ts';

/**
 * Reasons for refusing a registration number. `dispensing-optician` needs an explanation, because that
 * refusal is not due to a typing error.
 */
export type NumberRefusal =
  | { readonly code: 'wrong-shape'; readonly regulator: RegulatorId; readonly example: string }
  | {
      readonly code: 'wrong-prefix';
      readonly regulator: 'hcpc';
      readonly expected: string;
      readonly found: string;
    }
  | { readonly code: 'dispensing-optician'; readonly regulator: 'goc' };

export interface CheckedNumber {
  readonly regulator: RegulatorId;
  /** The number in capitals, without spaces or hyphens. A GMC number lacks the C that NHS systems add. */
  readonly number: string;
}

const firstRegulatorOf = (profession: ProfessionId): RegulatorId | undefined =>
  professions.find(({ id }) => id === profession)?.regulators[0];

/** Words that people write around a number: the name of the register, "PIN", "No". */
const AROUND_NUMBER =
  /(?<![A-Z])(?:GPHC|NMC|HCPC|GMC|GDC|GOC|PSNI|PINS?|NO|NR|NUMBER|REG(?:ISTRATION)?)(?![A-Z])/gu;

const tidy = (raw: string): string =>
  raw
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(AROUND_NUMBER, '')
    .replace(/[\s\p{Pd}./()#:,]/gu, '');

/** Positions of digits in numbers that have letters too; all others are digits throughout. */
const DIGITS: Readonly<Partial<Record<RegulatorId, RegExp>>> = {
  nmc: /(?<=^.?)O|(?<=^.{3,6})O/gu,
  hcpc: /(?<=^[A-Z]{2}.*)O/gu,
  psni: /(?<=\d)O/gu,
};

/** Reads the letter O as a nought where only a digit can stand. */
const withNoughts = (regulator: RegulatorId, number: string): string =>
  number.replace(DIGITS[regulator] ?? /O/gu, '0');

const dropPrefix = (regulator: RegulatorId, number: string): string =>
  regulator === 'gmc' ? number.replace(/^C/, '') : number;

/**
 * Parses a registration number.
 * @param raw the number as typed, in any case, with or without spaces and hyphens, the name of the register, and the letter
 *   O for a nought
 * @param regulator the regulator, for a profession that has two (pharmacists in Great Britain and Northern
 * Ireland)
 */
export const checkRegistrationNumber = (
  profession: ProfessionId,
  raw: string,
  regulator: RegulatorId | undefined = firstRegulatorOf(profession),
): Result<CheckedNumber, NumberRefusal> => {
  if (regulator === undefined) throw new Error(`no regulator for ${profession}`);
  const number = withNoughts(regulator, dropPrefix(regulator, tidy(raw)));
  const { pattern, example } = regulatorOf(regulator);
  if (regulator === 'goc' && /^D\d+$/.test(number))
    return refused({ code: 'dispensing-optician', regulator });
  if (!pattern.test(number)) return refused({ code: 'wrong-shape', regulator, example });
  if (regulator !== 'hcpc') return accepted({ regulator, number });
  const expected = hcpcPrefixes[profession];
  return expected === undefined || number.startsWith(expected)
    ? accepted({ regulator, number })
    : refused({ code: 'wrong-prefix', regulator, expected, found: number.slice(0, 2) });
};
