import type { FieldError } from '../../../shared/kernel/field-error.ts';
import { isCurrent, type Match } from '../../../shared/matches/match.ts';
import { feedbackOf, type Side } from '../../../shared/matches/match-feedback.ts';
import { dayInWords } from '../../../shared/kernel/time.ts';
import type { QuestionStep } from '../../../shared/journeys/question.ts';
import { asTyped } from '../../../shared/journeys/form-values.ts';
import { withinSentence, wordsOf } from '../../../shared/reference/reference-words.ts';
import { ChoicePage } from '../../../site/src/views/choice-page.tsx';
import { MessagePage } from '../../../site/src/views/message-page.tsx';
import { renderPage } from '../../../site/src/views/render-page.ts';
import type { HttpReply, HttpRequest } from '../../web/http/http-message.ts';
import { fieldsNotAccepted } from '../../web/http/fields-not-accepted.ts';
import { problem } from '../../web/http/problem.ts';
import { answer } from '../../web/http/reply.ts';
import { siteQuestion } from '../../web/forms/site-question.ts';
import { feedbackStep, outcomeStep } from './feedback-questions.ts';
import { hoursInWords } from '../../../shared/kernel/hours-in-words.ts';

const documentOf = (match: Match, side: Side) => ({
  matchId: match.id,
  state: match.state,
  from: match.from,
  to: match.to,
  feedbackGiven: feedbackOf(match, side) !== undefined,
});

const actingAs = ({ role, host, home }: Match, side: Side): string =>
  side === 'practitioner'
    ? `You are answering as the ${withinSentence(wordsOf(role))} of a learner from ${home.name}.`
    : `You are answering for the learner whose ${withinSentence(wordsOf(role))} works for ${host.name}.`;

const whatHappens = (step: QuestionStep): readonly string[] =>
  step === outcomeStep
    ? [
        'When the period is over, the place will be free for another learner, and we will ask both the learner and the DPP for feedback.',
      ]
    : ['Your answers help the programme team to support learners and DPPs.'];

const asked = (
  request: HttpRequest,
  match: Match,
  side: Side,
  step: QuestionStep,
  errors: readonly FieldError[],
): HttpReply =>
  answer({
    request,
    status: errors.length > 0 ? 422 : 200,
    personal: true,
    json: { ...documentOf(match, side), asks: step.questions.map(({ name }) => name) },
    page: (branding) =>
      renderPage(branding, ChoicePage, {
        title: step.title,
        actingAs: actingAs(match, side),
        whatHappens: whatHappens(step),
        sections: [
          {
            heading: 'The period of learning in practice',
            rows: [
              { label: 'Dates', value: `${dayInWords(match.from)} to ${dayInWords(match.to)}` },
              { label: 'Hours agreed', value: hoursInWords(match.hours) },
            ],
          },
        ],
        questions: step.questions.map(siteQuestion),
        values: errors.length > 0 ? asTyped(request.form) : {},
        errors,
        action: request.path,
        buttonText: 'Send your answer',
      }),
  });

/**
 * Makes the page for the match's state: the question whether the match is over, the feedback form, or a page of
 * thanks.
 */
export const standingReply = (
  request: HttpRequest,
  match: Match,
  side: Side,
  errors: readonly FieldError[] = [],
): HttpReply => {
  if (errors.length > 0 && request.wantsJson) return problem(request, fieldsNotAccepted(errors));
  if (isCurrent(match)) return asked(request, match, side, outcomeStep, errors);
  if (feedbackOf(match, side) === undefined) return asked(request, match, side, feedbackStep, errors);
  return answer({
    request,
    personal: true,
    json: documentOf(match, side),
    page: (branding) =>
      renderPage(branding, MessagePage, {
        title: 'Thank you for your feedback',
        paragraphs: ['We have saved your feedback. There is nothing more to do.'],
        referrer: 'same-origin',
      }),
  });
};

/** Makes the page that confirms the new last day of a match. */
export const extendedReply = (request: HttpRequest, match: Match, side: Side): HttpReply =>
  answer({
    request,
    personal: true,
    json: documentOf(match, side),
    page: (branding) =>
      renderPage(branding, MessagePage, {
        title: `The new last day is ${dayInWords(match.to)}`,
        paragraphs: [
          'The place stays taken until then. A week before, we will ask you again whether the period is over.',
        ],
        referrer: 'same-origin',
      }),
  });
