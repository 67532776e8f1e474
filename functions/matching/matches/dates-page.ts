import { isCurrent, type Match } from '../../../shared/matches/match.ts';
import { isMoving, type MovingMatch } from '../../../shared/matches/move-dates.ts';
import { textIn } from '../../../shared/journeys/answers.ts';
import { dayInWords, londonDay, type Period } from '../../../shared/kernel/time.ts';
import type { Link } from '../../../shared/notifications/link.ts';
import { learnerFirstName } from '../../../shared/requests/learner-name.ts';
import { type Choice, choicePage } from '../../web/forms/choice-page.ts';
import { outcomePage } from '../../web/forms/outcome-page.ts';
import { readStep } from '../../web/forms/read-step.ts';
import type { HttpHandler, HttpReply, HttpRequest } from '../../web/http/http-message.ts';
import { problem, problemOf } from '../../web/http/problem.ts';
import { type LinkDeps, withLink } from '../../web/links/with-link.ts';
import { readNouns } from '../../store/read-nouns.ts';
import type { WriteDeps } from '../../store/write-deps.ts';
import { answerDates } from './answer-dates.ts';
import { datesStep } from './dates-step.ts';

interface Deps extends WriteDeps, LinkDeps {}

const inWords = ({ from, to }: Period): string => `${dayInWords(from)} to ${dayInWords(to)}`;

/** Says what has become of the question whether other dates are possible. */
const settled = (request: HttpRequest, match: Match): HttpReply =>
  isCurrent(match)
    ? outcomePage(request, {
        code: 'dates-agreed',
        title: 'Thank you',
        text: `You supervise this learner from ${inWords(match)}.`,
        next: ['We have told the learner. You do not have to do anything else.'],
      })
    : outcomePage(request, {
        code: 'match-ended',
        title: 'Thank you for your answer',
        text: 'We are looking for another DPP for this learner.',
        next: ['Your place is free again, unless you offer fewer places now.'],
      });

/**
 * Handles the page on which a DPP says whether other dates of an agreed match are possible. GET shows it and changes
 * nothing; POST answers.
 */
export const datesPage = (deps: Deps): { readonly show: HttpHandler; readonly take: HttpHandler } => {
  const { table, clock } = deps;
  const answerTo = answerDates(deps);

  const choiceOf = (token: string, match: MovingMatch, who: string, name: string): Choice => ({
    step: datesStep,
    caption: 'Other dates',
    actingAs: `You are answering as ${name}.`,
    whatHappens: [
      `${who} needs other dates. If you say yes, your place moves with them. If you say no, this match ends, your place is free again, and we look for another DPP.`,
    ],
    sections: [
      {
        heading: 'The dates',
        rows: [
          { label: 'Until now', value: inWords(match) },
          { label: 'New', value: inWords(match.move) },
          { label: 'Hours with you', value: String(match.hours) },
        ],
      },
    ],
    action: `/dates/${token}`,
    buttonText: 'Send my answer',
  });

  /** Returns the question, or what has become of it. */
  const facing = async (request: HttpRequest, { matchId = '' }: Link): Promise<HttpReply | Choice> => {
    const match = (await readNouns(table, { matches: [matchId] })).matches.get(matchId);
    if (match === undefined) return problem(request, problemOf('match-unknown'));
    if (!isMoving(match)) return settled(request, match);
    const { requests, practitioners } = await readNouns(table, {
      requests: [match.requestId],
      practitioners: [match.practitionerId],
    });
    const asked = requests.get(match.requestId);
    const who = asked === undefined ? undefined : learnerFirstName(asked);
    const name = practitioners.get(match.practitionerId)?.name ?? 'the DPP';
    return choiceOf(request.params['token'] ?? '', match, who ?? 'The learner', name);
  };

  return {
    show: withLink(deps, 'dates', async (request, link) => {
      const page = await facing(request, link);
      return 'step' in page ? choicePage(request, page) : page;
    }),
    take: withLink(deps, 'dates', async (request, link) => {
      const page = await facing(request, link);
      if (!('step' in page)) return page;
      const now = clock.now();
      const { answers, errors } = readStep(request, page.step, londonDay(now));
      if (errors.length > 0) return choicePage(request, page, errors);
      const says = textIn(answers, 'answer') === 'yes' ? 'yes' : 'no';
      const outcome = await answerTo(link.matchId ?? '', says, now);
      if (outcome.ok) return settled(request, outcome.value);
      return problem(
        request,
        problemOf(outcome.refusal === 'place-taken' ? 'dates-place-taken' : outcome.refusal),
      );
    }),
  };
};
