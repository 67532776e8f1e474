import { addMinutes } from '../../../shared/kernel/time.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Log } from '../../platform/log.ts';
import type { EmailRepository } from '../../store/repositories/email-repository.ts';
import { UnreadableRow } from '../../platform/unreadable-row.ts';
import type { SendOutcome } from './send-email.ts';

interface Deps {
  readonly clock: Clock;
  readonly log: Log;
  readonly emails: Pick<EmailRepository, 'waiting'>;
  readonly send: (emailId: string) => Promise<SendOutcome>;
}

/** Maximum number of rows per sweep. A function can send so many e-mails well before its timeout. */
const ROWS_PER_SWEEP = 100;

/**
 * Minutes after which a due row counts as late, because by then the stream and one sweep must have missed it.
 */
const LATE_MINUTES = 10;

/**
 * Guarantees delivery: sends every row that is due, even if the stream failed. A row that fails does not
 * block the others.
 */
export const sweepOutbox =
  ({ clock, log, emails, send }: Deps) =>
  async (): Promise<void> => {
    const now = clock.now();
    const waiting = await emails.waiting(now, ROWS_PER_SWEEP);
    const late = waiting.filter(({ notBefore }) => notBefore < addMinutes(now, -LATE_MINUTES)).length;
    if (late > 0) log.event('outbox-late', { count: late });
    let handedOver = 0;
    for (const { id } of waiting) {
      try {
        if ((await send(id)) === 'sent') handedOver += 1;
      } catch (error) {
        if (error instanceof UnreadableRow)
          log.event('row-unreadable', { row: error.key.pk, reason: error.reason, emailId: id });
        else log.surprise('email-not-sent', error, { emailId: id });
      }
    }
    if (waiting.length > 0) log.event('outbox-swept', { count: handedOver });
  };
