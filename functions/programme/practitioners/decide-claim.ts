import { emailFor } from '../../../shared/notifications/email.ts';
import { accepted, refused, type Result } from '../../../shared/kernel/result.ts';
import type { Instant } from '../../../shared/kernel/time.ts';
import { isListingOver, type Practitioner } from '../../../shared/people/practitioner.ts';
import { mergedPractitioner, refuse, withoutClaim } from '../../../shared/people/practitioner-moves.ts';
import { changeStanding, type Stood } from '../../matching/matches/change-standing.ts';
import { teamDecisionRows } from '../../store/audit-row.ts';
import { changedSinceCheck } from '../../store/changed-since-check.ts';
import { endLinksOf } from '../../store/end-links.ts';
import {
  claimOtherNumber,
  freeAddress,
  moveAddress,
  moveNumber,
  release,
} from '../../store/unique-claims.ts';
import type { Change } from '../../store/table/table.ts';
import { decidedLearners, type LearnersDecided } from './decided-learners.ts';
import { movedOrRefused } from './moved-or-refused.ts';
import type { PractitionerDeps } from './practitioner-deps.ts';

/**
 * - `keep`: the number belongs to the first; the second is refused
 * - `replace`: the number belongs to the second, who is checked now; the first is refused, unless they have left
 * - `merge`: both are one person; the first listing remains, with the address of the second
 */
export const claimOutcomes = ['keep', 'replace', 'merge'] as const;

interface Decision extends LearnersDecided {
  /** Id of the second listing, which claims the number of the first. */
  readonly id: string;
  readonly outcome: (typeof claimOutcomes)[number];
  readonly why: string;
  readonly by: string;
}

type Refused =
  | 'unknown-practitioner'
  | 'no-claim'
  | 'not-allowed'
  | 'learners-undecided'
  | 'learner-decided-twice'
  | 'unknown-learner'
  | 'busy';

const withoutUnreachable = ({ unreachableSince, newEmail, ...practitioner }: Practitioner): Practitioner =>
  practitioner;

/** Decides between two people who gave the same registration number. Each is told what becomes of their own listing. */
export const decideClaim =
  (deps: PractitionerDeps) =>
  async ({ id, outcome, why, by, stays, ends }: Decision): Promise<Result<Stood, Refused>> => {
    const { table, practitioners, emails, clock, chance } = deps;
    const now: Instant = clock.now();
    const second = await practitioners.findPresent(id);
    if (second === undefined) return refused('unknown-practitioner');
    const firstId = second.claimsNumberOf;
    if (firstId === undefined) return refused('no-claim');
    const occasion = chance.id();
    const mail = (name: Parameters<typeof emailFor>[0], practitionerId: string): Change =>
      emails.save(emailFor(name, `${practitionerId}.${occasion}`, { practitionerId }, now));
    const decided = {
      actor: `team:${by}` as const,
      action: 'number-claim-decided',
      facts: { outcome },
      words: { by, why },
    };
    const noteOf = (one: string): readonly Change[] =>
      teamDecisionRows(`practitioner#${one}`, now, chance.id(), { by }, 'number-claim-decided', { outcome });

    if (outcome === 'keep')
      return changeStanding(deps)<Refused>(
        id,
        {
          ...decided,
          isDone: ({ state }) => state === 'refused',
          move: (before, at) => movedOrRefused(refuse(withoutClaim(before), at)),
          also: (before) => [freeAddress(before.email), mail('practitioner-refused', id), ...noteOf(firstId)],
        },
        now,
      );
    const first = outcome === 'replace' ? await practitioners.findPresent(firstId) : undefined;
    // The first has left, was refused or is erased: the number is free, and there is nobody to refuse.
    if (outcome === 'replace' && (first === undefined || isListingOver(first)))
      return changeStanding(deps)<Refused>(
        id,
        {
          ...decided,
          move: (before, at) => accepted({ ...withoutClaim(before), updatedAt: at }),
          alongside: (before) => claimOtherNumber(table, before, before),
          also: () => [mail('team-check-wanted', id)],
        },
        now,
      );
    if (outcome === 'replace')
      return changeStanding(deps)<Refused>(
        firstId,
        {
          ...decided,
          isDone: ({ state }) => state === 'refused',
          ends: decidedLearners({ stays, ends }),
          move: (before, at) => movedOrRefused(refuse(before, at)),
          // The number of the first may have been corrected since the second gave it.
          alongside: async (before) =>
            before.registrationNumber === second.registrationNumber && before.regulator === second.regulator
              ? [freeAddress(before.email), moveNumber(table, before, id)]
              : [...(await release(table, before)), ...(await claimOtherNumber(table, second, second))],
          also: () => [
            practitioners.save({ ...withoutClaim(second), updatedAt: now }, ['awaiting-check']),
            mail('practitioner-refused', firstId),
            mail('team-check-wanted', id),
            ...noteOf(id),
          ],
        },
        now,
      );
    // The number stays with the first listing, whose learners and offers go on. Its address is that of the second, which
    // its owner has just confirmed.
    return changeStanding(deps)<Refused>(
      firstId,
      {
        ...decided,
        isDone: ({ email }) => email === second.email,
        move: (before, at) =>
          isListingOver(before)
            ? refused('not-allowed')
            : accepted({ ...withoutUnreachable(before), email: second.email, updatedAt: at }),
        alongside: () => endLinksOf(table, firstId),
        also: (before, after) => {
          const merged = mergedPractitioner(withoutClaim(second), firstId, now);
          return [
            freeAddress(before.email),
            moveAddress(table, second.email, firstId),
            ...(merged.ok ? [practitioners.save(merged.value, ['awaiting-check'])] : []),
            ...changedSinceCheck(deps, before, after, now),
            mail('practitioner-listings-merged', firstId),
            ...noteOf(id),
          ];
        },
      },
      now,
    );
  };
