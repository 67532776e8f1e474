import { accepted, type Result } from '../../../shared/kernel/result.ts';
import { isErased } from '../../../shared/kernel/is-erased.ts';
import type { StoredRequest, SupervisionRequest } from '../../../shared/requests/request.ts';
import { idsOfGroup } from '../../../shared/requests/learners-asked.ts';
import { type Instant, londonDay } from '../../../shared/kernel/time.ts';
import { isYes, numberIn, textIn } from '../../../shared/journeys/answers.ts';
import type { Answers } from '../../../shared/journeys/question.ts';
import { answersOfAsk } from '../../../shared/journeys/request/ask-for-supervision.ts';
import { type Withdrawal, withdrawalSchema } from '../../../shared/requests/withdrawal.ts';
import type { ReadSecret } from '../../platform/secrets/kept-secret.ts';
import type { Chance } from '../../platform/chance.ts';
import type { pauseRequest } from '../../matching/matches/pause-request.ts';
import type { changePages } from './change-pages.ts';
import { changeSteps } from './change-steps.ts';
import { filledForm, mayAskAgain } from './ask-again.ts';
import { choiceFor } from './status-choices.ts';
import { requestJourney } from '../../../shared/journeys/request/request-journey.ts';
import type { ServiceSystem } from '../../../shared/systems/service-system.ts';
import type { HttpReply, HttpRequest } from '../../web/http/http-message.ts';
import { problem, problemOf } from '../../web/http/problem.ts';
import { answer, file, redirect } from '../../web/http/reply.ts';
import type { RequestRepository } from '../../store/repositories/request-repository.ts';
import type { Table } from '../../store/table/table.ts';
import { choicePage } from '../../web/forms/choice-page.ts';
import type { MatchPages } from '../../matching/matches/match-pages.ts';
import type { CloseRefusal } from '../../matching/matches/take-back-request.ts';
import { registrationProblem } from '../confirmation/registration-problem.ts';
import { outcomePage } from '../../web/forms/outcome-page.ts';
import { readStep } from '../../web/forms/read-step.ts';
import { behindStatus, erasedPage, type StatusLinkDeps, statusToken } from './behind-status.ts';
import { statusCalendar } from './status-calendar.ts';
import type { askForAddress } from './ask-for-address.ts';
import type { nameLead, NameLeadRefusal } from './name-lead.ts';
import { tooManyProblem } from '../../web/links/too-many-problem.ts';

type Closed = Promise<Result<StoredRequest, CloseRefusal>>;

interface Deps extends StatusLinkDeps {
  readonly chance: Pick<Chance, 'id'>;
  readonly system: ServiceSystem;
  readonly table: Pick<Table, 'get'>;
  readonly requests: Pick<RequestRepository, 'find' | 'findAll'>;
  readonly matchPages: MatchPages;
  readonly takeBack: (id: string, withdrawal?: Withdrawal) => Closed;
  readonly pauseRequest: ReturnType<typeof pauseRequest>;
  /** The pages on which answers change. */
  readonly changes: ReturnType<typeof changePages>;
  /** Reads the secret that encrypts the answers of a form. */
  readonly secrets: ReadSecret;
  readonly erase: (id: string) => Closed;
  readonly nameLead: ReturnType<typeof nameLead>;
  readonly askForAddress: ReturnType<typeof askForAddress>;
  readonly personalData: (id: string) => Promise<unknown>;
}

/** Says to which address an e-mail went, so that a mistyped one is noticed. */
const mailSent = (
  request: HttpRequest,
  action: 'another-lead' | 'work-address',
  email: string,
  token: string,
): HttpReply =>
  outcomePage(request, {
    code: 'sent',
    title: 'We have sent an email',
    text: `It went to ${email}.`,
    next: [
      action === 'another-lead'
        ? 'We will email you when they have answered. Tell them that our email is on its way.'
        : 'Open the link in it and confirm the address. The link works for 7 days.',
      'If the address is wrong, go back to your request and enter it again.',
    ],
    actions: [{ label: 'Back to your request', href: `/status/${token}` }],
  });

const refusedMail = (request: HttpRequest, refusal: NameLeadRefusal, now: Instant): HttpReply => {
  switch (refusal) {
    case 'too-many-today':
    case 'too-many-this-hour':
      return tooManyProblem(request, refusal, now);
    case 'too-many-leads':
      return problem(request, problemOf('too-many-leads'));
    case 'not-allowed':
      return problem(request, problemOf('support-not-needed'));
    case 'gone':
    case 'busy':
      return problem(request, registrationProblem(refusal));
  }
};

const withdrawalIn = (answers: Answers): Withdrawal =>
  withdrawalSchema.parse({
    ...(textIn(answers, 'reason') === undefined ? {} : { reason: textIn(answers, 'reason') }),
    ...(textIn(answers, 'words') === undefined ? {} : { words: textIn(answers, 'words') }),
  });

const notFound = (request: HttpRequest): HttpReply => problem(request, problemOf('page-not-found'));

