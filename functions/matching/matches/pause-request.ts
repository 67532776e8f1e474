import { pausedRequest, resumedRequest } from '../../../shared/offers/close-request.ts';
import { isRequestIn, type SupervisionRequest } from '../../../shared/requests/request.ts';
import { accepted, refused, type Result } from '../../../shared/kernel/result.ts';
import { decideAndCommit } from '../../store/unit-of-work.ts';
import { aboutOffer, nounChanges, outboxEmail, requestAudit } from '../../store/noun-changes.ts';
import type { WriteDeps } from '../../store/write-deps.ts';
import type { Clock } from '../../platform/clock.ts';
import { readTiedRequest, type TiedRequest } from './request-ties.ts';

interface Deps extends WriteDeps {
  readonly clock: Clock;
}

export type PauseRefusal = 'gone' | 'not-allowed' | 'busy';

type Paused = Promise<Result<SupervisionRequest, PauseRefusal>>;

const isOpen = isRequestIn('open');
const isPaused = isRequestIn('paused');

/**
 * Pauses the search of a request, or goes on with it. While it is paused nobody is asked; offers that wait for an answer
 * are withdrawn, and matches of its other seats continue. It keeps its place in the queue. Idempotent.
 */
export const pauseRequest = ({ table, chance, clock }: Deps) => ({
  pause: (requestId: string): Paused => {
    const now = clock.now();
    return decideAndCommit<TiedRequest | undefined, SupervisionRequest, PauseRefusal>({
      table,
      read: () => readTiedRequest(table, requestId),
      decide: (tied) => {
        if (tied === undefined) return refused('gone');
        if (isPaused(tied.request)) return accepted({ value: tied.request, changes: [] });
        if (!isOpen(tied.request)) return refused('not-allowed');
        const { request, offers, practitioners } = pausedRequest(tied.request, tied, now);
        return accepted({
          value: request,
          changes: [
            ...nounChanges(table, { requests: [request], practitioners, offers }),
            ...offers.map((offer) =>
              outboxEmail(
                table,
                'practitioner-offer-withdrawn',
                offer.id,
                { ...aboutOffer(offer), occasion: 'request-paused' },
                now,
              ),
            ),
            outboxEmail(table, 'requester-request-paused', `${requestId}.${chance.id()}`, { requestId }, now),
            requestAudit({ chance, now, actor: 'requester' }, requestId, 'request-paused', {
              offers: offers.length,
            }),
          ],
        });
      },
    });
  },

  resume: (requestId: string): Paused => {
    const now = clock.now();
    return decideAndCommit<TiedRequest | undefined, SupervisionRequest, PauseRefusal>({
      table,
      read: () => readTiedRequest(table, requestId),
      decide: (tied) => {
        if (tied === undefined) return refused('gone');
        if (isOpen(tied.request)) return accepted({ value: tied.request, changes: [] });
        if (!isPaused(tied.request)) return refused('not-allowed');
        const request = resumedRequest(tied.request, now);
        return accepted({
          value: request,
          changes: [
            ...nounChanges(table, { requests: [request] }),
            outboxEmail(
              table,
              'requester-request-resumed',
              `${requestId}.${chance.id()}`,
              { requestId },
              now,
            ),
            requestAudit({ chance, now, actor: 'requester' }, requestId, 'request-resumed'),
          ],
        });
      },
    });
  },
});
