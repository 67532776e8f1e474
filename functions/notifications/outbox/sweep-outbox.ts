import { type Email, type EmailClass, emailClasses } from '../../../shared/notifications/email.ts';
import { networksInTurn } from '../../../shared/notifications/in-turn.ts';
import { addMinutes, type Instant } from '../../../shared/kernel/time.ts';
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

/** Maximum number of rows of one class per sweep. A function can send so many e-mails well before its timeout. */
const ROWS_PER_SWEEP: Readonly<Record<EmailClass, number>> = { answer: 100, routine: 50, unconfirmed: 50 };

/** Number of waiting e-mails to unconfirmed addresses among which networks take turns. */
const SHARED_AMONG = 2_000;

/**
 * Minutes after which a due row counts as late, because by then the stream and one sweep must have missed it.
 */
const LATE_MINUTES = 10;

/**
 * Whether a row has waited too long. E-mails to unconfirmed addresses that were held back do not count: in a flood,
 * most of them wait on purpose.
 */
const isLate = ({ notBefore, createdAt }: Email, ofClass: EmailClass, now: Instant): boolean =>
  notBefore < addMinutes(now, -LATE_MINUTES) && (ofClass !== 'unconfirmed' || notBefore === createdAt);

/**
 * Guarantees delivery: sends every row that is due, even if the stream failed, answers first. Networks take turns with
 * e-mails to unconfirmed addresses. A row that fails does not block the others.
 */
export const sweepOutbox =
  ({ clock, log, emails, send }: Deps) =>
  async (): Promise<void> => {
    const now = clock.now();

    const trySending = async (id: string): Promise<SendOutcome | undefined> => {
      try {
        return await send(id);
      } catch (error) {
        if (error instanceof UnreadableRow)
          log.event('row-unreadable', { row: error.key.pk, reason: error.reason, emailId: id });
        else log.surprise('email-not-sent', error, { emailId: id });
        return undefined;
      }
    };

    const found = await Promise.all(
      emailClasses.map(async (ofClass) => {
        const isShared = ofClass === 'unconfirmed';
        const rows = await emails.waiting(now, isShared ? SHARED_AMONG : ROWS_PER_SWEEP[ofClass], ofClass);
        const waiting = (isShared ? networksInTurn(rows) : rows).slice(0, ROWS_PER_SWEEP[ofClass]);
        return { ofClass, waiting };
      }),
    );
    const late = found.reduce(
      (sum, { ofClass, waiting }) => sum + waiting.filter((email) => isLate(email, ofClass, now)).length,
      0,
    );
    if (late > 0) log.event('outbox-late', { count: late });
    let handedOver = 0;
    for (const { id } of found.flatMap(({ waiting }) => waiting))
      if ((await trySending(id)) === 'sent') handedOver += 1;
    if (found.some(({ waiting }) => waiting.length > 0)) log.event('outbox-swept', { count: handedOver });
  };
