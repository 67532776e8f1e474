import { accepted } from '../../../shared/kernel/result.ts';
import type { Instant } from '../../../shared/kernel/time.ts';
import type { Log } from '../../platform/log.ts';
import type { EmailRepository } from '../../store/repositories/email-repository.ts';
import type { Change, Table } from '../../store/table/table.ts';
import { decideAndCommit } from '../../store/unit-of-work.ts';
import { afterEvent } from './after-event.ts';
import type { MailEvent } from './mail-event.ts';

interface Deps {
  readonly table: Pick<Table, 'commit'>;
  readonly log: Log;
  readonly emails: Pick<EmailRepository, 'find' | 'save'>;
  /** The change that stops all e-mails to the address with this fingerprint. Idempotent. */
  readonly suppress: (fingerprint: string, reason: 'bounced' | 'complained', at: Instant) => Change;
}

/**
 * Records a delivery event on its outbox row, and suppresses an address that bounced permanently or
 * complained.
 */
export const eventRecorder =
  ({ table, log, emails, suppress }: Deps) =>
  async (event: MailEvent): Promise<void> => {
    const reason =
      event.what === 'bounced-for-good' ? 'bounced' : event.what === 'complained' ? 'complained' : undefined;
    const stops =
      reason === undefined
        ? []
        : [...new Set(event.fingerprints)].map((fingerprint) => suppress(fingerprint, reason, event.at));
    const outcome = await decideAndCommit({
      table,
      read: () => emails.find(event.emailId),
      decide: (email) => {
        const after = email === undefined ? undefined : afterEvent(email, event);
        const rows =
          after === undefined ? [] : [after.email, ...(after.notice === undefined ? [] : [after.notice])];
        return accepted({ value: undefined, changes: [...stops, ...rows.map((row) => emails.save(row))] });
      },
    });
    // Makes the queue deliver the event again.
    if (!outcome.ok) throw new Error('repeated write conflicts');
    log.event(`email-${event.what}`, { emailId: event.emailId });
  };
