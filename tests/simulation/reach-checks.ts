import { addressHash } from '../../functions/platform/hash.ts';
import { keys } from '../../functions/store/table/keys.ts';
import { isErased } from '../../shared/kernel/is-erased.ts';
import { epochOf } from '../../shared/kernel/time.ts';
import { isListingOver } from '../../shared/people/practitioner.ts';
import type { Committed, Ledger } from './ledger.ts';
import type { MailSystem } from './mail-system.ts';

type Tell = (what: string) => void;

const DAY_MS = 86_400_000;
/** Days for which seats of a requester who is not reached are offered; one more, because the days are those of London. */
const DAYS_OFFERED = 8;

/** Checks that no DPP is asked about a learner who has not been reached for more than a week. */
export const nobodyIsAskedForTheLost = (history: Ledger, { at, offers }: Committed, tell: Tell): void => {
  for (const { before, after } of offers) {
    if (before !== undefined || after.roundId !== undefined) continue;
    const request = history.requests.get(after.requestId);
    if (request === undefined || isErased(request) || request.unreachableSince === undefined) continue;
    if (at - epochOf(request.unreachableSince) > (DAYS_OFFERED + 1) * DAY_MS)
      tell(`offer ${after.id} is about a learner who is not reached since ${request.unreachableSince}`);
  }
};

/** Whether seats of a request are still offered, as far as its requester can be reached. */
export const isOffered = (
  { unreachableSince }: { readonly unreachableSince?: string },
  now: number,
): boolean =>
  unreachableSince === undefined || now - epochOf(unreachableSince) <= (DAYS_OFFERED - 2) * DAY_MS;

/**
 * Checks, once every event of the mail system was recorded, that an offer whose e-mail came back for good is not waited for,
 * and that its DPP counts as unreachable, until another address or the team says otherwise. The address of a listing that
 * is over is free again, and nobody is found by it.
 */
export const theLostAreKnown = (
  history: Ledger,
  mails: Pick<MailSystem, 'bounced' | 'complained'>,
  tell: Tell,
): void => {
  for (const [id, address] of [...mails.bounced, ...mails.complained]) {
    const email = history.emails.get(id);
    const offer =
      email?.name === 'practitioner-offer-made' ? history.offers.get(email.about.offerId ?? '') : undefined;
    const practitioner = history.practitioners.get(offer?.practitionerId ?? '');
    if (offer === undefined || practitioner === undefined || isErased(practitioner)) continue;
    const wasLifted = history.lifted.has(keys.suppression(addressHash(address)).pk);
    if (practitioner.email !== address || isListingOver(practitioner) || wasLifted) continue;
    if (offer.state === 'pending') tell(`offer ${offer.id} came back for good and is still waited for`);
    if (practitioner.unreachableSince === undefined)
      tell(`${practitioner.id} has not got offer ${offer.id} and counts as reachable`);
  }
};
