import { type ProfessionId, professions, type RegulatorId } from '../reference/professions.ts';
import { hcpcPrefixes, regulatorOf } from '../reference/regulators.ts';
import { accepted, refused, type Result } from '../kernel/result.ts';

/**
 * Reasons for refusing a registration number. The last three need an explanation, because they are not due to a typing
 * error: the number is of somebody, or of something, that cannot prescribe.
 */
export type NumberRefusal =
  | { readonly code: 'wrong-shape'; readonly regulator: RegulatorId; readonly example: string }
  | {
      readonly code: 'wrong-prefix';
      readonly regulator: 'hcpc';
      readonly expected: string;
      readonly found: string;
    }
  | { readonly code: 'dispensing-optician'; readonly regulator: 'goc' }
  | { readonly code: 'associate'; readonly regulator: 'gmc' }
  | { readonly code: 'technician-or-premises'; readonly regulator: 'gphc' };

export interface CheckedNumber {
  readonly regulator: RegulatorId;
  /** The number in capitals, without spaces or hyphens. A GMC number lacks the C that NHS systems add. */
  readonly number: string;
}

const firstRegulatorOf = (profession: ProfessionId): RegulatorId | undefined =>
  professions.find(({ id }) => id === profession)?.regulators[0];

/** Words that people write around a number: the name of the register, "PIN", "No". */
const AROUND_NUMBER = new RegExp(
  `(?<![A-Z])(?:${[
    'GPHC|NMC|HCPC|GMC|GDC|GOC|PSNI',
    'GENERAL|PHARMACEUTICAL|NURSING|MIDWIFERY|HEALTH|CARE|PROFESSIONS|MEDICAL|DENTAL|OPTICAL|AND|COUNCIL',
    'PINS?|NO|NR|NUMBER|REG(?:ISTER|ISTRATION|ISTERED)?',
  ].join('|')})(?![A-Z])`,
  'gu',
);

const tidy = (raw: string): string =>
  raw
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(AROUND_NUMBER, '')
    .replace(/[\s\p{Pd}./()[\]#:;,°º&]/gu, '');

/** Letters that stand for a digit, in numbers that have other letters too; all other numbers are digits throughout. */
const DIGITS: Readonly<Partial<Record<RegulatorId, RegExp>>> = {
  nmc: /(?<=^.?)[OIL]|(?<=^.{3,6})[OIL]/gu,
  hcpc: /(?<=^[A-Z]{2}.*)[OIL]/gu,
  psni: /(?<=\d)[OIL]/gu,
};

/** Reads the letters O, I and L as the digits 0 and 1 where only a digit can stand. */
const withDigits = (regulator: RegulatorId, number: string): string =>
  number.replace(DIGITS[regulator] ?? /[OIL]/gu, (letter) => (letter === 'O' ? '0' : '1'));

/** Drops the C that NHS systems add to a GMC number, and adds the letters that an HCPC number was written without. */
const withPrefix = (regulator: RegulatorId, number: string, letters: string | undefined): string => {
  if (regulator === 'gmc') return number.replace(/^C/, '');
  return regulator === 'hcpc' && /^\d{4,6}$/.test(number) ? `${letters ?? ''}${number}` : number;
};

/** Recognises the numbers of others on the same register, who cannot prescribe. */
const ofSomebodyElse = (regulator: RegulatorId, number: string): NumberRefusal | undefined => {
  if (regulator === 'goc' && /^D\d+$/.test(number)) return { code: 'dispensing-optician', regulator };
  if (regulator === 'gmc' && /^A\d{6,7}$/.test(number)) return { code: 'associate', regulator };
  return regulator === 'gphc' && /^[013-9]\d{6}$/.test(number)
    ? { code: 'technician-or-premises', regulator }
    : undefined;
};

/**
 * Parses a registration number.
 * @param raw the number as typed, in any case, with or without spaces and hyphens, the name of the register, the letters of
 *   an HCPC profession, and letters for the digits that look like them
 * @param regulator the regulator, for a profession that has two (pharmacists in Great Britain and Northern
 * Ireland)
 */
export const checkRegistrationNumber = (
  profession: ProfessionId,
  raw: string,
  regulator: RegulatorId | undefined = firstRegulatorOf(profession),
): Result<CheckedNumber, NumberRefusal> => {
  if (regulator === undefined) throw new Error(`no regulator for ${profession}`);
  const expected = hcpcPrefixes[profession];
  const number = withDigits(regulator, withPrefix(regulator, tidy(raw), expected));
  const { pattern, example } = regulatorOf(regulator);
  const other = ofSomebodyElse(regulator, number);
  if (other !== undefined) return refused(other);
  if (!pattern.test(number)) return refused({ code: 'wrong-shape', regulator, example });
  if (regulator !== 'hcpc') return accepted({ regulator, number });
  return expected === undefined || number.startsWith(expected)
    ? accepted({ regulator, number })
    : refused({ code: 'wrong-prefix', regulator, expected, found: number.slice(0, 2) });
};
