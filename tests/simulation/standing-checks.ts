import { londonDay } from '../../shared/kernel/time.ts';
import { excludedBy } from './excluded.ts';
import type { Committed, Ledger } from './ledger.ts';

type Tell = (what: string) => void;

/** States in which somebody does not hold their registration number. */
const over: readonly string[] = ['unconfirmed', 'refused', 'merged', 'withdrawn', 'erased'];

/**
 * Checks that nobody whom the table of states excludes gets an offer, that nobody is listed without a proof after a check,
 * and that two listings never hold one number.
 */
export const standingIsKept = (history: Ledger, commit: Committed, tell: Tell): void => {
  for (const { before, after } of commit.offers) {
    if (before !== undefined) continue;
    const asked = commit.practitioners.find((one) => one.after.id === after.practitionerId)?.before;
    const reason =
      asked === undefined || asked.state === 'erased'
        ? 'unknown'
        : excludedBy(asked, londonDay(after.madeAt));
    if (reason !== undefined) tell(`offer ${after.id} is made to ${after.practitionerId}, who is ${reason}`);
  }
  for (const { before, after } of commit.practitioners) {
    const waited = before !== undefined && ['awaiting-check', 'awaiting-proof'].includes(before.state);
    if (waited && after.state === 'listed' && after.proof === undefined)
      tell(`practitioner ${after.id} is listed without a proof`);
    if (over.includes(after.state) || after.claimsNumberOf !== undefined) continue;
    for (const other of history.practitioners.values())
      if (
        other.id !== after.id &&
        !over.includes(other.state) &&
        other.claimsNumberOf === undefined &&
        other.registrationNumber === after.registrationNumber
      )
        tell(`practitioners ${after.id} and ${other.id} hold one number`);
  }
};
