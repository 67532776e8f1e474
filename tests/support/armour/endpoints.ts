import { capacityStep } from '../../../shared/journeys/capacity-step.ts';
import { confirmStep } from '../../../shared/journeys/confirm-step.ts';
import { listingDecisions } from '../../../functions/registration/listings/listing-decisions.ts';
import { listingSteps } from '../../../functions/registration/listings/listing-steps.ts';
import { newAddressStep } from '../../../functions/registration/listings/new-address-step.ts';
import { placesChoice } from '../../../functions/registration/listings/manage-choices.ts';
import { areYouSureStep } from '../../../functions/web/forms/are-you-sure-step.ts';
import { namedStep } from '../../../functions/registration/confirmation/named-step.ts';
import { leadStep } from '../../../functions/registration/confirmation/lead-step.ts';
import { anotherLeadStep, workAddressStep } from '../../../functions/registration/requests/support-steps.ts';
import { supportStep } from '../../../functions/registration/requests/support-step.ts';
import { vouchStep } from '../../../functions/programme/vouching/vouch-step.ts';
import { datesStep } from '../../../functions/matching/matches/dates-step.ts';
import { feedbackStep, outcomeStep } from '../../../functions/matching/matches/feedback-questions.ts';
import { offerStep } from '../../../functions/matching/offers/offer-questions.ts';
import { askedIn } from '../../../shared/journeys/check-journey.ts';
import { listConsent, listStep } from '../../../shared/journeys/request/list-step.ts';
import type { RouteKey } from '../../../shared/contracts/routes.ts';
import type { Answers, Journey, Question, QuestionStep } from '../../../shared/journeys/question.ts';
import { answersOfOffer } from '../../../shared/journeys/register/offer-of-supervision.ts';
import {
  confirmRoom,
  datesRoom,
  feedbackRoom,
  leadRoom,
  namedRoom,
  listingRoom,
  offerRoom,
  registerRoom,
  requestRoom,
  type Room,
  statusRoom,
  supportRoom,
  unsubscribeRoom,
  vouchRoom,
  waitingRequest,
} from './rooms.ts';
import { NOW, TODAY, aPractitioner, aRequest } from '../builders.ts';
import { foundationAnswers, onCourseAnswers, registerAnswers, requestAnswers } from '../journey/answers.ts';
import { kentRegistration, kentRequest } from '../journeys.ts';

/** One valid use of an endpoint, and the questions whose fields can be attacked. */
export interface Way {
  readonly path: (token: string) => string;
  /** The questions that apply if the good answers are given. */
  readonly questions: readonly Question[];
  readonly good: Answers;
  readonly room: () => Promise<Room>;
  /** Whether the stored value stays unchanged if an answer is missing. */
  readonly keepsTheRest?: boolean;
}

export interface Endpoint {
  readonly route: Extract<RouteKey, `POST /${string}`>;
  readonly ways: readonly Way[];
  /** Every question of the endpoint. Each must apply in at least one of `ways`. */
  readonly known: readonly Question[];
  /** Whether the endpoint ignores the body. */
  readonly takesAnything?: true;
}

const way = (
  step: QuestionStep,
  good: Answers,
  path: Way['path'],
  room: Way['room'],
  keepsTheRest = false,
): Way => ({ path, questions: askedIn(step, good), good, room, keepsTheRest });

const bodyOf = (
  { steps }: Journey,
  goods: readonly Answers[],
  route: Endpoint['route'],
  room: Way['room'],
): Endpoint => ({
  route,
  known: steps.flatMap(({ questions }) => questions),
  ways: goods.map((good) => ({
    path: () => route.slice('POST '.length),
    questions: steps.flatMap((step) => askedIn(step, good)),
    good,
    room,
  })),
});

const onlyOf = ({ questions }: QuestionStep, answers: Answers): Answers =>
  Object.fromEntries(
    questions.flatMap(({ name }) => {
      const value = answers[name];
      return value === undefined ? [] : [[name, value] as const];
    }),
  );

/**
 * A listing that has not been checked, so that its registration number can still be changed. It needs a justification,
 * because the DPP has prescribed for two years only.
 */
const { check: _check, ...unchecked } = aPractitioner({
  state: 'awaiting-check',
  yearsPrescribing: 2,
  justification: 'I prescribe every day.',
});

