import { reachablePractitioner } from '../../../shared/people/reach.ts';
import type { Practitioner } from '../../../shared/people/practitioner.ts';
import { reachableRequest } from '../../../shared/requests/requester-reach.ts';
import type { SupervisionRequest } from '../../../shared/requests/request.ts';
import { accepted, refused, type Result } from '../../../shared/kernel/result.ts';
import type { Chance } from '../../platform/chance.ts';
import type { Clock } from '../../platform/clock.ts';
import { addressHash } from '../../platform/hash.ts';
import { teamDecisionRows } from '../../store/audit-row.ts';
import { nounChanges } from '../../store/noun-changes.ts';
import { openRequests } from '../../store/open-requests.ts';
import { practitionerRepository } from '../../store/repositories/practitioner-repository.ts';
import { requestRepository } from '../../store/repositories/request-repository.ts';
import { type Held, suppressionRepository } from '../../store/repositories/suppression-repository.ts';
import type { Table } from '../../store/table/table.ts';
import { ownerOfAddress } from '../../store/unique-claims.ts';
import { decideAndCommit } from '../../store/unit-of-work.ts';

interface Deps {
  readonly table: Table;
  readonly clock: Clock;
  readonly chance: Pick<Chance, 'id'>;
}

interface Lifting {
  readonly email: string;
  readonly by: string;
  readonly why: string;
}

interface Facts {
  readonly held: Held | undefined;
  readonly practitioner: Practitioner | undefined;
  readonly requests: readonly SupervisionRequest[];
}

/** DPP and requests for which mail and offers go on after a suppression was lifted. */
interface Lifted {
  /** Id of the DPP who is shown and asked again. */
  readonly dpp: string | undefined;
  /** Ids of the requests whose seats are offered again. */
  readonly requests: readonly string[];
}

const isMarked = ({ unreachableSince }: { readonly unreachableSince?: string }): boolean =>
  unreachableSince !== undefined;

/**
 * Allows e-mails to an address that bounced or complained, because the team knows that it works again. Its DPP and its
 * requests are no longer unreachable. Somebody who stopped reminders still gets none.
 */
export const liftSuppression =
  ({ table, clock, chance }: Deps) =>
  ({ email, by, why }: Lifting): Promise<Result<Lifted, 'not-suppressed' | 'busy'>> => {
    const now = clock.now();
    const suppressions = suppressionRepository(table);
    const requests = requestRepository(table);
    return decideAndCommit<Facts, Lifted, 'not-suppressed'>({
      table,
      read: async () => {
        const [held, owner, asked] = await Promise.all([
          suppressions.held(email),
          ownerOfAddress(table, email),
          openRequests(table, requests).fromAddress(email),
        ]);
        const practitioner =
          owner === undefined || owner.elsewhere !== undefined
            ? undefined
            : await practitionerRepository(table).findPresent(owner.id);
        return {
          held,
          practitioner: practitioner !== undefined && isMarked(practitioner) ? practitioner : undefined,
          requests: asked.filter(isMarked),
        };
      },
      decide: ({ held, practitioner, requests: marked }) => {
        if (held !== 'everything' && practitioner === undefined && marked.length === 0)
          return refused('not-suppressed');
        const subjects = [
          ...(practitioner === undefined ? [] : [`practitioner#${practitioner.id}`]),
          ...marked.map(({ id }) => `request#${id}`),
        ];
        return accepted({
          value: { dpp: practitioner?.id, requests: marked.map(({ id }) => id) },
          changes: [
            suppressions.lift(email),
            ...nounChanges(table, {
              practitioners: practitioner === undefined ? [] : [reachablePractitioner(practitioner, now)],
              requests: marked.map((request) => reachableRequest(request, now)),
            }),
            ...(subjects.length === 0 ? [`address#${addressHash(email)}`] : subjects).flatMap((subject) =>
              teamDecisionRows(subject, now, chance.id(), { by, why }, 'suppression-lifted'),
            ),
          ],
        });
      },
    });
  };
