import { accepted } from '../../../shared/kernel/result.ts';
import { lapsedRequest } from '../../../shared/offers/close-request.ts';
import { isRequestIn } from '../../../shared/requests/request.ts';
import { addDays, londonDay } from '../../../shared/kernel/time.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Log } from '../../platform/log.ts';
import { requestRepository } from '../../store/repositories/request-repository.ts';
import { forEachReadable } from '../../store/table/read-rows.ts';
import { decideAndCommit } from '../../store/unit-of-work.ts';
import { aboutOffer, nounChanges, outboxEmail, requestAudit } from '../../store/noun-changes.ts';
import type { WriteDeps } from '../../store/write-deps.ts';
import { readTiedRequest, type TiedRequest } from './request-ties.ts';

interface Deps extends WriteDeps {
  readonly clock: Clock;
  readonly log: Log;
}

const mayLapse = isRequestIn('open', 'waiting-for-support', 'paused');

/**
 * Marks as lapsed every request that is open, paused or waits for support and whose last day has passed, withdraws its pending
 * offers, and sends an e-mail to the requester and the team.
 * @returns a function that resolves to the number of requests that lapsed
 */
export const lapseRequests = ({ table, chance, clock, log }: Deps) => {
  const lapse = (requestId: string, now: string) =>
    decideAndCommit<TiedRequest | undefined, 'lapsed' | 'not-due', never>({
      table,
      read: () => readTiedRequest(table, requestId),
      decide: (tied) => {
        if (tied === undefined || !mayLapse(tied.request)) return accepted({ value: 'not-due', changes: [] });
        const moved = lapsedRequest(tied.request, tied, londonDay(now), now);
        if (!moved.ok) return accepted({ value: 'not-due', changes: [] });
        const { request, offers, practitioners } = moved.value;
        // Includes the day in the cause, from which the e-mail's id is derived. A request that is reopened and
        // lapses again therefore causes another e-mail.
        const cause = `${requestId}.${londonDay(now)}`;
        return accepted({
          value: 'lapsed',
          changes: [
            ...nounChanges(table, { requests: [request], offers, practitioners }),
            ...offers.map((offer) =>
              outboxEmail(table, 'practitioner-offer-withdrawn', offer.id, aboutOffer(offer), now),
            ),
            outboxEmail(table, 'requester-deadline-passed', cause, { requestId }, now),
            outboxEmail(table, 'team-deadline-passed', cause, { requestId }, now),
            requestAudit({ chance, now, actor: 'schedule' }, requestId, 'request-lapsed'),
          ],
        });
      },
    });

  return async (): Promise<number> => {
    const now = clock.now();
    const yesterday = addDays(londonDay(now), -1);
    let lapsed = 0;
    const requests = requestRepository(table);
    const due = [
      ...(await requests.dueBy('open', yesterday)),
      ...(await requests.dueBy('waiting-for-support', yesterday)),
      ...(await requests.dueBy('paused', yesterday)),
    ];
    await forEachReadable(table, due, async ({ id: requestId }) => {
      const outcome = await lapse(requestId, now);
      if (!outcome.ok || outcome.value !== 'lapsed') return;
      log.event('request-lapsed', { requestId });
      lapsed += 1;
    });
    return lapsed;
  };
};
