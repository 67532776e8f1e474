import { isErased } from '../../../shared/kernel/is-erased.ts';
import { londonDay } from '../../../shared/kernel/time.ts';
import { checkRegistrationNumber } from '../../../shared/people/registration-number.ts';
import { learnerOfGroup } from '../../../shared/requests/learners-asked.ts';
import { mayNameLearner } from '../../../shared/requests/learner-naming.ts';
import type { SupervisionRequest } from '../../../shared/requests/request.ts';
import { textIn } from '../../../shared/journeys/answers.ts';
import { askText } from '../../../shared/journeys/question-builders.ts';
import type { QuestionStep } from '../../../shared/journeys/question.ts';
import { registrationNumberErrors } from '../../../shared/journeys/registration-number-errors.ts';
import type { RequestRepository } from '../../store/repositories/request-repository.ts';
import { type Choice, choicePage } from '../../web/forms/choice-page.ts';
import { readStep } from '../../web/forms/read-step.ts';
import type { HttpHandler, HttpReply, HttpRequest } from '../../web/http/http-message.ts';
import { problem, problemOf } from '../../web/http/problem.ts';
import { answer, redirect } from '../../web/http/reply.ts';
import { deadLink, type LinkDeps, withLink } from '../../web/links/with-link.ts';
import { registrationProblem } from '../confirmation/registration-problem.ts';
import { NAMING } from './naming-action.ts';
import type { nameLearner } from './name-learner.ts';

interface Deps extends LinkDeps {
  readonly requests: Pick<RequestRepository, 'find'>;
  readonly nameLearner: ReturnType<typeof nameLearner>;
}

const namingStep = ({ profession, learnerType }: SupervisionRequest): QuestionStep => {
  const mayLackNumber = learnerType === 'foundation-pharmacist';
  return {
    slug: NAMING,
    title: 'Say who the learner is',
    questions: [
      askText({
        name: 'learnerName',
        label: 'The learner’s full name',
        missing: 'Enter the learner’s full name',
        changeWords: 'Change the learner’s name',
      }),
      askText({
        name: 'registrationNumber',
        label: 'The learner’s registration number',
        ...(mayLackNumber ? { hint: 'Leave empty if the trainee has none yet.', optional: true } : {}),
        missing: 'Enter the registration number',
        max: 60,
        changeWords: 'Change the registration number',
      }),
    ],
    rules: (answers) => registrationNumberErrors({ ...answers, profession }),
  };
};

const choiceOf = (token: string, asked: SupervisionRequest): Choice => ({
  step: namingStep(asked),
  actingAs: `You are acting as ${asked.requesterName}.`,
  caption: ['Your request for a DPP', learnerOfGroup(asked)].filter((part) => part !== undefined).join(', '),
  action: `/status/${token}/${NAMING}`,
  backHref: `/status/${token}`,
  buttonText: 'Save the name',
  whatHappens: [
    asked.state === 'matched'
      ? 'The DPP who has agreed gets an email with the name. Nothing else changes.'
      : 'The request keeps its place in the queue. We tell the name to the DPP who accepts.',
  ],
});

/** The page on which an employer names the learner of a request, beside the other actions of the request's page. */
export const namingPages = (deps: Deps) => {
  const tokenIn = ({ params }: HttpRequest): string => params['token'] ?? '';

  /** Handles a request whose learner can be named, and leads to its page from the link of any other. */
  const behind = (
    handle: (request: HttpRequest, asked: SupervisionRequest) => Promise<HttpReply>,
  ): HttpHandler =>
    withLink(deps, 'status', async (request, { requestId = '' }) => {
      const asked = await deps.requests.find(requestId);
      if (asked === undefined || isErased(asked)) return deadLink(request, 'status', tokenIn(request));
      return mayNameLearner(asked) ? handle(request, asked) : redirect(`/status/${tokenIn(request)}`);
    });

  const show = behind((request, asked) =>
    Promise.resolve(choicePage(request, choiceOf(tokenIn(request), asked))),
  );

  const take = behind(async (request, asked) => {
    const choice = choiceOf(tokenIn(request), asked);
    const { answers, errors } = readStep(request, choice.step, londonDay(deps.clock.now()));
    if (errors.length > 0) return choicePage(request, choice, errors);
    const written = textIn(answers, 'registrationNumber');
    const checked = written === undefined ? undefined : checkRegistrationNumber(asked.profession, written);
    const named = await deps.nameLearner(asked.id, {
      learnerName: textIn(answers, 'learnerName') ?? '',
      ...(checked?.ok === true ? { registrationNumber: checked.value.number } : {}),
    });
    if (named.ok)
      return request.wantsJson
        ? answer({ request, personal: true, json: { status: 'named' }, page: () => '' })
        : redirect(`/status/${tokenIn(request)}`);
    switch (named.refusal) {
      case 'asked-before':
        return problem(request, problemOf('learner-asked-before'));
      case 'not-allowed':
        return redirect(`/status/${tokenIn(request)}`);
      case 'gone':
      case 'busy':
        return problem(request, registrationProblem(named.refusal));
    }
  });

  const isNaming = ({ params }: HttpRequest): boolean => params['action'] === NAMING;

  /** Answers its own action, and leaves all others to the request's page. */
  const besides = (page: { readonly showAction: HttpHandler; readonly takeAction: HttpHandler }) => ({
    showAction: (request: HttpRequest): Promise<HttpReply> =>
      isNaming(request) ? show(request) : page.showAction(request),
    takeAction: (request: HttpRequest): Promise<HttpReply> =>
      isNaming(request) ? take(request) : page.takeAction(request),
  });

  return { besides };
};
