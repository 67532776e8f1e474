import { type ProfessionId, professions, type RegulatorId } from '../reference/professions.ts';
import { hcpcPrefixes, regulatorOf } from '../reference/regulators.ts';
import { accepted, refused, type Result } from '../kernel/result.ts';

/** Why a number was not taken; `dispensing-optician` is a fact to explain, not a mistake in typing. */
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
  /** Capital letters, no spaces or hyphens; GMC without the C of NHS systems. */
  readonly number: string;
}

const firstRegulatorOf = (profession: ProfessionId): RegulatorId | undefined =>
  professions.find(({ id }) => id === profession)?.regulators[0];

const tidy = (raw: string): string =>
  raw
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Pd}./]/gu, '');

const dropPrefix = (regulator: RegulatorId, number: string): string =>
  regulator === 'gmc' ? number.replace(/^C/, '') : number;

/**
 * Reads a registration number as somebody wrote it.
 * @param raw any case, with or without spaces and hyphens
 * @param regulator where a profession has two (pharmacists in Great Britain and Northern Ireland): which
 */
export const checkRegistrationNumber = (
  profession: ProfessionId,
  raw: string,
  regulator: RegulatorId | undefined = firstRegulatorOf(profession),
): Result<CheckedNumber, NumberRefusal> => {
  if (regulator === undefined) throw new Error(`no regulator for ${profession}`);
  const number = dropPrefix(regulator, tidy(raw));
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
