import type { SupervisionRequest } from '../../../shared/requests/request.ts';
import { learnerOfGroup } from '../../../shared/requests/learners-asked.ts';
import { withdrawalReasons } from '../../../shared/requests/withdrawal.ts';
import {
  askNumber,
  askRadios,
  askTextarea,
  askYesNo,
  optionsOf,
} from '../../../shared/journeys/question-builders.ts';
import type { QuestionStep } from '../../../shared/journeys/question.ts';
import type { Choice } from '../../web/forms/choice-page.ts';
import { areYouSureStep } from '../../web/forms/are-you-sure-step.ts';
import { anotherLeadStep, workAddressStep } from './support-steps.ts';

const frame = (token: string, slug: string, { requesterName }: SupervisionRequest) => ({
  actingAs: `You are acting as ${requesterName}.`,
  action: `/status/${token}/${slug}`,
  backHref: `/status/${token}`,
  caption: 'Your request for a DPP',
  buttonText: 'Save my answer',
  warning: true,
});

const nothingAsked = (slug: string, title: string): QuestionStep => ({ slug, title, questions: [] });

const withdrawStep: QuestionStep = {
  ...areYouSureStep('withdraw', 'Withdraw this request', 'Yes, withdraw it'),
  questions: [
    ...areYouSureStep('withdraw', 'Withdraw this request', 'Yes, withdraw it').questions,
    askRadios({
      name: 'reason',
      label: 'Why do you withdraw it?',
      hint: 'It helps us to find out what learners need.',
      options: optionsOf(withdrawalReasons),
      missing: 'Select why you withdraw the request',
      optional: true,
      changeWords: 'Change why you withdraw the request',
    }),
    askTextarea({
      name: 'words',
      label: 'Anything that the programme team should know',
      hint: 'Do not include anything about patients.',
      missing: 'Enter what the programme team should know',
      max: 500,
      optional: true,
      changeWords: 'Change what the programme team should know',
    }),
  ],
};

/** Suggestions of the service that a requester takes up by one press. */
const widenStep: QuestionStep = {
  slug: 'widen',
  title: 'Widen your request',
  questions: [
    askNumber({
      name: 'maxMinutes',
      label: 'How many minutes would the learner travel?',
      missing: 'Enter how many minutes the learner would travel',
      noun: 'Minutes of travel',
      min: 1,
      max: 300,
      optional: true,
      changeWords: 'Change how many minutes the learner would travel',
    }),
    askYesNo({
      name: 'remoteAcceptable',
      label: 'May part of the supervision be remote?',
      missing: 'Select yes if part of the supervision may be remote',
      optional: true,
      changeWords: 'Change whether supervision may be remote',
    }),
  ],
};

const choices: Readonly<Record<string, (token: string, asked: SupervisionRequest) => Choice>> = {
  pause: (token, asked) => ({
    ...frame(token, 'pause', asked),
    warning: false,
    step: nothingAsked('pause', 'Pause the search'),
    buttonText: 'Pause the search',
    whatHappens: [
      'We ask nobody until you go on. If a DPP has an offer that waits for an answer, we withdraw it and tell them. DPPs who have agreed stay.',
      'Your request keeps its place in the queue, and still ends on the day by which you need a DPP.',
    ],
  }),
  resume: (token, asked) => ({
    ...frame(token, 'resume', asked),
    warning: false,
    step: nothingAsked('resume', 'Go on with the search'),
    buttonText: 'Go on with the search',
    whatHappens: ['We look for a DPP again. Your request has kept its place in the queue.'],
  }),
  widen: (token, asked) => ({
    ...frame(token, 'widen', asked),
    warning: false,
    step: widenStep,
    before: { remoteAcceptable: asked.remoteAcceptable },
    buttonText: 'Widen my request',
    whatHappens: ['We look again at once. Your request keeps its place in the queue.'],
  }),
  withdraw: (token, asked) => ({
    ...frame(token, 'withdraw', asked),
    step: withdrawStep,
    whatHappens: [
      ...(asked.group === undefined
        ? []
        : [
            `This is about ${learnerOfGroup(asked) ?? 'this learner'} only. On your page you can withdraw all who have no DPP yet.`,
          ]),
      'We will stop looking, and tell every DPP who has been asked or has agreed. Their places will then be free again.',
      'If you only need something else, change your request instead: it keeps its place.',
    ],
  }),
  'withdraw-all': (token, asked) => ({
    ...frame(token, 'withdraw-all', asked),
    step: areYouSureStep(
      'withdraw-all',
      'Withdraw all learners who have no DPP yet',
      'Yes, withdraw all of them',
    ),
    whatHappens: [
      'We will stop looking for all learners of your request who have no DPP yet, and tell every DPP who has been asked. Learners who have a DPP keep theirs.',
    ],
  }),
  'another-lead': (token, asked) => ({
    ...frame(token, 'another-lead', asked),
    warning: false,
    step: anotherLeadStep,
    buttonText: 'Ask this person',
    whatHappens: [
      'We will email this person and ask whether they support your request. We will not ask the former one any more.',
    ],
  }),
  'work-address': (token, asked) => ({
    ...frame(token, 'work-address', asked),
    warning: false,
    step: workAddressStep,
    buttonText: 'Send me an email there',
    whatHappens: [
      `We will email a link to this address. When you open the link and confirm the address, all our emails will go there instead of to ${asked.email}.`,
      ...(asked.state !== 'waiting-for-support'
        ? []
        : [
            'If it is an address at the NHS, or at a domain that the programme team knows as your employer’s, the search for a DPP starts then.',
          ]),
    ],
  }),
  erase: (token, asked) => ({
    ...frame(token, 'erase', asked),
    step: areYouSureStep('erase', 'Erase this request', 'Yes, erase everything'),
    whatHappens: [
      ...(asked.group === undefined
        ? []
        : [
            `This erases your request for all ${asked.group.learners} learners, also for those who have a DPP.`,
          ]),
      'Your request will end. Within a minute, we will erase names, addresses and everything you wrote. You cannot undo this.',
    ],
  }),
};

type State = SupervisionRequest['state'];

/** States in which an action has a page; all if it is not listed. A repeated press must find its page again. */
const statesOf: Readonly<Record<string, readonly State[]>> = {
  pause: ['open', 'paused'],
  resume: ['paused', 'open', 'matched'],
  widen: ['open'],
  'another-lead': ['waiting-for-support'],
  'work-address': ['waiting-for-support', 'open', 'paused', 'matched'],
};

/**
 * The page of an action, or undefined if the request as it is has none. Looks up only the properties that `choices` itself
 * has, because the action's name comes from the URL and could be "constructor".
 */
export const choiceFor = (action: string, token: string, asked: SupervisionRequest): Choice | undefined =>
  Object.hasOwn(choices, action) &&
  (action !== 'withdraw-all' || asked.group !== undefined) &&
  statesOf[action]?.includes(asked.state) !== false
    ? choices[action]?.(token, asked)
    : undefined;
