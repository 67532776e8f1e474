import { unreachableRequest } from '../../../shared/requests/requester-reach.ts';
import type { SupervisionRequest } from '../../../shared/requests/request.ts';
import { accepted } from '../../../shared/kernel/result.ts';
import type { Instant } from '../../../shared/kernel/time.ts';
import { addressHash } from '../../platform/hash.ts';
import { nounChanges, outboxEmail, requestAudit } from '../../store/noun-changes.ts';
import { openRequests } from '../../store/open-requests.ts';
import { requestRepository } from '../../store/repositories/request-repository.ts';
import { decideAndCommit } from '../../store/unit-of-work.ts';
import type { WriteDeps } from '../../store/write-deps.ts';

/**
 * Marks the requests under way of a requester whose address takes no e-mails, and tells the team once. Matched learners
 * keep their DPPs; open seats are offered for some days more.
 * @param requestId the request that the e-mail was about
 * @param fingerprints hashes of the addresses that failed; an address that the requester had before does not count
 */
export const loseRequester =
  ({ table, chance }: WriteDeps) =>
  async (requestId: string, fingerprints: readonly string[], now: Instant): Promise<void> => {
    const requests = requestRepository(table);
    const outcome = await decideAndCommit<readonly SupervisionRequest[], undefined, never>({
      table,
      read: async () => {
        const request = await requests.findPresent(requestId);
        if (request === undefined || !fingerprints.includes(addressHash(request.email))) return [];
        const others = await openRequests(table, requests).fromAddress(request.email);
        return [
          ...(request.state === 'open' || request.state === 'matched' ? [request] : []),
          ...others.filter(({ id }) => id !== requestId),
        ];
      },
      decide: (found) => {
        const reached = found.filter(({ unreachableSince }) => unreachableSince === undefined);
        const [first] = reached;
        // Tells the team once, even if the requester sends another request later.
        const isNew = reached.length === found.length && first !== undefined;
        return accepted({
          value: undefined,
          changes: [
            ...nounChanges(table, { requests: reached.map((request) => unreachableRequest(request, now)) }),
            ...reached.map(({ id }) =>
              requestAudit({ chance, now, actor: 'mail-system' }, id, 'requester-unreachable'),
            ),
            ...(isNew
              ? [
                  outboxEmail(
                    table,
                    'team-requester-unreachable',
                    `${first.id}.${now}`,
                    { requestId: first.id, requestIds: reached.map(({ id }) => id) },
                    now,
                  ),
                ]
              : []),
          ],
        });
      },
    });
    if (!outcome.ok) throw new Error('repeated write conflicts');
  };
