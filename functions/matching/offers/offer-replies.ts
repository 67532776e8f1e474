import type { FieldError } from '../../../shared/kernel/field-error.ts';
import type { Offer } from '../../../shared/offers/offer.ts';
import { CALENDAR_NAME, matchCalendar } from '../../../shared/matches/match-calendar.ts';
import { learnerFirstName } from '../../../shared/requests/learner-name.ts';
import { asTyped } from '../../../shared/journeys/form-values.ts';
import { ChoicePage } from '../../../site/src/views/choice-page.tsx';
import { MessagePage } from '../../../site/src/views/message-page.tsx';
import { renderPage } from '../../../site/src/views/render-page.ts';
import type { ServiceSystem } from '../../../shared/systems/service-system.ts';
import type { HttpReply, HttpRequest } from '../../web/http/http-message.ts';
import { fieldsNotAccepted } from '../../web/http/fields-not-accepted.ts';
import { problem, problemOf } from '../../web/http/problem.ts';
import { answer, file } from '../../web/http/reply.ts';
import type { Agreed, AnswerRefusal, OfferFacts, OfferOutcome } from './offer-decision.ts';
import { offerAnswerPage, offerDocument, offerPage } from './offer-page.ts';
import { ANSWER, answerChosen } from './offer-questions.ts';
import { decidedOtherwisePage, offerResultPage, resultDocument } from './offer-result-page.ts';

/** Makes the reply to a refused answer. */
export const refusedReply = (request: HttpRequest, refusal: AnswerRefusal | 'busy'): HttpReply =>
  problem(request, problemOf(refusal));

/**
 * Makes the reply to an answer that contradicts the recorded decision: says what was decided, and how to undo it.
 */
export const otherwiseReply = (request: HttpRequest, offer: Offer, now: string): HttpReply =>
  request.wantsJson
    ? refusedReply(request, offer.state === 'accepted' ? 'offer-already-accepted' : 'offer-already-declined')
    : answer({
        request,
        status: 409,
        personal: true,
        page: (branding) => renderPage(branding, MessagePage, decidedOtherwisePage(offer, request.path, now)),
        json: undefined,
      });

/** Makes the reply after an answer. */
export const outcomeReply = (request: HttpRequest, outcome: OfferOutcome, now: string): HttpReply =>
  answer({
    request,
    personal: true,
    page: (branding) => renderPage(branding, MessagePage, offerResultPage(outcome, request.path, now)),
    json: resultDocument(outcome, now),
  });

/** Sends the dates of an agreed match as a calendar file. */
export const datesReply = ({ request, match }: Agreed, { id }: ServiceSystem, now: string): HttpReply =>
  file({
    body: matchCalendar(request, [{ match, other: learnerFirstName(request) ?? 'the learner' }], id, now),
    contentType: 'text/calendar; charset=utf-8',
    fileName: CALENDAR_NAME,
    personal: true,
  });

/** Makes the reply that shows the offer, or the questions that follow the answer chosen on its page. */
export const choiceReply = (request: HttpRequest, facts: OfferFacts, system: ServiceSystem): HttpReply => {
  const chosen = answerChosen(request.query[ANSWER]);
  return answer({
    request,
    personal: true,
    page: (branding) =>
      renderPage(
        branding,
        ChoicePage,
        chosen === undefined
          ? offerPage(facts, system, request.path)
          : offerAnswerPage(facts, chosen, request.path),
      ),
    json: offerDocument(facts, system),
  });
};

/**
 * Shows the questions again, with every answer kept and errors next to the fields; for JSON, lists the errors as a problem
 * document.
 */
export const errorsReply = (
  request: HttpRequest,
  facts: OfferFacts,
  system: ServiceSystem,
  errors: readonly FieldError[],
): HttpReply => {
  if (request.wantsJson) return problem(request, fieldsNotAccepted(errors));
  const chosen = answerChosen(request.form['decision']);
  return answer({
    request,
    status: 422,
    personal: true,
    page: (branding) =>
      renderPage(branding, ChoicePage, {
        ...(chosen === undefined
          ? offerPage(facts, system, request.path)
          : offerAnswerPage(facts, chosen, request.path)),
        values: asTyped(request.form),
        errors,
      }),
    json: undefined,
  });
};
