import type { Offer } from '../../../shared/offers/offer.ts';
import { undoUntil } from '../../../shared/offers/undo-offer.ts';
import { clockInWords } from '../../../shared/kernel/time-in-words.ts';
import type { MessagePageProps } from '../../../site/src/views/message-page.tsx';
import { dayInWords } from '../../../shared/kernel/time.ts';
import { nextStepsOfPractitioner } from '../../../shared/matches/next-steps.ts';
import { requesterContact } from '../../../shared/requests/requester-contact.ts';
import { RENEWAL } from '../../web/links/with-link.ts';
import type { Agreed, OfferOutcome } from './offer-decision.ts';

const words: Readonly<
  Record<OfferOutcome['result'], { readonly title: string; readonly said: readonly string[] }>
> = {
  accepted: {
    title: 'You have accepted',
    said: [
      'We have emailed you and the learner each other’s work contact details.',
      'One of your places is now taken until the course ends, and your listing shows one place fewer.',
    ],
  },
  declined: {
    title: 'You have declined',
    said: ['Thank you for answering. We are asking the next DPP now. You stay listed for other learners.'],
  },
  'conflict-declared': {
    title: 'The programme team will look at your conflict of interest',
    said: [
      'Nothing is agreed yet. The team will decide whether you can supervise this learner, and will email you.',
      'Meanwhile, we are asking other DPPs.',
    ],
  },
  'asked-again': {
    title: 'Your answer has been undone',
    said: ['The offer is waiting for your answer again. To answer, open the link in our email.'],
  },
  willing: {
    title: 'Thank you: we may ask you again',
    said: [
      'We are already asking another DPP, or your place is being kept for another learner.',
      'If that changes, we may ask you again to supervise this learner.',
    ],
  },
};

const hasBackUp = ({ backUpName, backUpEmail }: Agreed['practitioner']): boolean =>
  backUpName !== undefined || backUpEmail !== undefined;

/** Says who the learner is, how to reach them, what to do next and when. */
const sectionsAfter = (
  { request, practitioner, match }: Agreed,
  action: string,
): MessagePageProps['sections'] => [
  { heading: 'How to reach the learner', rows: requesterContact(request) },
  { heading: 'What to do next', items: nextStepsOfPractitioner(request, hasBackUp(practitioner)) },
  {
    heading: 'Dates',
    rows: [
      { label: 'Supervision', value: `${dayInWords(match.from)} to ${dayInWords(match.to)}` },
      { label: 'DPP needed by', value: dayInWords(request.signOffNeededBy) },
    ],
    actions: [{ label: 'Put the dates into your calendar', href: `${action}?dates=ics` }],
  },
  {
    heading: 'Your own page',
    paragraphs: ['The button in the email that we have sent you opens your page, with all your learners.'],
  },
];

/** Makes the undo form, as long as undoing is possible. */
const undoForm = (offer: Offer, action: string, now: string) => {
  const until = undoUntil(offer);
  return until === undefined || now >= until
    ? undefined
    : {
        until,
        form: {
          action,
          buttonText: 'Undo my answer',
          hidden: { decision: 'undo' },
          isSmall: true,
          note: `Pressed the wrong button? Until ${clockInWords(until)} you can undo it.`,
        },
      };
};

/** Makes the page after an answer. A repeated answer gives the same page. */
export const offerResultPage = (
  { result, offer, agreed }: OfferOutcome,
  action: string,
  now: string,
): MessagePageProps => {
  const { title, said } = words[result];
  const shown = result === 'accepted' ? agreed : undefined;
  const undo = result === 'willing' ? undefined : undoForm(offer, action, now);
  return {
    title,
    paragraphs: said,
    sections: shown === undefined ? [] : sectionsAfter(shown, action),
    ...(shown === undefined
      ? {}
      : { other: { action, buttonText: 'Email me a link to my page', hidden: RENEWAL } }),
    ...(undo === undefined ? {} : { form: undo.form }),
    referrer: 'same-origin',
  };
};

/** Makes the page after an answer that contradicts the recorded decision: says what was decided, and how to undo it. */
export const decidedOtherwisePage = (offer: Offer, action: string, now: string): MessagePageProps => {
  const undo = undoForm(offer, action, now);
  const decided = offer.state === 'accepted' ? 'accepted' : 'declined';
  return {
    title: `You have already ${decided} this request`,
    paragraphs: [
      undo === undefined
        ? 'You can only undo an answer in the first hour after you send it. To change your answer now, contact the programme team.'
        : `To change your answer, undo it first. You can do that until ${clockInWords(undo.until)}.`,
    ],
    ...(undo === undefined ? {} : { form: undo.form }),
    referrer: 'same-origin',
  };
};

/** Makes the JSON answer with the same content as `offerResultPage`. */
export const resultDocument = ({ result, offer, agreed }: OfferOutcome, now: string) => {
  const until = undoUntil(offer);
  return {
    offerId: offer.id,
    result,
    state: offer.state,
    ...(offer.state === 'accepted' ? { matchId: offer.matchId } : {}),
    ...(agreed === undefined
      ? {}
      : {
          contact: requesterContact(agreed.request),
          next: nextStepsOfPractitioner(agreed.request, hasBackUp(agreed.practitioner)),
          from: agreed.match.from,
          to: agreed.match.to,
          signOffNeededBy: agreed.request.signOffNeededBy,
        }),
    ...(until === undefined || now >= until ? {} : { undoUntil: until }),
  };
};
