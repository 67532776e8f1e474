import { boardOfGuest, learnerAcrossInWords } from '../../../shared/borders/border-words.ts';
import type { Practitioner } from '../../../shared/people/practitioner.ts';
import { learnerFirstName } from '../../../shared/requests/learner-name.ts';
import type { SupervisionRequest } from '../../../shared/requests/request.ts';
import { deadlineInWords } from '../../../shared/kernel/time-in-words.ts';
import { whyYou } from '../../../shared/matching/explain/explain-to-practitioner.ts';
import { withinSentence, wordsOf } from '../../../shared/reference/reference-words.ts';
import { universityWords } from '../../../shared/reference/universities.ts';
import type { ServiceSystem } from '../../../shared/systems/service-system.ts';
import type { ChoicePageProps } from '../../../site/src/views/choice-page.tsx';
import { siteQuestion } from '../../web/forms/site-question.ts';
import type { OfferFacts } from './offer-decision.ts';
import { ANSWER, answerSteps, type OfferAnswer } from './offer-questions.ts';
import { hoursAWeekOf, hoursWithYou, rowsForDecision } from './rows-for-decision.ts';
import { namedHoursOf } from '../../../shared/requests/hours-with.ts';

type Shown = Pick<OfferFacts, 'offer' | 'request' | 'practitioner'>;

/**
 * Returns the learner's first name only, which is enough to notice a conflict of interest but not to identify the
 * learner.
 */
const learnerWords = (request: SupervisionRequest): string => learnerFirstName(request) ?? 'Not named yet';

/** Lists what the practitioner decides by, without contact details. */
const decisionRows = ({ offer, request, practitioner }: Shown, { board, geography }: ServiceSystem) => [
  { label: 'Learner', value: learnerWords(request) },
  ...(practitioner.guest === undefined ? [] : [{ label: 'Belongs to', value: board.name }]),
  ...rowsForDecision(request, offer, geography),
];

/** Lists further facts about the learner, without contact details. */
const learnerRows = ({ offer, request }: Shown, { universities }: ServiceSystem) => [
  { label: 'Course', value: wordsOf(request.learnerType) },
  { label: 'Your role', value: wordsOf(offer.role) },
  ...(request.scope === '' ? [] : [{ label: 'What the learner will prescribe', value: request.scope }]),
  { label: 'Setting wanted', value: wordsOf(request.setting) },
  ...(request.university === undefined
    ? []
    : [{ label: 'University', value: universityWords(universities, request.university) }]),
  ...(request.canOffer === undefined
    ? []
    : [{ label: 'What their organisation offers in return', value: request.canOffer }]),
];

const whoAnswers = ({ name }: Practitioner): string => `You are answering as ${name}.`;

/** Renders the page of a pending offer: the facts, accept and decline. Changes nothing. */
export const offerPage = (
  { offer, request, practitioner }: Shown,
  system: ServiceSystem,
  action: string,
): Omit<ChoicePageProps, 'values' | 'errors'> => ({
  title: `A learner needs you as their ${withinSentence(wordsOf(offer.role))}`,
  actingAs: whoAnswers(practitioner),
  whatHappens: learnerAcrossInWords(practitioner, system),
  sections: [
    { heading: 'The learner', rows: decisionRows({ offer, request, practitioner }, system) },
    {
      heading: 'Can you supervise this learner?',
      paragraphs: [`Answer by ${deadlineInWords(offer.expiresAt)}. After that, we will ask the next DPP.`],
    },
  ],
  choices: {
    name: ANSWER,
    options: [
      { value: 'accept', label: 'Accept' },
      { value: 'decline', label: 'Decline' },
    ],
  },
  action,
  after: [
    {
      heading: 'After your answer',
      paragraphs: [
        'Before you accept, we ask whether you have a conflict of interest. If you accept, we will send you and the learner each other’s work contact details.',
        'If you decline, we ask why, and then ask another DPP. You can undo your answer in the first hour after you send it.',
      ],
    },
    { heading: 'Why we are asking you', items: whyYou(offer, system.geography) },
    { heading: 'More about the learner', rows: learnerRows({ offer, request, practitioner }, system) },
  ],
});

/** Renders the questions that follow accept or decline. Changes nothing. */
export const offerAnswerPage = (
  { offer, request, practitioner }: Shown,
  answer: OfferAnswer,
  action: string,
): Omit<ChoicePageProps, 'values' | 'errors'> => {
  const step = answerSteps[answer];
  const hasBackUp = practitioner.backUpName !== undefined || practitioner.backUpEmail !== undefined;
  return {
    title: step.title,
    caption: learnerWords(request),
    backHref: action,
    actingAs: whoAnswers(practitioner),
    whatHappens: [
      answer === 'accept'
        ? 'When you accept, we will send you and the learner each other’s work contact details.'
        : 'When you decline, we will ask another DPP. We will not tell the learner who you are.',
      `Answer by ${deadlineInWords(offer.expiresAt)}. You can undo your answer in the first hour after you send it.`,
    ],
    questions: step.questions
      .filter(({ name }) => !(hasBackUp && name.startsWith('backUp')))
      .map(siteQuestion),
    hidden: { decision: answer },
    action,
    buttonText: answer === 'accept' ? 'Accept this learner' : 'Decline this learner',
  };
};

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
      hours: hoursWithYou(request, offer.seatId),
      hoursAWeek: hoursAWeekOf(request, offer),
      hoursInAll: request.hours,
      namedDppHours: namedHoursOf(request),
      days: request.days,
      signOffNeededBy: request.signOffNeededBy,
      employerSupport: request.employerSupport,
      remoteAcceptable: request.remoteAcceptable,
    },
    facts: decisionRows(facts, system),
    why: whyYou(offer, system.geography),
  };
};
