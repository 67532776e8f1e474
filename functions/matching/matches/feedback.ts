import type { Link } from '../../../shared/notifications/link.ts';
import { isCurrent } from '../../../shared/matches/match.ts';
import { accepted } from '../../../shared/kernel/result.ts';
import { londonDay } from '../../../shared/kernel/time.ts';
import type { Side } from '../../../shared/matches/match-feedback.ts';
import type { HttpHandler, HttpReply, HttpRequest } from '../../web/http/http-message.ts';
import { problem, problemOf } from '../../web/http/problem.ts';
import type { Log } from '../../platform/log.ts';
import { matchRepository } from '../../store/repositories/match-repository.ts';
import { readStep } from '../../web/forms/read-step.ts';
import { type LinkDeps, withLink } from '../../web/links/with-link.ts';
import type { WriteDeps } from '../../store/write-deps.ts';
import { endMatch, type EndMatchRefusal, type MatchAnswer } from './end-match.ts';
import { extendedReply, standingReply } from './feedback-pages.ts';
import { feedbackIn, feedbackStep, matchAnswerIn, outcomeStep } from './feedback-questions.ts';
import { type FeedbackRefusal, recordFeedback } from './record-feedback.ts';
import { withdrawRequest } from './withdraw-request.ts';

interface Deps extends WriteDeps, LinkDeps {
  readonly log: Log;
}

type Refusal = EndMatchRefusal | FeedbackRefusal | 'busy';

const mentions = ({ form, json }: HttpRequest, field: string): boolean =>
  field in form || (typeof json === 'object' && json !== null && field in json);

/** Handles the feedback link of a match: GET shows the question, POST ends or extends the match or records feedback. */
export const feedback = (deps: Deps): { readonly show: HttpHandler; readonly answer: HttpHandler } => {
  const { table, clock, log } = deps;
  const end = endMatch(deps);
  const keep = recordFeedback(deps);
  const withdraw = withdrawRequest(deps);
  const find = (matchId: string) => matchRepository(table).find(matchId);

  const refusal = (request: HttpRequest, code: Refusal): HttpReply => problem(request, problemOf(code));

  const show = async (request: HttpRequest, matchId: string, side: Side): Promise<HttpReply> => {
    const match = await find(matchId);
    if (match === undefined) return refusal(request, 'match-unknown');
    return match.state === 'undone' ? refusal(request, 'match-undone') : standingReply(request, match, side);
  };

  /**
   * Ends or extends the match. If the learner has left the course, withdraws the whole request, which also ends the
   * match.
   */
  const settle = async (matchId: string, answer: MatchAnswer, side: Side, now: string) => {
    const left = answer.outcome === 'ended-early' && answer.reason === 'learner-left';
    const match = left ? await find(matchId) : undefined;
    if (match === undefined || !isCurrent(match)) return end(matchId, answer, side, now);
    const withdrawn = await withdraw(match.requestId, 'learner-left', now);
    const after = withdrawn.ok ? await find(matchId) : undefined;
    return after !== undefined && !isCurrent(after) ? accepted(after) : end(matchId, answer, side, now);
  };

  const takeOutcome = async (request: HttpRequest, matchId: string, side: Side): Promise<HttpReply> => {
    const now = clock.now();
    const { answers, errors } = readStep(request, outcomeStep, londonDay(now));
    const said = errors.length === 0 ? matchAnswerIn(answers) : undefined;
    const outcome = said && (await settle(matchId, said, side, now));
    if (outcome?.ok === true) {
      log.event(`match-${said?.outcome ?? ''}`, { matchId });
      return said?.outcome === 'longer'
        ? extendedReply(request, outcome.value, side)
        : standingReply(request, outcome.value, side);
    }
    const found = outcome === undefined ? errors : problemOf(outcome.refusal).errors;
    if (outcome !== undefined && found === undefined) return refusal(request, outcome.refusal);
    const match = await find(matchId);
    if (match === undefined) return refusal(request, 'match-unknown');
    return standingReply(request, match, side, found);
  };

  const takeFeedback = async (request: HttpRequest, matchId: string, side: Side): Promise<HttpReply> => {
    const now = clock.now();
    const { answers, errors } = readStep(request, feedbackStep, londonDay(now));
    if (errors.length === 0) {
      const kept = await keep(matchId, side, feedbackIn(answers), now);
      return kept.ok ? standingReply(request, kept.value, side) : refusal(request, kept.refusal);
    }
    const match = await find(matchId);
    return match === undefined
      ? refusal(request, 'match-unknown')
      : standingReply(request, match, side, errors);
  };

  const take = async (request: HttpRequest, matchId: string, side: Side): Promise<HttpReply> => {
    if (mentions(request, 'outcome')) return takeOutcome(request, matchId, side);
    if (mentions(request, 'rating')) return takeFeedback(request, matchId, side);
    const match = await find(matchId);
    return match === undefined || isCurrent(match)
      ? takeOutcome(request, matchId, side)
      : takeFeedback(request, matchId, side);
  };

  const behind =
    (handler: typeof show) =>
    (request: HttpRequest, { matchId, recipient }: Link): Promise<HttpReply> =>
      matchId === undefined || (recipient !== 'practitioner' && recipient !== 'requester')
        ? Promise.resolve(refusal(request, 'match-unknown'))
        : handler(request, matchId, recipient);

  return {
    show: withLink(deps, 'feedback', behind(show)),
    answer: withLink(deps, 'feedback', behind(take)),
  };
};
