import type { FieldError } from '../kernel/field-error.ts';
import { bodyLimits } from './body-limits.ts';

/** The HTTP status and the words of a refusal. Both are the same on a page and in JSON. */
export interface ProblemWords {
  readonly status: 400 | 403 | 404 | 405 | 409 | 410 | 413 | 415 | 422 | 429 | 500 | 503;
  readonly title: string;
  /** Advice on what the reader can do next. If absent, a page gives the usual advice for the status. */
  readonly detail?: string;
  /** Fields to correct. */
  readonly errors?: readonly FieldError[];
}

/** Every refusal that a page or the API can give, by its stable code. */
export const problems = {
  // Refusals about addresses and links
  'not-through-the-door': {
    status: 403,
    title: 'Nothing is served at this address',
    detail: 'Use the web address of the service.',
  },
  'page-not-found': { status: 404, title: 'Page not found' },
  'method-not-allowed': { status: 405, title: 'You cannot use this page in that way' },
  'answer-too-large': {
    status: 422,
    title: 'There are too many results for one answer',
    detail: 'Add a filter, or ask for one page at a time.',
  },
  'link-not-usable': { status: 410, title: 'This link no longer works' },
  'dpp-not-listed': {
    status: 404,
    title: 'This DPP is not in the directory',
    detail: 'The address may be wrong, or the DPP may have paused or left.',
  },
  'round-unknown': { status: 404, title: 'There is no such round' },

  // Refusals of the body of a request
  'sent-from-another-site': {
    status: 403,
    title: 'This form was sent from another website',
    detail: 'Open the page again and send the form from there.',
  },
  'body-too-large': { status: 413, title: `The body is larger than ${bodyLimits.kilobytes} KB` },
  'body-not-utf-8': { status: 400, title: 'The body is not UTF-8 text' },
  'content-type-not-supported': { status: 415, title: 'Send a form or JSON' },
  'content-encoding-not-supported': { status: 415, title: 'Send the body without compression' },
  'json-not-readable': { status: 400, title: 'The body is not valid JSON' },
  'json-too-deep': { status: 400, title: `The body is nested more than ${bodyLimits.levels} levels` },
  'json-too-many-values': { status: 400, title: `The body contains more than ${bodyLimits.values} values` },
  'json-name-not-allowed': { status: 400, title: 'The body contains a name that is not allowed' },
  'form-not-readable': { status: 400, title: 'We cannot read this form' },
  'form-too-many-fields': { status: 400, title: `The form contains more than ${bodyLimits.fields} fields` },
  'form-name-not-allowed': { status: 400, title: 'The form contains a field that is not allowed' },
  'fields-not-accepted': { status: 422, title: 'Some fields need attention' },

  'own-back-up': { status: 422, title: 'Enter the email address of somebody else' },

  // Refusals about registrations, requests and listings
  'too-many-confirmations': {
    status: 429,
    title: 'Try again tomorrow',
    detail:
      'We have emailed this address 3 times today, and that is the most that we do. Look for our emails in its inbox and its junk folder.',
  },
  'too-many-leads': {
    status: 429,
    title: 'You have named 5 other prescribing leads',
    detail: 'Contact the programme team. They can decide without a lead.',
  },
  'too-many-from-network': {
    status: 429,
    title: 'Try again in an hour',
    detail:
      'Many people on your network have sent this form in the last hour. Your answers are not lost: go back in your browser then, and send the form again.',
  },
  'already-registered': {
    status: 409,
    title: 'This email address is already registered',
    detail:
      'There is a listing with this email address. To change it, or to add a second site, open the link in any of our emails. A colleague who shares this mailbox needs an email address of their own.',
  },
  'number-already-registered': {
    status: 409,
    title: 'This registration number already has a listing',
    detail:
      'Another email address already has a listing with this registration number. One listing covers all your employers: open the link in any of our emails to it and add the second site. If your address has changed, ask the programme team to update it.',
  },
  'number-registered-elsewhere': {
    status: 409,
    title: 'This registration number has a listing in another area',
    detail:
      'A DPP can have one listing. Ask the programme team if you want to be listed here. We have told the team of the other area.',
  },
  'too-many-open-requests': {
    status: 409,
    title: 'You already have 3 open requests',
    detail:
      'You can have 3 open requests at once. Withdraw a request that you no longer need, then open this link again.',
  },
  'learner-asked-before': {
    status: 409,
    title: 'A learner with this number already has a request',
    detail:
      'A learner can have one request at a time. Check the number. If it is right, ask the learner, or contact the programme team.',
  },
  'support-not-needed': {
    status: 410,
    title: 'Your answer is no longer needed',
    detail:
      'The request has been opened, closed or withdrawn since we wrote to you. You do not need to do anything.',
  },
  'request-not-changeable': {
    status: 409,
    title: 'Your request cannot change in this way now',
    detail:
      'It has been closed, agreed or paused since you opened this page. Open your page again to see it.',
  },
  'change-agreed-already': {
    status: 409,
    title: 'A DPP has agreed to this already',
    detail:
      'Somebody has agreed to supervise you as your request is. You can move the dates on your page. To change anything else that they agreed to, reply to our email.',
  },
  'change-asked-before': {
    status: 409,
    title: 'This learner has another request',
    detail: 'A learner can have one request at a time. Check the registration number and the employer.',
  },
  'change-date-passed': {
    status: 409,
    title: 'The day by which you need the DPP has passed',
    detail: 'Change the dates first: nobody can be found by a day that has passed.',
  },
  'too-many-unnamed-learners': {
    status: 409,
    title: 'This employer already has open requests for learners without a number',
    detail:
      'An employer can have 3 open requests for learners without a registration number, and more when its prescribing lead has said how many. Send a request with the learner’s number, or let the lead send one request for all of them.',
  },
  'not-possible-now': {
    status: 409,
    title: 'This is not possible at the moment',
    detail: 'Your listing has changed since you opened this page. Open the page again to see the changes.',
  },

  // Refusals about offers
  'offer-unknown': {
    status: 404,
    title: 'This link does not work',
    detail: 'Open the link in your latest email from us. The request may have been removed.',
  },
  'offer-already-accepted': {
    status: 409,
    title: 'You have already accepted this request',
    detail:
      'To change your answer, undo it first. You can undo it only in the first hour after you answered.',
  },
  'offer-already-declined': {
    status: 409,
    title: 'You have already declined this request',
    detail:
      'To change your answer, undo it first. You can undo it only in the first hour after you answered.',
  },
  'offer-already-filled': {
    status: 409,
    title: 'Your place is already filled',
    detail: 'Another learner has taken your last place for these dates. You do not need to do anything.',
  },
  'offer-lapsed': {
    status: 410,
    title: 'The time to answer is over',
    detail: 'We are asking another DPP to supervise this learner. You stay listed for other learners.',
  },
  'offer-withdrawn': {
    status: 410,
    title: 'This request has been withdrawn',
    detail: 'The learner no longer needs an answer from you. You stay listed for other learners.',
  },
  'nothing-to-undo': {
    status: 409,
    title: 'There is nothing to undo',
    detail: 'Open the link in your email to see the request.',
  },
  'undo-too-late': {
    status: 409,
    title: 'It is too late to undo your answer',
    detail:
      'You can undo an answer only in the first hour after you send it. Contact the programme team if you need to change it.',
  },
  'takes-no-offers': {
    status: 409,
    title: 'You cannot undo this answer now',
    detail:
      'Your listing takes no offers at the moment, so we cannot ask you again. Contact the programme team if you cannot supervise this learner.',
  },
  'too-many-pending': {
    status: 409,
    title: 'Answer another request first',
    detail:
      'You already have 3 requests to answer. When you have answered one of them, you can undo this answer.',
  },
  'request-closed': {
    status: 409,
    title: 'The learner’s request is closed',
    detail: 'Your answer can no longer be changed here. Contact the programme team if you need to change it.',
  },

  // Refusals about matches
  'match-unknown': { status: 404, title: 'This link does not work' },
  'match-undone': {
    status: 410,
    title: 'This match has been undone',
    detail: 'You do not need to do anything.',
  },
  'nothing-asked': {
    status: 410,
    title: 'Your answer is no longer needed',
    detail:
      'The learner needs no other dates any more, or you have answered. You do not need to do anything.',
  },
  'dates-place-taken': {
    status: 409,
    title: 'You have no free place on the new dates',
    detail:
      'Another learner has your place on some of these days. Offer another place on your page and then say yes, or say no.',
  },
  'match-already-ended': {
    status: 409,
    title: 'This match has already ended',
    detail: 'Open the link in your email to see the match, or contact the programme team.',
  },
  'match-not-begun': {
    status: 409,
    title: 'This match has not begun',
    detail: 'You can say that the hours are done from the first day on.',
  },
  'match-goes-on': {
    status: 409,
    title: 'This match has not ended yet',
    detail: 'Tell us first whether the period of learning in practice is over.',
  },
  'not-later': {
    status: 422,
    title: 'Some fields need attention',
    errors: [{ field: 'until', message: 'New last day must be later than the old one' }],
  },
  'place-taken': {
    status: 422,
    title: 'Some fields need attention',
    errors: [
      {
        field: 'until',
        message:
          'Enter an earlier last day, or ask the DPP to offer another place. Another learner has this place before the new last day',
      },
    ],
  },

  // Refusals because of the state of the service
  'not-published-yet': {
    status: 503,
    title: 'This page is being prepared',
    detail: 'We are counting the figures and listing the DPPs. Try again in a few minutes.',
  },
  busy: { status: 503, title: 'Try again in a moment' },
  unexpected: { status: 500, title: 'There is a problem with the service' },
} as const satisfies Readonly<Record<string, ProblemWords>>;

/** The stable code of a refusal, for programs, such as "offer-already-filled". */
export type ProblemCode = keyof typeof problems;
