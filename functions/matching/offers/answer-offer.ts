import type { Link } from '../../../shared/notifications/link.ts';
import { placesFree } from '../../../shared/capacity/capacity.ts';
import { answerable } from '../../../shared/offers/offer-moves.ts';
import { periodLeft } from '../../../shared/requests/request.ts';
import { type Instant, londonDay } from '../../../shared/kernel/time.ts';
import type { ServiceSystem } from '../../../shared/systems/service-system.ts';
import type { HttpHandler, HttpReply, HttpRequest } from '../../web/http/http-message.ts';
import type { Log } from '../../platform/log.ts';
import { agreedIn } from './agreed-in.ts';
import { decideOffer } from './decide-offer.ts';
import type { WriteDeps } from '../../store/write-deps.ts';
import type { OfferDecision, OfferFacts } from './offer-decision.ts';
import { readOfferFacts } from './offer-facts.ts';
import { decisionIn, offerStep } from './offer-questions.ts';
import {
  choiceReply,
  datesReply,
  errorsReply,
  otherwiseReply,
  outcomeReply,
  refusedReply,
} from './offer-replies.ts';
import { placeGone } from './place-gone.ts';
import { readStep } from '../../web/forms/read-step.ts';
import { type LinkDeps, withLink } from '../../web/links/with-link.ts';

interface Deps extends WriteDeps, LinkDeps {
  readonly system: ServiceSystem;
  readonly log: Log;
}

/** The error of somebody who named themselves as their back-up. */
const ownBackUp = { field: 'backUpEmail', message: 'Enter the email address of somebody else' };

const wantsUndo = ({ form, json }: HttpRequest): boolean => {
  const given: unknown = json === undefined ? form['decision']?.[0] : json;
  return typeof given === 'object' && given !== null && 'decision' in given
    ? given.decision === 'undo'
    : given === 'undo';
};

/** Makes the page that shows an offer when its link is opened, depending on the offer's state. */
const standing = (
  request: HttpRequest,
  facts: OfferFacts,
  system: ServiceSystem,
  now: Instant,
): HttpReply => {
  const { offer, request: sought, practitioner } = facts;
  if (offer.state === 'accepted' || offer.state === 'declined') {
    const agreed = agreedIn(facts);
    return agreed !== undefined && request.query['dates'] !== undefined
      ? datesReply(agreed, system, now)
      : outcomeReply(request, { result: offer.state, offer, agreed }, now);
  }
  const open = answerable(offer, now);
  if (!open.ok) return refusedReply(request, placeGone(open.refusal, facts));
  const except = { requestId: sought.id, offerId: offer.id };
  return placesFree(practitioner, periodLeft(sought, londonDay(now)), except) < 1
    ? refusedReply(request, 'offer-already-filled')
    : choiceReply(request, facts, system);
};

/** Handles the link in an offer's e-mail. GET shows the offer and changes nothing; POST records the answer. */
export const answerOffer = (deps: Deps): { readonly show: HttpHandler; readonly answer: HttpHandler } => {
  const { system, table, clock, log } = deps;
  const decide = decideOffer(deps);

  const show = async (request: HttpRequest, offerId: string): Promise<HttpReply> => {
    const facts = await readOfferFacts(table, offerId, false);
    return facts === undefined
      ? refusedReply(request, 'offer-unknown')
      : standing(request, facts, system, clock.now());
  };

  const settle = async (
    request: HttpRequest,
    offerId: string,
    decision: OfferDecision,
  ): Promise<HttpReply> => {
    const now = clock.now();
    const outcome = await decide(offerId, decision, now);
    if (outcome.ok) {
      log.event(`offer-${outcome.value.result}`, { offerId });
      return outcomeReply(request, outcome.value, now);
    }
    log.event('answer-refused', { offerId, reason: outcome.refusal });
    const explained = ['offer-already-accepted', 'offer-already-declined', 'own-back-up'];
    const facts = explained.includes(outcome.refusal)
      ? await readOfferFacts(table, offerId, false)
      : undefined;
    if (facts !== undefined && outcome.refusal === 'own-back-up')
      return errorsReply(request, facts, system, [ownBackUp]);
    return facts === undefined
      ? refusedReply(request, outcome.refusal)
      : otherwiseReply(request, facts.offer, now);
  };

  const take = async (request: HttpRequest, offerId: string): Promise<HttpReply> => {
    if (wantsUndo(request)) return settle(request, offerId, { decision: 'undo' });
    const now = clock.now();
    const { answers, errors } = readStep(request, offerStep, londonDay(now));
    if (errors.length === 0) return settle(request, offerId, decisionIn(answers));
    const facts = await readOfferFacts(table, offerId, false);
    if (facts === undefined) return refusedReply(request, 'offer-unknown');
    // If the offer has been decided meanwhile, shows the decision instead of errors in the form.
    return answerable(facts.offer, now).ok
      ? errorsReply(request, facts, system, errors)
      : standing(request, facts, system, now);
  };

  const offered =
    (handler: typeof show) =>
    (request: HttpRequest, { offerId }: Link): Promise<HttpReply> =>
      offerId === undefined
        ? Promise.resolve(refusedReply(request, 'offer-unknown'))
        : handler(request, offerId);

  return {
    show: withLink(deps, 'offer', offered(show)),
    answer: withLink(deps, 'offer', offered(take)),
  };
};
