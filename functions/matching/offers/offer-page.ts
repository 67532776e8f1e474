import { boardOfGuest, learnerAcrossInWords } from '../../../shared/borders/border-words.ts';
import type { Practitioner } from '../../../shared/people/practitioner.ts';
import { learnerFirstName } from '../../../shared/requests/learner-name.ts';
import type { SupervisionRequest } from '../../../shared/requests/request.ts';
import { seatOf } from '../../../shared/requests/seat-moves.ts';
import { deadlineInWords } from '../../../shared/kernel/time-in-words.ts';
import { dayInWords } from '../../../shared/kernel/time.ts';
import { whyYou } from '../../../shared/matching/explain/explain-to-practitioner.ts';
import { listed, withinSentence, wordsOf } from '../../../shared/reference/reference-words.ts';
import { clinicalAreas } from '../../../shared/reference/clinical-areas.ts';
import { universityWords } from '../../../shared/reference/universities.ts';
import type { ServiceSystem } from '../../../shared/systems/service-system.ts';
import type { ChoicePageProps } from '../../../site/src/views/choice-page.tsx';
import { siteQuestion } from '../../web/forms/site-question.ts';
import type { OfferFacts } from './offer-decision.ts';
import { offerStep } from './offer-questions.ts';
import { hoursInWords } from '../../../shared/kernel/hours-in-words.ts';

type Shown = Pick<OfferFacts, 'offer' | 'request' | 'practitioner'>;

/**
 * Returns the learner's first name only, which is enough to notice a conflict of interest but not to identify the
 * learner.
 */
const learnerWords = (request: SupervisionRequest): string => learnerFirstName(request) ?? 'Not named yet';

const areaWords = ({ leadArea, areas }: SupervisionRequest): readonly string[] =>
  [leadArea, ...areas.filter((area) => area !== leadArea)].map(
    (id) => clinicalAreas.find((area) => area.id === id)?.words ?? id,
  );

/** Lists the facts about a request that the practitioner needs for a decision, without contact details. */
const learnerRows = ({ offer, request, practitioner }: Shown, { universities, board }: ServiceSystem) => [
  { label: 'Learner', value: learnerWords(request) },
  ...(practitioner.guest === undefined ? [] : [{ label: 'Belongs to', value: board.name }]),
  { label: 'Course', value: wordsOf(request.learnerType) },
  { label: 'Works for', value: `${request.organisation.name}, ${request.site.town}` },
  { label: 'Your role', value: wordsOf(offer.role) },
  { label: 'Clinical areas', value: areaWords(request) },
  { label: 'What the learner will prescribe', value: request.scope },
  { label: 'Setting wanted', value: wordsOf(request.setting) },
  { label: 'University', value: universityWords(universities, request.university) },
  { label: 'Dates', value: `${dayInWords(request.courseStart)} to ${dayInWords(request.courseEnd)}` },
  { label: 'Hours with you', value: hoursInWords(seatOf(request, offer.seatId)?.hours ?? request.hours) },
  {
    label: 'Days the learner is free',
    value: listed(request.days.map((day) => day.charAt(0).toUpperCase() + day.slice(1))) || 'Not said',
  },
  ...(request.canOffer === undefined
    ? []
    : [{ label: 'What their organisation offers in return', value: request.canOffer }]),
];

const whoAnswers = ({ name }: Practitioner): string => `You are answering as ${name}.`;

/** Renders the page of a pending offer. Changes nothing. */
export const offerPage = (
  { offer, request, practitioner }: Shown,
  system: ServiceSystem,
  action: string,
): Omit<ChoicePageProps, 'values' | 'errors'> => ({
  title: `A learner needs you as their ${withinSentence(wordsOf(offer.role))}`,
  actingAs: whoAnswers(practitioner),
  whatHappens: [
    ...learnerAcrossInWords(practitioner, system),
    `Answer by ${deadlineInWords(offer.expiresAt)}. After that, we will ask the next DPP.`,
    'If you accept, we will send you and the learner each other’s work contact details.',
    'If you decline, we will ask another DPP. You can undo your answer in the first hour after you send it.',
  ],
  sections: [
    { heading: 'The learner', rows: learnerRows({ offer, request, practitioner }, system) },
    { heading: 'Why we are asking you', items: whyYou(offer, system.geography) },
  ],
  questions: offerStep.questions.map(siteQuestion),
  action,
  buttonText: 'Send your answer',
});

/** Makes the JSON answer with the same content as `offerPage`. */
export const offerDocument = (facts: Shown, system: ServiceSystem) => {
  const { offer, request, practitioner } = facts;
  return {
    offerId: offer.id,
    state: offer.state,
    actingAs: practitioner.name,
    role: offer.role,
    answerBy: offer.expiresAt,
    ...(practitioner.guest === undefined ? {} : { listedWith: boardOfGuest(practitioner, system) }),
    learner: {
      board: system.board.name,
      firstName: learnerWords(request),
      profession: request.profession,
      learnerType: request.learnerType,
      organisation: request.organisation.name,
      town: request.site.town,
      leadArea: request.leadArea,
      areas: request.areas,
      scope: request.scope,
      setting: request.setting,
      university: request.university,
      courseStart: request.courseStart,
      courseEnd: request.courseEnd,
      hours: seatOf(request, offer.seatId)?.hours ?? request.hours,
      days: request.days,
    },
    why: whyYou(offer, system.geography),
  };
};