const manageWays = (): readonly Way[] => {
  const listed = aPractitioner();
  const own = listingSteps(kentRegistration, unchecked).map((step) => {
    const good = onlyOf(step, answersOfOffer(unchecked));
    return way(
      step,
      good,
      (token) => `/manage/${token}/${step.slug}`,
      () => listingRoom('manage', unchecked),
      true,
    );
  });
  const places = placesChoice('', listed, TODAY).step;
  const pressed = listingDecisions.map(({ slug, title }) =>
    way(
      { slug, title, questions: [] },
      {},
      (token) => `/manage/${token}/${slug}`,
      () => listingRoom('manage', slug === 'resume' ? aPractitioner({ state: 'paused' }) : listed),
    ),
  );
  const sure = ['leave', 'erase'].map((slug) =>
    way(
      areYouSureStep(slug, '', ''),
      { decision: 'yes' },
      (token) => `/manage/${token}/${slug}`,
      () => listingRoom('manage'),
    ),
  );
  const lost = aPractitioner({ unreachableSince: NOW });
  return [
    ...own,
    way(
      newAddressStep,
      { email: 'amara@new.example' },
      (token) => `/manage/${token}/${newAddressStep.slug}`,
      () => listingRoom('manage', lost),
    ),
    way(
      places,
      { placesOffered: 3 },
      (token) => `/manage/${token}/places`,
      () => listingRoom('manage'),
    ),
    ...pressed,
    ...sure,
  ];
};

/** A request that was made of one form with two others. */
const ofGroup = aRequest({ group: { firstId: 'req1', learner: 1, learners: 3 } });

const statusWays = (): readonly Way[] => {
  const at =
    (slug: string): Way['path'] =>
    (token) =>
      `/status/${token}/${slug}`;
  const sure = (slug: string, room: Way['room']): Way =>
    way(areYouSureStep(slug, '', ''), { decision: 'yes' }, at(slug), room);
  return [
    sure('withdraw', () => statusRoom()),
    sure('withdraw-all', () => statusRoom(ofGroup)),
    sure('erase', () => statusRoom()),
    way(anotherLeadStep, { name: 'Nora Lead', email: 'nora@shared.example' }, at('another-lead'), () =>
      statusRoom(waitingRequest),
    ),
    way(workAddressStep, { email: 'lee@work.example' }, at('work-address'), () => statusRoom(waitingRequest)),
  ];
};

const ofWays = (
  route: Endpoint['route'],
  ways: readonly Way[],
  steps: readonly QuestionStep[] = [],
): Endpoint => ({
  route,
  ways,
  known: [...steps.flatMap(({ questions }) => questions), ...ways.flatMap(({ questions }) => questions)],
});

const atToken = (start: string) => (token: string) => `/${start}/${token}`;

/** Every POST route that reads a body, as written in the list of routes. */
const ofList: QuestionStep = {
  ...listStep(kentRequest),
  questions: [...listStep(kentRequest).questions, ...listConsent(kentRequest)],
};

/** Answers that an employer gives once for all learners of a list, with a list of one. */
const listAnswers: Answers = {
  requesterName: 'Nina Lead',
  email: 'nina@learner.example',
  organisation: 'Harbour Surgery',
  employerSupport: true,
  nmpLeadName: 'Nina Lead',
  nmpLeadEmail: 'nina@learner.example',
  ownDpp: 'none',
  consent: true,
  list: [
    'Name of learner;Registration number;Profession;Kind of learner;Postcode of workplace;University;Course starts;Applications close;Main clinical area;Scope of practice;Setting;Days free;Remote possible',
    'Zoë Müller;2054310;Pharmacist;pharmacist-ip;ME4 6AA;medway;1 February 2027;18/01/2027;cardiovascular;Adults with hypertension.;general-practice;Monday;No',
  ].join('\n'),
};