/** The actions of a requester's own page. GET shows, POST changes. */
export const statusActions = (deps: Deps) => {
  const journey = requestJourney(deps.system);

  /** Withdraws or erases a request, and those that were made with it of one form if the action is about all of them. */
  const closed = async (action: string, asked: SupervisionRequest, answers: Answers): Closed => {
    if (action === 'withdraw') return deps.takeBack(asked.id, withdrawalIn(answers));
    const others = (await deps.requests.findAll(idsOfGroup(asked))).filter(({ id }) => id !== asked.id);
    const isMeant = ({ state }: SupervisionRequest) => action === 'erase' || state === 'open';
    const close = action === 'erase' ? deps.erase : deps.takeBack;
    // The one whose link was used comes last: if another fails, the link still works.
    for (const one of others.filter(isMeant)) {
      const outcome = await close(one.id);
      if (!outcome.ok) return outcome;
    }
    return isMeant(asked) ? close(asked.id) : accepted(asked);
  };

  /** Opens the form with the answers of a request that has ended. */
  const askAgain = async (request: HttpRequest, asked: SupervisionRequest): Promise<HttpReply> => {
    if (!mayAskAgain(asked)) return notFound(request);
    const answers = answersOfAsk(asked, deps.system);
    if (request.wantsJson) return answer({ request, personal: true, json: { answers }, page: () => '' });
    const settings = { purpose: journey.id, secrets: await deps.secrets() };
    return redirect(
      filledForm(answers, { settings, issuedAt: deps.clock.now(), submissionId: deps.chance.id() }),
    );
  };

  /** The answers of a request, as wide as somebody wants them, and never narrower than they were. */
  const widened = (asked: SupervisionRequest, answers: Answers): Answers => {
    const before = answersOfAsk(asked, deps.system);
    const minutes = Math.max(numberIn(before, 'maxMinutes') ?? 0, numberIn(answers, 'maxMinutes') ?? 0);
    const remote = isYes(before, 'remoteAcceptable') || isYes(answers, 'remoteAcceptable');
    return { ...before, maxMinutes: minutes, remoteAcceptable: remote };
  };

  /** Acts on one of the request's matches, if the action is about one. */
  const onMatch = (request: HttpRequest, { id, requesterName }: SupervisionRequest) =>
    deps.matchPages(request, request.params['action'] ?? '', {
      side: 'requester',
      id,
      actingAs: `You are acting as ${requesterName}.`,
      caption: 'Your request for a DPP',
      home: `/status/${statusToken(request)}`,
    });

  const showAction = behindStatus(deps, async (request, asked) => {
    const action = request.params['action'] ?? '';
    if (action === 'data')
      return file({
        body: JSON.stringify(await deps.personalData(asked.id), null, 2),
        contentType: 'application/json; charset=utf-8',
        fileName: 'my-data.json',
        personal: true,
      });
    if (action === 'calendar')
      return (await statusCalendar(deps.table, asked, deps.system.id, deps.clock.now())) ?? notFound(request);
    if (action === 'ask-again') return askAgain(request, asked);
    const step = changeSteps(journey, asked).find(({ slug }) => slug === action);
    if (step !== undefined) return deps.changes.show(request, asked, step, statusToken(request));
    const choice = choiceFor(action, statusToken(request), asked);
    return choice === undefined
      ? ((await onMatch(request, asked)) ?? notFound(request))
      : choicePage(request, choice);
  });

  const takeAction = behindStatus(deps, async (request, asked) => {
    const action = request.params['action'] ?? '';
    const changed = changeSteps(journey, asked).find(({ slug }) => slug === action);
    if (changed !== undefined) return deps.changes.take(request, asked, changed, statusToken(request));
    const choice = choiceFor(action, statusToken(request), asked);
    if (choice === undefined) return (await onMatch(request, asked)) ?? notFound(request);
    const { answers, errors } = readStep(request, choice.step, londonDay(deps.clock.now()));
    if (errors.length > 0) return choicePage(request, choice, errors);
    if (action === 'another-lead' || action === 'work-address') {
      const email = textIn(answers, 'email') ?? '';
      const sent = await (action === 'another-lead'
        ? deps.nameLead(asked.id, { name: textIn(answers, 'name') ?? '', email }, request.network)
        : deps.askForAddress(asked.id, email, request.network));
      return sent.ok
        ? mailSent(request, action, email, statusToken(request))
        : refusedMail(request, sent.refusal, deps.clock.now());
    }
    if (action === 'widen')
      return deps.changes.changeTo(request, asked, statusToken(request), widened(asked, answers));
    if (textIn(answers, 'decision') === 'no') return redirect(`/status/${statusToken(request)}`);
    const outcome = await (action === 'pause' || action === 'resume'
      ? deps.pauseRequest[action](asked.id)
      : closed(action, asked, answers));
    if (!outcome.ok) return problem(request, registrationProblem(outcome.refusal));
    if (isErased(outcome.value)) return erasedPage(request);
    return request.wantsJson
      ? answer({ request, personal: true, json: { status: outcome.value.state }, page: () => '' })
      : redirect(`/status/${statusToken(request)}`);
  });

  return { showAction, takeAction };
};
