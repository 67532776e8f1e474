import { endCauseOf, endingInWords } from '../../../shared/matches/end-causes.ts';
import type { Ending } from '../../../shared/matches/ending.ts';
import { type CurrentMatch, isCurrent, type Match } from '../../../shared/matches/match.ts';
import { hoursPlannedUntil } from '../../../shared/matches/hours-planned.ts';
import { londonDay } from '../../../shared/kernel/time.ts';
import { textIn } from '../../../shared/journeys/answers.ts';
import type { QuestionStep } from '../../../shared/journeys/question.ts';
import { hoursInWords } from '../../../shared/kernel/hours-in-words.ts';
import type { Clock } from '../../platform/clock.ts';
import type { WriteDeps } from '../../store/write-deps.ts';
import { type Choice, choicePage } from '../../web/forms/choice-page.ts';
import { outcomePage } from '../../web/forms/outcome-page.ts';
import { readStep } from '../../web/forms/read-step.ts';
import type { HttpReply, HttpRequest } from '../../web/http/http-message.ts';
import { problem, problemOf } from '../../web/http/problem.ts';
import { redirect } from '../../web/http/reply.ts';
import { endEarly } from './end-early.ts';
import { endEarlyStep, endEarlySureStep, endingIn } from './end-early-steps.ts';
import type { MatchOfPage } from './match-of-page.ts';

interface Deps extends WriteDeps {
  readonly clock: Clock;
}

/** Hidden field that tells the second page of the form from the first. */
const SECOND = 'second';

/** Says what the end does for the learner. */
const whatFollows = ({ cause, hoursDone }: Ending, { hours }: Match, side: MatchOfPage['side']): string => {
  if (endCauseOf(cause).closes)
    return side === 'requester'
      ? 'Your request for a DPP ends too, with everybody who supervises you. You can ask again at any time.'
      : 'The learner’s request ends too. They can ask again at any time.';
  const left = `${hoursInWords(Math.max(1, hours - hoursDone))} left`;
  return side === 'requester'
    ? `We look for another DPP straight away, before other requests, for the ${left}. If your DPP named a back-up, we ask that person first.`
    : `We look for another DPP for them straight away, before other requests, for the ${left}. If you named a back-up, we ask that person first.`;
};

/** The page on which one side ends one match early, in two steps. Showing it changes nothing. */
export const endEarlyPage = (deps: Deps) => {
  const end = endEarly(deps);

  const frame = (about: MatchOfPage, step: QuestionStep) => ({
    actingAs: about.actingAs,
    caption: about.caption,
    action: `${about.home}/${step.slug}`,
    backHref: about.home,
    step,
  });

  const titleOf = ({ other, side }: MatchOfPage): string =>
    side === 'practitioner' ? `End the supervision of ${other}` : `End the supervision by ${other}`;

  const firstPage = (about: MatchOfPage, match: CurrentMatch): Choice => ({
    ...frame(about, endEarlyStep(match, about.side, titleOf(about))),
    whatHappens: [
      'The hours that were done count. We show you what happens before anything changes.',
      ...(about.side === 'practitioner'
        ? ['If you are away for some weeks only, talk to the learner first: the dates can change.']
        : []),
    ],
    before: { hoursDone: hoursPlannedUntil(match, londonDay(deps.clock.now())) },
    buttonText: 'Continue',
  });

  const surePage = (about: MatchOfPage, match: CurrentMatch, ending: Ending): Choice => ({
    ...frame(about, endEarlySureStep(match, titleOf(about))),
    backHref: `${about.home}/end-${match.id}`,
    whatHappens: [
      `We will write to ${about.other}: “${endingInWords(about.side, ending.cause)}”`,
      `Hours done: ${ending.hoursDone} of ${match.hours}.`,
      whatFollows(ending, match, about.side),
      ...(endCauseOf(ending.cause).tellsTeam ? ['We tell the programme team.'] : []),
    ],
    hidden: { reason: ending.cause, hoursDone: String(ending.hoursDone), [SECOND]: 'yes' },
    buttonText: 'Save my answer',
    warning: true,
  });

  const over = (request: HttpRequest, about: MatchOfPage, match: Match): HttpReply =>
    outcomePage(request, {
      code: match.state,
      title: 'It has ended',
      next:
        match.state === 'ended-early'
          ? [
              `We have told ${about.other}.`,
              ...(match.ending === undefined ? [] : [whatFollows(match.ending, match, about.side)]),
            ]
          : ['Nothing more to do.'],
      actions: [{ label: 'Go to your page', href: about.home }],
    });

  const show = (request: HttpRequest, about: MatchOfPage): HttpReply =>
    isCurrent(about.match)
      ? choicePage(request, firstPage(about, about.match))
      : over(request, about, about.match);

  const take = async (request: HttpRequest, about: MatchOfPage): Promise<HttpReply> => {
    const { match, side } = about;
    if (!isCurrent(match)) return over(request, about, match);
    const now = deps.clock.now();
    const first = firstPage(about, match);
    const sure = endEarlySureStep(match, first.step.title);
    const isJson = request.json !== undefined;
    // An API client sends the answers of both pages at once.
    const asked = isJson
      ? { ...first.step, questions: [...first.step.questions, ...sure.questions] }
      : first.step;
    const { answers, errors } = readStep(request, asked, londonDay(now));
    if (errors.length > 0) return choicePage(request, first, errors);
    const ending = endingIn(answers, side);
    if (!isJson) {
      const second = surePage(about, match, ending);
      if (!(SECOND in request.form)) return choicePage(request, second);
      const checked = readStep(request, sure, londonDay(now));
      if (checked.errors.length > 0) return choicePage(request, second, checked.errors);
      if (textIn(checked.answers, 'decision') === 'no') return redirect(about.home);
    } else if (textIn(answers, 'decision') === 'no') return redirect(about.home);
    const ended = await end(match, ending, now);
    return ended.ok ? over(request, about, ended.value) : problem(request, problemOf(ended.refusal));
  };

  return { show, take };
};
