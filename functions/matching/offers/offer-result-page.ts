import type { Offer } from '../../../shared/offers/offer.ts';
import { undoUntil } from '../../../shared/offers/undo-offer.ts';
import { clockInWords } from '../../../shared/kernel/time-in-words.ts';
import type { MessagePageProps } from '../../../site/src/views/message-page.tsx';
import type { OfferOutcome } from './offer-decision.ts';

const words: Readonly<
  Record<OfferOutcome['result'], { readonly title: string; readonly said: readonly string[] }>
> = {
  accepted: {
    title: 'You have accepted',
    said: [
      'We have emailed you and the learner each other’s work contact details and what to do next.',
      'Your place is taken until the course ends, and your listing shows one place fewer.',
    ],
  },
  declined: {
    title: 'You have said no',
    said: ['Thank you for answering. We ask the next DPP now. You stay listed for other learners.'],
  },
  'conflict-declared': {
    title: 'The programme team looks at your conflict of interest',
    said: [
      'Nothing is agreed yet. The team decides whether you can supervise this learner and writes to you.',
      'Meanwhile we ask others.',
    ],
  },
  'asked-again': {
    title: 'Your answer is undone',
    said: ['The learner’s request waits for your answer again. Open the link in our email to answer.'],
  },
  willing: {
    title: 'You are back among those we can ask',
    said: [
      'Another DPP is being asked now, or your place is promised to another learner.',
      'If that changes, we may ask you again.',
    ],
  },
};

/** "Undo" for as long as it works. */
const undoForm = (offer: Offer, action: string, now: string) => {
  const until = undoUntil(offer);
  return until === undefined || now >= until
    ? undefined
    : { until, form: { action, buttonText: 'Undo my answer', hidden: { decision: 'undo' } } };
};

/** How an offer stands after an answer; the same page for the same answer, however often it is sent. */
export const offerResultPage = (
  { result, offer }: OfferOutcome,
  action: string,
  now: string,
): MessagePageProps => {
  const { title, said } = words[result];
  const undo = result === 'willing' ? undefined : undoForm(offer, action, now);
  return {
    title,
    paragraphs:
      undo === undefined ? said : [...said, `You can undo your answer until ${clockInWords(undo.until)}.`],
    ...(undo === undefined ? {} : { form: undo.form }),
    referrer: 'no-referrer',
  };
};

/** The opposite of what was decided was sent: says what was decided, and how to undo it. */
export const decidedOtherwisePage = (offer: Offer, action: string, now: string): MessagePageProps => {
  const undo = undoForm(offer, action, now);
  const decided = offer.state === 'accepted' ? 'accepted' : 'declined';
  return {
    title: `You have already ${decided} this request`,
    paragraphs: [
      undo === undefined
        ? 'An answer can be undone for an hour. Contact the programme team if it has to change.'
        : `To change it, undo your answer first. You can until ${clockInWords(undo.until)}.`,
    ],
    ...(undo === undefined ? {} : { form: undo.form }),
    referrer: 'no-referrer',
  };
};

/** The same for programs. */
export const resultDocument = ({ result, offer }: OfferOutcome, now: string) => {
  const until = undoUntil(offer);
  return {
    offerId: offer.id,
    result,
    state: offer.state,
    ...(offer.state === 'accepted' ? { matchId: offer.matchId } : {}),
    ...(until === undefined || now >= until ? {} : { undoUntil: until }),
  };
};
