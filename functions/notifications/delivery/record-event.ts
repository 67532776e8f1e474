import type { Email } from '../../../shared/notifications/email.ts';
import { accepted } from '../../../shared/kernel/result.ts';
import type { Instant } from '../../../shared/kernel/time.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Log } from '../../platform/log.ts';
import type { EmailRepository } from '../../store/repositories/email-repository.ts';
import type { OfferRepository } from '../../store/repositories/offer-repository.ts';
import type { losePractitioner } from '../../matching/matches/lose-practitioner.ts';
import type { loseRequester } from '../../matching/matches/lose-requester.ts';
import type { Owner } from '../../store/unique-claims.ts';
import type { Change, Table } from '../../store/table/table.ts';
import { decideAndCommit } from '../../store/unit-of-work.ts';
import { afterEvent } from './after-event.ts';
import { afterOfferEmail } from './after-offer-email.ts';
import type { MailEvent } from './mail-event.ts';

interface Deps {
  readonly table: Pick<Table, 'commit'>;
  readonly clock: Clock;
  readonly log: Log;
  readonly emails: Pick<EmailRepository, 'find' | 'save'>;
  readonly offers: Pick<OfferRepository, 'find' | 'save'>;
  /** The change that stops all e-mails to the address with this fingerprint. Idempotent. */
  readonly suppress: (fingerprint: string, reason: 'bounced' | 'complained', at: Instant) => Change;
  /** Finds the DPP of an address by its fingerprint. */
  readonly ownerOf: (fingerprint: string) => Promise<Owner | undefined>;
  readonly losePractitioner: ReturnType<typeof losePractitioner>;
  readonly loseRequester: ReturnType<typeof loseRequester>;
}

/**
 * Records a delivery event on its outbox row, and suppresses an address that bounced permanently or complained. Its owner
 * is marked as unreachable after that: a DPP by the address, whatever the e-mail was about, and a requester by the
 * request. A repeated event does what a first one left undone. Events may arrive late: what follows for offers and listings
 * is decided at the time of the clock and not of the event.
 */
export const eventRecorder = (deps: Deps) => {
  const { table, clock, log, emails, offers, suppress } = deps;

  const markUnreachable = async (
    email: Email | undefined,
    fingerprints: readonly string[],
    reason: 'bounced' | 'complained',
  ): Promise<void> => {
    const now = clock.now();
    for (const fingerprint of fingerprints) {
      const owner = await deps.ownerOf(fingerprint);
      // Another system marks its DPP when it would make an offer to the suppressed address.
      if (owner !== undefined && owner.elsewhere === undefined)
        await deps.losePractitioner(owner.id, fingerprints, reason, now);
    }
    const requestId = email?.name.startsWith('requester-') === true ? email.about.requestId : undefined;
    if (requestId !== undefined) await deps.loseRequester(requestId, fingerprints, now);
  };

  return async (event: MailEvent): Promise<void> => {
    const reason =
      event.what === 'bounced-for-good' ? 'bounced' : event.what === 'complained' ? 'complained' : undefined;
    const fingerprints = [...new Set(event.fingerprints)];
    const stops =
      reason === undefined ? [] : fingerprints.map((fingerprint) => suppress(fingerprint, reason, event.at));
    const outcome = await decideAndCommit({
      table,
      read: async () => {
        const email = await emails.find(event.emailId);
        const offerId = email?.name === 'practitioner-offer-made' ? email.about.offerId : undefined;
        return { email, offer: offerId === undefined ? undefined : await offers.find(offerId) };
      },
      decide: ({ email, offer }) => {
        const after = email === undefined ? undefined : afterEvent(email, event);
        if (email === undefined || after === undefined) return accepted({ value: email, changes: stops });
        const follows = afterOfferEmail(event.what, email, offer, event.at);
        const rows = [after.email, ...(after.notice === undefined ? [] : [after.notice]), ...follows.emails];
        return accepted({
          value: email,
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
    if (reason !== undefined) await markUnreachable(outcome.value, fingerprints, reason);
    log.event(`email-${event.what}`, { emailId: event.emailId });
  };
};
