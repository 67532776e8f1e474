import type { EndReason } from '../../shared/domain/match.ts';
import { hasEnded } from '../../shared/domain/match-moves.ts';
import { releaseAll, type Ties } from '../../shared/domain/leave.ts';
import type { Practitioner } from '../../shared/domain/practitioner.ts';
import { withdraw } from '../../shared/domain/practitioner-moves.ts';
import { accepted, refused, type Result } from '../../shared/domain/result.ts';
import type { Change, Table } from '../platform/storage/table.ts';
import { decideAndCommit } from '../platform/unit-of-work.ts';
import { aboutMatch, changesTo, ledgerOf, mail, note } from './changes.ts';
import type { MatchingDeps } from './deps.ts';
import { readNouns } from './nouns.ts';

export type LeaveRefusal = 'practitioner-unknown' | 'not-allowed' | 'busy';

interface Deps extends MatchingDeps {
  /** What else belongs into the commit with which a practitioner leaves. */
  readonly alongside?: (practitioner: Practitioner) => Promise<readonly Change[]>;
}

interface Tied extends Ties {
  readonly practitioner: Practitioner;
}

const readTied = async (table: Table, practitionerId: string): Promise<Tied | undefined> => {
  const found = await readNouns(table, { practitioners: [practitionerId] });
  const practitioner = found.practitioners.get(practitionerId);
  if (practitioner === undefined) return undefined;
  const { offers, matches, requests } = await readNouns(table, {
    offers: practitioner.pendingOffers.map(({ offerId }) => offerId),
    matches: practitioner.commitments.map(({ matchId }) => matchId),
    requests: practitioner.commitments.map(({ requestId }) => requestId),
  });
  const asked = [...offers.values()].filter(({ requestId }) => !requests.has(requestId));
  const more = await readNouns(table, { requests: asked.map(({ requestId }) => requestId) });
  return {
    practitioner,
    offers: [...offers.values()],
    matches: [...matches.values()].filter((match) => !hasEnded(match)),
    requests: [...requests.values(), ...more.requests.values()],
  };
};

/**
 * A practitioner leaves: not listed any more, pending offers withdrawn, matches ended, and their requests open again
 * at the front, where the back-up is asked first. Leaving twice changes nothing.
 */
export const leave =
  ({ table, chance, alongside = () => Promise.resolve([]) }: Deps) =>
  (practitionerId: string, reason: EndReason, now: string): Promise<Result<Practitioner, LeaveRefusal>> =>
    decideAndCommit<(Tied & { readonly besides: readonly Change[] }) | undefined, Practitioner, LeaveRefusal>(
      {
        table,
        read: async () => {
          const tied = await readTied(table, practitionerId);
          return tied && { ...tied, besides: await alongside(tied.practitioner) };
        },
        decide: (tied) => {
          if (tied === undefined) return refused('practitioner-unknown');
          if (tied.practitioner.state === 'withdrawn')
            return accepted({ value: tied.practitioner, changes: [] });
          const released = releaseAll(tied.practitioner, tied, reason, now);
          const left = withdraw(released.practitioner, now);
          if (!left.ok) return refused('not-allowed');
          const { requests, offers, matches, reopened } = released;
          return accepted({
            value: left.value,
            changes: [
              ...changesTo(table, { practitioners: [left.value], requests, offers, matches }),
              ...ledgerOf(table, matches),
              ...tied.besides,
              ...reopened.map((match) =>
                mail(table, 'requester-seat-reopened', match.id, aboutMatch(match), now),
              ),
              ...requests.map(({ id }) =>
                note({ chance, now, actor: 'practitioner' }, id, 'practitioner-left', {
                  practitioner: practitionerId,
                  reason,
                }),
              ),
            ],
          });
        },
      },
    );
