import type { Practitioner } from '../../../shared/people/practitioner.ts';
import { NEVER_MORE } from '../../../shared/people/never-more.ts';
import { placesUsed } from '../../../shared/capacity/capacity.ts';
import { addDays, type Day } from '../../../shared/kernel/time.ts';
import { askNumber, askRadios } from '../../../shared/journeys/question-builders.ts';
import type { QuestionStep } from '../../../shared/journeys/question.ts';
import { answersOfOffer } from '../../../shared/journeys/register/offer-of-supervision.ts';
import type { Choice } from '../../web/forms/choice-page.ts';
import { areYouSureStep } from '../../web/forms/are-you-sure-step.ts';
import { learnersOnLeaving, offersInWords, type OwnTies } from './manage-learners.ts';
import { newAddressStep } from './new-address-step.ts';
import type { ListingDecision } from './listing-decisions.ts';

const placesStep: QuestionStep = {
  slug: 'places',
  title: 'Change how many places you offer',
  questions: [
    askNumber({
      name: 'placesOffered',
      label: 'How many learners you can supervise at once',
      missing: 'Enter how many learners you can supervise at once',
      noun: 'Learners at once',
      min: 0,
      max: 20,
      changeWords: 'Change how many learners you can supervise at once',
    }),
  ],
};

/** Choice about live offers when their DPP pauses: take them back, or keep them for an answer. */
const liveOffersQuestion = askRadios({
  name: 'offers',
  label: 'What should happen with the offers that wait for your answer?',
  options: [
    { value: 'give-back', label: 'Take them back and ask somebody else' },
    { value: 'answer-first', label: 'I want to answer them first' },
  ],
  missing: 'Select what should happen with the offers',
  changeWords: 'Change what should happen with the offers',
});

const frame = (token: string, slug: string, { name }: Practitioner) => ({
  actingAs: `You are acting as ${name}.`,
  action: `/manage/${token}/${slug}`,
  backHref: `/manage/${token}`,
});

/** The page before an action without questions. */
export const decisionChoice = (
  token: string,
  practitioner: Practitioner,
  decision: ListingDecision,
): Choice => ({
  ...frame(token, decision.slug, practitioner),
  step: { slug: decision.slug, title: decision.title, questions: [] },
  whatHappens: decision.whatHappens,
  buttonText: decision.buttonText,
});

/** One page of the registration, filled in with the current answers, which the practitioner may change. */
export const detailsChoice = (token: string, practitioner: Practitioner, step: QuestionStep): Choice => ({
  ...frame(token, step.slug, practitioner),
  step,
  caption: 'Your listing',
  whatHappens: ['When you save, you also confirm that the rest of your details are right.'],
  before: answersOfOffer(practitioner),
  buttonText: 'Save changes',
});

export const newAddressChoice = (token: string, practitioner: Practitioner): Choice => ({
  ...frame(token, 'new-address', practitioner),
  step: newAddressStep,
  caption: 'Your listing',
  whatHappens: [
    `Our emails to ${practitioner.email} come back, so we have hidden your listing.`,
    'We will email a link to the new address. When you open the link and confirm the address, we show your listing again.',
  ],
  buttonText: 'Send the link',
});

const takenInWords = (used: number, offered: number): string => {
  if (used === 0) return 'None of your places is taken in the next 12 months.';
  if (offered === 1 && used === 1) return 'Your place is taken on at least one day of the next 12 months.';
  return `On the busiest day of the next 12 months ${used} of your ${offered} places ${used === 1 ? 'is' : 'are'} taken.`;
};

export const placesChoice = (token: string, practitioner: Practitioner, today: Day): Choice => {
  const used = placesUsed(practitioner, { from: today, to: addDays(today, 366) });
  return {
    ...frame(token, 'places', practitioner),
    step: placesStep,
    whatHappens: [
      takenInWords(used, practitioner.placesOffered),
      NEVER_MORE,
      'If you offer fewer places, your agreed matches continue. We will send you no new offers until one of your places is free.',
    ],
    before: { placesOffered: practitioner.placesOffered },
    buttonText: 'Save the number of places',
  };
};

/** Asks what to do with live offers before a listing is paused; the plain page if there are none. */
export const pauseChoice = (
  token: string,
  practitioner: Practitioner,
  decision: ListingDecision,
  ties: OwnTies,
): Choice => {
  const plain = decisionChoice(token, practitioner, decision);
  if (ties.offers.length === 0 || practitioner.state !== 'listed') return plain;
  return {
    ...plain,
    step: { ...plain.step, questions: [liveOffersQuestion] },
    sections: [{ heading: 'Waiting for your answer', items: offersInWords(ties) }],
  };
};

export const leaveChoice = (token: string, practitioner: Practitioner, ties: OwnTies): Choice => {
  const learners = ties.matches.length;
  const lent = practitioner.lentPlaces?.length ?? 0;
  return {
    ...frame(token, 'leave', practitioner),
    step: areYouSureStep('leave', 'Leave DPP Match', 'Yes, close my listing'),
    whatHappens: [
      'We will close your listing. If an offer is waiting for your answer, we will ask another DPP instead.',
      ...(learners === 0
        ? []
        : [
            `${learners === 1 ? 'One learner has' : `${learners} learners have`} agreed a place with you. If you named a back-up, we will ask that person first.`,
          ]),
      ...(lent === 0
        ? []
        : [
            `${lent === 1 ? 'A place of yours is' : `${lent} places of yours are`} kept for learners of neighbouring boards. Their services will look for another DPP within minutes.`,
          ]),
      'To come back later, register again.',
    ],
    sections: [
      ...(learners === 0
        ? []
        : [{ heading: 'What happens to your learners', items: learnersOnLeaving(ties) }]),
      ...(ties.offers.length === 0
        ? []
        : [{ heading: 'Waiting for your answer', items: offersInWords(ties) }]),
    ],
    buttonText: 'Save my answer',
    warning: true,
  };
};

export const eraseChoice = (token: string, practitioner: Practitioner): Choice => ({
  ...frame(token, 'erase', practitioner),
  step: areYouSureStep('erase', 'Erase what we hold about you', 'Yes, erase everything'),
  whatHappens: [
    'Within a minute, we will erase your name, address, numbers and everything you wrote. You cannot undo this.',
    'We will keep only a record that a place existed, with its dates and clinical area. Nothing in that record identifies you.',
    ...(practitioner.commitments.length > 0
      ? ['We will tell learners who have agreed a place with you, and help them to find another DPP.']
      : []),
  ],
  buttonText: 'Save my answer',
  warning: true,
});
