import type { Link } from '../../../shared/notifications/link.ts';
import type { Result } from '../../../shared/kernel/result.ts';
import { dayInWords, londonDay } from '../../../shared/kernel/time.ts';
import { textIn } from '../../../shared/journeys/answers.ts';
import { listedInWords } from '../../../shared/requests/listed-in-words.ts';
import { learnerName } from '../../../shared/requests/learner-name.ts';
import type { Support, SupervisionRequest } from '../../../shared/requests/request.ts';
import { learnerTypes, professions } from '../../../shared/reference/professions.ts';
import { clinicalAreas } from '../../../shared/reference/clinical-areas.ts';
import { addressHash } from '../../platform/hash.ts';
import type { HttpHandler, HttpReply, HttpRequest } from '../../web/http/http-message.ts';
import { problem, problemOf } from '../../web/http/problem.ts';
import { type Choice, choicePage } from '../../web/forms/choice-page.ts';
import { outcomePage } from '../../web/forms/outcome-page.ts';
import { readStep } from '../../web/forms/read-step.ts';
import { deadLink, type LinkDeps, withLink } from '../../web/links/with-link.ts';
import { supportStep } from './support-step.ts';
import type { RequestRepository } from '../../store/repositories/request-repository.ts';
import type { SupportRefusal } from './answer-support.ts';
import { hoursInWords } from '../../../shared/kernel/hours-in-words.ts';

type Says = NonNullable<Support['answer']>['says'];

interface Deps extends LinkDeps {
  readonly requests: Pick<RequestRepository, 'findPresent'>;
  readonly answerSupport: (
    id: string,
    leadHash: string,
    says: Says,
  ) => Promise<Result<SupervisionRequest, SupportRefusal>>;
}

const wordsOf = (table: readonly { readonly id: string; readonly words: string }[], id: string): string =>
  table.find((one) => one.id === id)?.words ?? id;

/** Subject of the request, for one learner or for several alike. */
const detailsOf = (asked: SupervisionRequest) => [
  {
    label: asked.learners === undefined ? 'Learner' : 'Learners',
    value:
      learnerName(asked) ??
      (asked.learners === undefined ? 'Not named yet' : `${asked.learners}, not named yet`),
  },
  { label: 'Profession', value: wordsOf(professions, asked.profession) },
  { label: 'Kind of learner', value: wordsOf(learnerTypes, asked.learnerType) },
  { label: 'Clinical area', value: wordsOf(clinicalAreas, asked.leadArea) },
  { label: 'Supervised hours', value: hoursInWords(asked.hours) },
  { label: 'Dates', value: `${dayInWords(asked.courseStart)} to ${dayInWords(asked.courseEnd)}` },
  { label: 'DPP needed by', value: dayInWords(asked.signOffNeededBy) },
];

const choiceOf = (token: string, asked: SupervisionRequest): Choice => ({
  step: supportStep,
  caption: 'Request for a DPP',
  actingAs: `You are acting as ${asked.nmpLeadName ?? 'the prescribing lead'}. This link was sent to ${asked.nmpLeadEmail ?? ''}.`,
  whatHappens: [
    'If you support the request, we start to look for a designated prescribing practitioner (DPP). If you do not, the programme team decides, and the requester is told.',
    'Opening this page does not change anything.',
  ],
  sections: [
    {
      heading: 'The request',
      rows: [
        { label: 'Requested by', value: asked.requesterName },
        { label: 'Email address', value: asked.email },
        { label: 'Employer', value: asked.organisation.name },
        ...(asked.listed === undefined ? detailsOf(asked) : []),
      ],
    },
    ...(asked.listed === undefined
      ? []
      : [{ heading: `The ${asked.listed.length} learners`, items: listedInWords(asked) }]),
  ],
  action: `/support/${token}`,
  buttonText: 'Send my answer',
});

const done = (request: HttpRequest, asked: SupervisionRequest): HttpReply => {
  const answer = asked.support?.answer;
  const opened = asked.state !== 'waiting-for-support';
  return outcomePage(request, {
    code: answer?.says ?? 'answered',
    title: 'Thank you for your answer',
    text:
      answer?.says === 'does-not-support'
        ? 'We have recorded that you do not support this request.'
        : 'We have recorded that you support this request.',
    next:
      answer?.says === 'does-not-support'
        ? [
            'We ask no DPP. The programme team will look at the request, and we have told the requester.',
            'If you change your mind, open the link in our email again.',
          ]
        : [
            opened
              ? 'We have started to look for a DPP.'
              : 'The programme team will check the request before we ask a DPP.',
            'You do not have to do anything else.',
          ],
  });
};

/** Handles the page on which a named lead says whether they support a request. GET shows it, POST answers. */
export const support = (deps: Deps): { readonly show: HttpHandler; readonly take: HttpHandler } => {
  /** Returns the choice, or what has become of the request. */
  const facing = (
    request: HttpRequest,
    { occasion }: Link,
    asked: SupervisionRequest | undefined,
    again: boolean,
  ): HttpReply | Choice => {
    const token = request.params['token'] ?? '';
    const isTheirs = asked?.nmpLeadEmail !== undefined && addressHash(asked.nmpLeadEmail) === occasion;
    if (asked === undefined || !isTheirs) return deadLink(request, 'support', token);
    if (asked.state === 'waiting-for-support' && (again || asked.support?.answer === undefined))
      return choiceOf(token, asked);
    return asked.support?.answer === undefined
      ? problem(request, problemOf('support-not-needed'))
      : done(request, asked);
  };

  return {
    show: withLink(deps, 'support', async (request, link) => {
      const page = facing(request, link, await deps.requests.findPresent(link.requestId ?? ''), true);
      return 'step' in page ? choicePage(request, page) : page;
    }),
    take: withLink(deps, 'support', async (request, link) => {
      const page = facing(request, link, await deps.requests.findPresent(link.requestId ?? ''), true);
      if (!('step' in page)) return page;
      const { answers, errors } = readStep(request, page.step, londonDay(deps.clock.now()));
      if (errors.length > 0) return choicePage(request, page, errors);
      const says = textIn(answers, 'answer') === 'supports' ? 'supports' : 'does-not-support';
      const outcome = await deps.answerSupport(link.requestId ?? '', link.occasion ?? '', says);
      if (outcome.ok) return done(request, outcome.value);
      return problem(request, problemOf(outcome.refusal === 'busy' ? 'busy' : 'support-not-needed'));
    }),
  };
};
