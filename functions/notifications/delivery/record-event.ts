import { accepted } from '../../../shared/kernel/result.ts';
import type { Instant } from '../../../shared/kernel/time.ts';
import type { Log } from '../../platform/log.ts';
import type { EmailRepository } from '../../store/repositories/email-repository.ts';
import type { OfferRepository } from '../../store/repositories/offer-repository.ts';
import type { Change, Table } from '../../store/table/table.ts';
import { decideAndCommit } from '../../store/unit-of-work.ts';
import { afterEvent } from './after-event.ts';
import { afterOfferEmail } from './after-offer-email.ts';
import type { MailEvent } from './mail-event.ts';

interface Deps {
  readonly table: Pick<Table, 'commit'>;
  readonly log: Log;
  readonly emails: Pick<EmailRepository, 'find' | 'save'>;
  readonly offers: Pick<OfferRepository, 'find' | 'save'>;
  /** The change that stops all e-mails to the address with this fingerprint. Idempotent. */
  readonly suppress: (fingerprint: string, reason: 'bounced' | 'complained', at: Instant) => Change;
}

/**
 * Records a delivery event on its outbox row, and suppresses an address that bounced permanently or
 * complained.
 */
export const eventRecorder =
  ({ table, log, emails, offers, suppress }: Deps) =>
  async (event: MailEvent): Promise<void> => {
    const reason =
      event.what === 'bounced-for-good' ? 'bounced' : event.what === 'complained' ? 'complained' : undefined;
    const stops =
      reason === undefined
        ? []
        : [...new Set(event.fingerprints)].map((fingerprint) => suppress(fingerprint, reason, event.at));
    const outcome = await decideAndCommit({
      table,
      read: async () => {
        const email = await emails.find(event.emailId);
        const offerId = email?.name === 'practitioner-offer-made' ? email.about.offerId : undefined;
        return { email, offer: offerId === undefined ? undefined : await offers.find(offerId) };
      },
      decide: ({ email, offer }) => {
        const after = email === undefined ? undefined : afterEvent(email, event);
        if (email === undefined || after === undefined) return accepted({ value: undefined, changes: stops });
        const follows = afterOfferEmail(event.what, email, offer, event.at);
        const rows = [after.email, ...(after.notice === undefined ? [] : [after.notice]), ...follows.emails];
        return accepted({
          value: undefined,
          changes: [
            ...stops,
            ...rows.map((row) => emails.save(row)),
            ...(follows.offer === undefined ? [] : [offers.save(follows.offer)]),
          ],
        });
      },
    });
    // Makes the queue deliver the event again.
    if (!outcome.ok) throw new Error('repeated write conflicts');
    log.event(`email-${event.what}`, { emailId: event.emailId });
  };