export const endpoints = (): readonly Endpoint[] => [
  bodyOf(
    kentRegistration,
    [
      registerAnswers(),
      registerAnswers({
        yearsPrescribing: 2,
        justification: 'I prescribe every day.',
        regulator: 'gphc',
      }),
    ],
    'POST /api/v1/practitioners',
    registerRoom,
  ),
  bodyOf(
    kentRequest,
    [
      requestAnswers(),
      requestAnswers({
        profession: 'nurse',
        learnerType: 'v300',
        registrationNumber: '12A3456E',
        onePersonReason: 'There is one prescriber only.',
      }),
      // An employer who does not know yet who the learners will be.
      requestAnswers({
        requestedBy: 'employer',
        learnerName: undefined,
        registrationNumber: undefined,
        learners: 3,
      }),
      onCourseAnswers(),
      foundationAnswers({
        designatedSupervisorName: 'Sue Pervisor',
        designatedSupervisorEmail: 'sue@learner.example',
        rotationSetting: 'general-practice',
        rotationOutcode: 'ME7',
        rotationWeeks: 13,
      }),
    ],
    'POST /api/v1/requests',
    requestRoom,
  ),
  ofWays('POST /api/v1/requests/list', [
    way(ofList, listAnswers, () => '/api/v1/requests/list', requestRoom),
  ]),
  ofWays('POST /confirm/{token}', [
    way(confirmStep('', '', ''), { decision: 'yes' }, atToken('confirm'), () => confirmRoom('practitioner')),
    way(confirmStep('', '', ''), { decision: 'no' }, atToken('confirm'), () => confirmRoom('practitioner')),
    way(confirmStep('', '', ''), { decision: 'yes' }, atToken('confirm'), () => confirmRoom('request')),
  ]),
  ofWays(
    'POST /capacity/{token}',
    [
      way(capacityStep, { canSupervise: 'yes', placesOffered: 2 }, atToken('capacity'), () =>
        listingRoom('capacity'),
      ),
      way(capacityStep, { canSupervise: 'no', nextYearReason: 'other' }, atToken('capacity'), () =>
        listingRoom('capacity'),
      ),
    ],
    [capacityStep],
  ),
  ofWays('POST /manage/{token}/{action}', manageWays()),
  ofWays('POST /status/{token}/{action}', statusWays()),
  ofWays(
    'POST /offers/{token}',
    [
      way(offerStep, { decision: 'accept' }, atToken('offers'), offerRoom),
      way(offerStep, { decision: 'decline', reason: 'no-time' }, atToken('offers'), offerRoom),
    ],
    [offerStep],
  ),
  ofWays(
    'POST /feedback/{token}',
    [
      way(outcomeStep, { outcome: 'longer', until: '2027-12-01' }, atToken('feedback'), () =>
        feedbackRoom(false),
      ),
      way(outcomeStep, { outcome: 'ended-early', reason: 'other' }, atToken('feedback'), () =>
        feedbackRoom(false),
      ),
      way(feedbackStep, { rating: '5', wouldAgain: true }, atToken('feedback'), () => feedbackRoom(true)),
    ],
    [outcomeStep, feedbackStep],
  ),
  ofWays(
    'POST /dates/{token}',
    [
      way(datesStep, { answer: 'yes' }, atToken('dates'), datesRoom),
      way(datesStep, { answer: 'no' }, atToken('dates'), datesRoom),
    ],
    [datesStep],
  ),
  ofWays(
    'POST /vouch/{token}',
    [way(vouchStep, { answer: 'yes' }, atToken('vouch'), vouchRoom)],
    [vouchStep],
  ),
  ofWays(
    'POST /support/{token}',
    [
      way(supportStep, { answer: 'supports' }, atToken('support'), supportRoom),
      way(supportStep, { answer: 'does-not-support' }, atToken('support'), supportRoom),
    ],
    [supportStep],
  ),
  ofWays(
    'POST /lead/{token}',
    [
      way(leadStep, { answer: 'yes' }, atToken('lead'), leadRoom),
      way(leadStep, { answer: 'no' }, atToken('lead'), leadRoom),
    ],
    [leadStep],
  ),
  ofWays(
    'POST /named/{token}',
    [
      way(namedStep, { answer: 'object' }, atToken('named'), namedRoom),
      way(namedStep, { answer: 'agree' }, atToken('named'), namedRoom),
    ],
    [namedStep],
  ),
  {
    route: 'POST /unsubscribe/{token}',
    known: [],
    takesAnything: true,
    ways: [{ path: atToken('unsubscribe'), questions: [], good: {}, room: unsubscribeRoom }],
  },
];

/** POST routes that read no body: the only button on their pages requests a new link. */
export const withoutBody = ['POST /manage/{token}', 'POST /status/{token}'];

/** The question pages, whose forms contain the answers of earlier pages. */
export const pages = { 'POST /register/{step}': registerRoom, 'POST /request/{step}': requestRoom };
