import {
  type Email,
  type EmailIn,
  isWaiting,
  type WaitingEmail,
} from '../../../shared/notifications/email.ts';
import { accepted, refused } from '../../../shared/kernel/result.ts';
import { epochOf, type Instant } from '../../../shared/kernel/time.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Log } from '../../platform/log.ts';
import type { Mailer, OutgoingMail } from './mailer.ts';
import type { EmailRepository } from '../../store/repositories/email-repository.ts';
import type { Table } from '../../store/table/table.ts';
import { decideAndCommit } from '../../store/unit-of-work.ts';
import {
  bounceNotice,
  droppedEmail,
  failedEmail,
  leasedEmail,
  nextHourEmail,
  postponedEmail,
  sendable,
  sentEmail,
  suppressedEmail,
  waitingForSettings,
} from '../../../shared/notifications/email-moves.ts';
import type { Counted } from './mail-budget.ts';
import type { Preparation } from './prepare-letter.ts';

/**
 * The result of one attempt. `busy`: another process is sending the e-mail. `later`: the e-mail is not due yet, or
 * was postponed. `held-back`: the e-mails of this hour that its class may use are used up. `done`: it was finished
 * before this attempt.
 */
export type SendOutcome =
  'sent' | 'not-needed' | 'suppressed' | 'failed' | 'later' | 'held-back' | 'busy' | 'done';

interface SendDeps {
  readonly table: Pick<Table, 'commit'>;
  readonly clock: Clock;
  readonly log: Log;
  readonly mailer: Mailer;
  readonly emails: Pick<EmailRepository, 'find' | 'save'>;
  /** Prepares an e-mail from a row just read, or says why there is none. */
  readonly prepare: (email: Email | undefined, now: Instant) => Promise<Preparation>;
  /** Counts an e-mail in the budget of the hour. */
  readonly budget: (email: Email, now: Instant) => Promise<Counted>;
}

type Taken =
  | {
      readonly taken: true;
      readonly mail: OutgoingMail;
      readonly row: EmailIn<'leased'>;
      readonly due: Instant;
      readonly isHalf: boolean;
    }
  | { readonly taken: false; readonly outcome: SendOutcome };

const notTaken = (outcome: SendOutcome): Taken => ({ taken: false, outcome });

/**
 * Sends the message of one outbox row, at most once: leases the row and activates its links in one commit,
 * sends the e-mail, then records the result. Only a crash between sending and recording can send a message
 * twice.
 * @returns a function from row id to result
 * @throws if storage fails, so that the caller's queue retries
 */
export const emailSender = (deps: SendDeps) => {
  const { table, clock, emails, mailer, log, prepare, budget } = deps;

  const lease = (id: string, now: Instant) =>
    decideAndCommit<
      { readonly found: Preparation | undefined; readonly counted: Counted | undefined },
      Taken,
      'hour-is-full'
    >({
      table,
      read: async () => {
        const email = await emails.find(id);
        const isDue = email !== undefined && sendable(email, now).ok;
        const counted = isDue ? await budget(email, now) : undefined;
        // In a flood, most e-mails wait for the next hour: preparing each of them would cost more than all the others.
        return { counted, found: counted?.isFull === true ? undefined : await prepare(email, now) };
      },
      decide: ({ found, counted }) => {
        if (found === undefined) return refused('hour-is-full');
        switch (found.is) {
          case 'later':
          case 'busy':
          case 'done':
            return accepted({ value: notTaken(found.is), changes: [] });
          case 'without-cause':
            return accepted({
              value: notTaken('not-needed'),
              changes: [emails.save(droppedEmail(found.email))],
            });
          case 'suppressed':
            return accepted({
              value: notTaken('suppressed'),
              changes: [emails.save(suppressedEmail(found.email))],
            });
          case 'letter': {
            const row = leasedEmail(found.email, now);
            return accepted({
              value: {
                taken: true,
                mail: found.letter.mail,
                row: { ...row, version: row.version + 1 },
                // Measures the delay of a retried e-mail from the time at which it was queued, because the
                // recipient has been waiting since then.
                due: found.email.attempts === 0 ? found.email.notBefore : found.email.createdAt,
                isHalf: counted?.isHalf === true,
              },
              changes: [emails.save(row), ...found.letter.links, ...(counted?.changes ?? [])],
              limits: counted?.limits ?? [],
            });
          }
        }
      },
    });

  /**
   * Records the result of an attempt. Reads the row again only if the first commit fails because a delivery
   * event arrived first.
   */
  const recordResult = (
    id: string,
    known: Email | undefined,
    move: (email: WaitingEmail) => readonly Email[],
  ) => {
    let last = known;
    return decideAndCommit({
      table,
      read: async () => {
        const row = last ?? (await emails.find(id));
        last = undefined;
        return row;
      },
      decide: (email) =>
        accepted({
          value: undefined,
          changes:
            email === undefined || !isWaiting(email)
              ? []
              : move(email).map((changed) => emails.save(changed)),
        }),
    });
  };

  const handOver = async ({
    mail,
    row,
    due,
    isHalf,
  }: Extract<Taken, { taken: true }>): Promise<SendOutcome> => {
    if (isHalf) log.event('half-of-the-emails-used', { emailId: mail.emailId });
    const answer = await mailer.send(mail).catch((error: unknown) => {
      log.surprise('email-postponed', error, { emailId: mail.emailId });
      return undefined;
    });
    const now = clock.now();
    if (answer === undefined) {
      await recordResult(mail.emailId, row, (email) => [postponedEmail(email, now)]);
      return 'later';
    }
    if (answer.sent) {
      await recordResult(mail.emailId, row, (email) => [sentEmail(email, now, answer.messageId)]);
      log.event('email-sent', {
        emailId: mail.emailId,
        milliseconds: Math.max(0, epochOf(now) - epochOf(due)),
      });
      return 'sent';
    }
    if ('waits' in answer) {
      await recordResult(mail.emailId, row, (email) =>
        email.state === 'leased' ? [waitingForSettings(email, now)] : [],
      );
      log.event('sender-not-verified', { emailId: mail.emailId });
      return 'later';
    }
    await recordResult(mail.emailId, row, (email) => {
      const notice = bounceNotice(email, now);
      return [failedEmail(email), ...(notice === undefined ? [] : [notice])];
    });
    log.event('email-refused', { emailId: mail.emailId, reason: answer.refused });
    return 'failed';
  };

  return async (id: string): Promise<SendOutcome> => {
    const now = clock.now();
    const step = await lease(id, now);
    if (step.ok) return step.value.taken ? handOver(step.value) : step.value.outcome;
    if (step.refusal === 'busy') return 'busy';
    await recordResult(id, undefined, (email) =>
      email.state === 'pending' ? [nextHourEmail(email, now)] : [],
    );
    log.event('emails-of-the-hour-used-up', { emailId: id });
    return 'held-back';
  };
};
