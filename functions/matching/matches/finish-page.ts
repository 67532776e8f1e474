import { hasSaidFinished, otherSide } from '../../../shared/matches/finish-match.ts';
import { isCurrent, type Match } from '../../../shared/matches/match.ts';
import { dayInWords, londonDay } from '../../../shared/kernel/time.ts';
import { textIn } from '../../../shared/journeys/answers.ts';
import type { Clock } from '../../platform/clock.ts';
import type { WriteDeps } from '../../store/write-deps.ts';
import { areYouSureStep } from '../../web/forms/are-you-sure-step.ts';
import { type Choice, choicePage } from '../../web/forms/choice-page.ts';
import { outcomePage } from '../../web/forms/outcome-page.ts';
import { readStep } from '../../web/forms/read-step.ts';
import type { HttpReply, HttpRequest } from '../../web/http/http-message.ts';
import { problem, problemOf } from '../../web/http/problem.ts';
import { redirect } from '../../web/http/reply.ts';
import { finishMatch } from './finish-match.ts';
import type { MatchOfPage } from './match-of-page.ts';

interface Deps extends WriteDeps {
  readonly clock: Clock;
}

const titleOf = ({ other }: MatchOfPage): string => `The hours with ${other} are done`;

const choiceOf = (about: MatchOfPage, otherHasSaid: boolean): Choice => ({
  actingAs: about.actingAs,
  caption: about.caption,
  action: `${about.home}/finish-${about.match.id}`,
  backHref: about.home,
  step: areYouSureStep(`finish-${about.match.id}`, titleOf(about), 'Yes, all hours are done'),
  whatHappens: [
    otherHasSaid
      ? `${about.other} has said so already. If you say so too, the supervision is complete today and the place is free.`
      : `We ask ${about.other} to say so too. Then the supervision is complete and the place is free. Until then nothing changes.`,
    'If the DPP signs the learner off, say so once that is done too.',
    `The agreed last day is ${dayInWords(about.match.to)}. You do not have to do anything before it.`,
  ],
  buttonText: 'Save my answer',
});

/** The page on which one side says that the hours are done and signed off before the last day. Showing it changes nothing. */
export const finishPage = (deps: Deps) => {
  const finish = finishMatch(deps);

  const said = (request: HttpRequest, about: MatchOfPage, match: Match): HttpReply =>
    isCurrent(match)
      ? outcomePage(request, {
          code: match.state,
          title: `We have asked ${about.other}`,
          next: [
            `When ${about.other} says so too, the supervision is complete.`,
            `If they do not answer, we ask both of you again a week before ${dayInWords(match.to)}.`,
          ],
          actions: [{ label: 'Go to your page', href: about.home }],
        })
      : outcomePage(request, {
          code: match.state,
          title: match.state === 'completed' ? 'The supervision is complete' : 'The supervision has ended',
          next: ['The place is free. We have emailed both of you three short questions about how it went.'],
          actions: [{ label: 'Go to your page', href: about.home }],
        });

  const hasSaid = ({ match, side }: MatchOfPage): boolean =>
    !isCurrent(match) || hasSaidFinished(match, side);

  const choice = (about: MatchOfPage): Choice =>
    choiceOf(about, isCurrent(about.match) && hasSaidFinished(about.match, otherSide(about.side)));

  const show = (request: HttpRequest, about: MatchOfPage): HttpReply =>
    hasSaid(about) ? said(request, about, about.match) : choicePage(request, choice(about));

  const take = async (request: HttpRequest, about: MatchOfPage): Promise<HttpReply> => {
    if (!isCurrent(about.match)) return said(request, about, about.match);
    const now = deps.clock.now();
    const asked = choice(about);
    const { answers, errors } = readStep(request, asked.step, londonDay(now));
    if (errors.length > 0) return choicePage(request, asked, errors);
    if (textIn(answers, 'decision') === 'no') return redirect(about.home);
    const finished = await finish(about.match.id, about.side, now);
    return finished.ok ? said(request, about, finished.value) : problem(request, problemOf(finished.refusal));
  };

  return { show, take };
};
