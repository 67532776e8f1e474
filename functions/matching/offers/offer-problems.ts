import type { Problem } from '../../web/http/http-message.ts';
import type { AnswerRefusal } from './offer-decision.ts';

/** The words and the HTTP status of every refusal of an answer. */
export const offerProblems: Readonly<Record<AnswerRefusal | 'busy', Omit<Problem, 'code' | 'errors'>>> = {
  'offer-unknown': {
    status: 404,
    title: 'This link does not work',
    detail: 'Open the link in your latest email from us. The request may have been removed.',
  },
  'offer-already-accepted': {
    status: 409,
    title: 'You have already accepted this request',
    detail: 'To change your answer, undo it first. You can do this within an hour.',
  },
  'offer-already-declined': {
    status: 409,
    title: 'You have already declined this request',
    detail: 'To change your answer, undo it first. You can do this within an hour.',
  },
  'offer-already-filled': {
    status: 409,
    title: 'Your place is already filled',
    detail: 'Another learner has taken your last place for these dates. You do not need to do anything.',
  },
  'offer-lapsed': {
    status: 410,
    title: 'The time to answer is over',
    detail: 'We are asking another DPP now. You stay listed for other learners.',
  },
  'offer-withdrawn': {
    status: 410,
    title: 'This request was withdrawn',
    detail: 'The learner no longer needs an answer from you. You stay listed for other learners.',
  },
  'nothing-to-undo': {
    status: 409,
    title: 'There is nothing to undo',
    detail: 'Open the link in your email to see the state of the request.',
  },
  'undo-too-late': {
    status: 409,
    title: 'It is too late to undo your answer',
    detail: 'You can undo an answer within an hour. Contact the programme team if you need to change it.',
  },
  'too-many-pending': {
    status: 409,
    title: 'Answer another request first',
    detail: 'You have 3 requests to answer. Answer one of them, then undo this answer.',
  },
  'request-closed': {
    status: 409,
    title: 'The learner’s request is closed',
    detail: 'Your answer can no longer be changed here. Contact the programme team if you need to change it.',
  },
  busy: { status: 503, title: 'Try again in a moment' },
};
