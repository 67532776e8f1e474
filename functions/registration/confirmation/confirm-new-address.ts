import { emailFor } from '../../../shared/notifications/email.ts';
import { isRequestIn, type SupervisionRequest } from '../../../shared/requests/request.ts';
import { supportedRequest } from '../../../shared/requests/support-moves.ts';
import { accepted, refused, type Result } from '../../../shared/kernel/result.ts';
import type { Chance } from '../../platform/chance.ts';
import type { Clock } from '../../platform/clock.ts';
import { type NoPlace, OF_WORK_ADDRESS, openLimits, type OpenRequests } from '../../store/open-requests.ts';
import type { EmailRepository } from '../../store/repositories/email-repository.ts';
import type { OrganisationTrustRepository } from '../../store/repositories/organisation-trust-repository.ts';
import type { RequestRepository } from '../../store/repositories/request-repository.ts';
import { requestAudit } from '../../store/noun-changes.ts';
import type { Change, Table } from '../../store/table/table.ts';
import { unfiledBy } from '../../store/table/unfiled.ts';
import { decideAndCommit } from '../../store/unit-of-work.ts';
import { changesOfOpening } from '../../matching/matches/changes-of-opening.ts';
import { knownAddress } from './known-address.ts';

interface Deps {
  readonly table: Table;
  readonly requests: RequestRepository;
  readonly emails: EmailRepository;
  readonly openRequests: Pick<OpenRequests, 'placeFor'>;
  readonly trust: Pick<OrganisationTrustRepository, 'of' | 'withDomain'>;
  readonly clock: Clock;
  readonly chance: Pick<Chance, 'id'>;
}

export type NewAddressRefusal = 'gone' | 'busy';

interface Facts {
  readonly request: SupervisionRequest | undefined;
  readonly isKnown: boolean;
  readonly place: Result<readonly Change[], NoPlace>;
}

const isWaiting = isRequestIn('waiting-for-support');
const isOver = isRequestIn('withdrawn', 'refused');

/**
 * Makes the address that a requester asked for their own, once they have confirmed it. A request that waits for support
 * opens if the address is a known work address and the learner has no other open request. Idempotent.
 */
export const confirmNewAddress =
  ({ table, requests, emails, openRequests, trust, clock, chance }: Deps) =>
  (id: string): Promise<Result<SupervisionRequest, NewAddressRefusal>> => {
    const now = clock.now();
    return decideAndCommit<Facts, SupervisionRequest, NewAddressRefusal>({
      table,
      read: async () => {
        const request = await requests.findPresent(id);
        if (request?.newEmail === undefined) return { request, isKnown: false, place: accepted([]) };
        const moved = { ...request, email: request.newEmail };
        const known = await knownAddress(trust)(moved.email, moved.organisation);
        const isKnown = known.hasWorkAddress || known.isConfirmed;
        const limits = isKnown ? { ...openLimits, ofAddress: OF_WORK_ADDRESS } : openLimits;
        return { request, isKnown, place: await openRequests.placeFor(moved, isKnown, limits) };
      },
      decide: ({ request, isKnown, place }) => {
        if (request === undefined || isOver(request)) return refused('gone');
        if (request.newEmail === undefined) return accepted({ value: request, changes: [] });
        const { newEmail, unreachableSince, ...rest } = request;
        const moved = { ...rest, email: newEmail, updatedAt: now };
        const former = unfiledBy(requests.save(request), requests.save(moved));
        if (isWaiting(moved) && isKnown && place.ok) {
          const opened = supportedRequest(moved, now);
          return accepted({
            value: opened,
            changes: [
              ...changesOfOpening(opened, {
                table,
                chance,
                now,
                actor: 'requester',
                action: 'request-opened-by-address',
              }),
              ...place.value,
              ...former,
            ],
          });
        }
        const occasion = chance.id();
        return accepted({
          value: moved,
          changes: [
            requests.save(moved),
            ...(place.ok ? place.value : []),
            ...former,
            emails.save(emailFor('requester-status-link', `${id}.${occasion}`, { requestId: id }, now)),
            requestAudit({ chance, now, actor: 'requester' }, id, 'request-address-changed'),
          ],
        });
      },
    });
  };
