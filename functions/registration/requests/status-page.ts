import { boardOfGuest } from '../../../shared/borders/border-words.ts';
import type { Practitioner } from '../../../shared/people/practitioner.ts';
import type { Seat, SupervisionRequest } from '../../../shared/requests/request.ts';
import { supportClock } from '../../../shared/requests/support-clock.ts';
import { namedLead } from '../../../shared/requests/support-moves.ts';
import { matchActions } from './match-actions.ts';
import { teamOf } from '../../../shared/requests/supervision-team.ts';
import { nextStepsOfRequester } from '../../../shared/matches/next-steps.ts';
import { summaryOf } from '../../../shared/journeys/summary.ts';
import type { Journey } from '../../../shared/journeys/question.ts';
import { answersOfAsk } from '../../../shared/journeys/request/ask-for-supervision.ts';
import type { ServiceSystem } from '../../../shared/systems/service-system.ts';
import { DetailPage } from '../../../site/src/views/detail-page.tsx';
import { renderPage } from '../../../site/src/views/render-page.ts';
import type { Nouns } from '../../store/read-nouns.ts';
import { learnerName } from '../../../shared/requests/learner-name.ts';
import { mayNameLearner } from '../../../shared/requests/learner-naming.ts';
import { listedInWords } from '../../../shared/requests/listed-in-words.ts';
import { learnerOfGroup } from '../../../shared/requests/learners-asked.ts';
import type { SectionProps } from '../../../site/src/components/section.tsx';
import type { SeatHelp } from '../../matching/seats/what-would-help.ts';
import type { HttpReply, HttpRequest } from '../../web/http/http-message.ts';
import { answer } from '../../web/http/reply.ts';
import { travelLimit } from '../../../shared/requests/travel-limit.ts';
import { mayAskAgain } from './ask-again.ts';
import { changeSteps, pageOfAnswer } from './change-steps.ts';
import { wideningButtons } from './widening-buttons.ts';
import type { RoundForLearner } from '../../matching/rounds/round-news.ts';
import { type Instant, londonDay } from '../../../shared/kernel/time.ts';
import { NAMING } from './naming-action.ts';
import { requestNotice, requestTags, seatSection, teamSection, roundWordsFor } from './status-words.ts';
import { hoursWith } from '../../../shared/requests/hours-with.ts';

const mayWithdraw = ({ state }: SupervisionRequest): boolean =>
  ['unconfirmed', 'waiting-for-support', 'open', 'paused', 'matched', 'lapsed'].includes(state);

/** What a request that waits for support waits for; undefined for another. */
const supportOf = (asked: SupervisionRequest) =>
  asked.state === 'waiting-for-support'
    ? {
        lead: namedLead(asked),
        askedAt: asked.support?.askedAt,
        answer: asked.support?.answer?.says,
        teamToldOn: supportClock(asked).tellTeamOn,
      }
    : undefined;

/** The learners for whom an employer asked with one form, with the state of each search. */
const groupSection = (group: readonly SupervisionRequest[]): SectionProps => ({
  heading: 'All learners of your request',
  paragraphs: [
    'Each learner has a search of their own. Our emails about a learner have a link to a page like this one.',
  ],
  table: {
    caption: 'All learners of your request',
    captionHidden: true,
    head: ['Learner', 'Search'],
    rows: group.map((one) => [
      [String(one.group?.learner ?? 1), learnerName(one)].filter((part) => part !== undefined).join(', '),
      requestTags[one.state].text,
    ]),
  },
});

const contactOf = (agreed: Practitioner | undefined, listedWith: string | undefined) =>
  agreed === undefined ? undefined : { name: agreed.name, email: agreed.email, listedWith };

interface Frame {
  readonly journey: Journey;
  readonly system: ServiceSystem;
  readonly now: Instant;
  /** All requests that were made of one form with this one; empty if it was for one learner. */
  readonly group: readonly SupervisionRequest[];
}

/**
 * A requester's own page: progress of each role, the request, and available actions. Rendering it changes
 * nothing.
 * @param frame the questions that the request answers, and the system by whose drives its limit is read
 */
export const statusPage = (
  request: HttpRequest,
  asked: SupervisionRequest,
  { journey, system, now, group }: Frame,
  { offers, practitioners, matches }: Pick<Nouns, 'offers' | 'practitioners' | 'matches'>,
  helps: readonly SeatHelp[] = [],
  round?: RoundForLearner,
): HttpReply => {
  const base = `/status/${request.params['token'] ?? ''}`;
  const steps = changeSteps(journey, asked);
  const closed = ['withdrawn', 'refused', 'lapsed', 'unconfirmed', 'waiting-for-support'].includes(
    asked.state,
  );
  const actions = [
    ...(asked.state === 'waiting-for-support'
      ? [
          {
            label: asked.nmpLeadEmail === undefined ? 'Name your prescribing lead' : 'Name another lead',
            href: `${base}/another-lead`,
            hint: 'If the lead is away, or the address was wrong.',
          },
          {
            label: 'Use your work address',
            href: `${base}/work-address`,
            hint: 'If you have an address at the NHS or at your employer, the search can start without your lead.',
          },
        ]
      : []),
    ...matchActions(asked, practitioners, base, londonDay(now)),
    ...(mayNameLearner(asked) ? [{ label: 'Say who the learner is', href: `${base}/${NAMING}` }] : []),
    ...(['open', 'paused', 'matched'].includes(asked.state)
      ? [{ label: 'Use another email address', href: `${base}/work-address` }]
      : []),
    ...(asked.state === 'open'
      ? [
          {
            label: 'Pause the search',
            href: `${base}/pause`,
            hint: 'We ask nobody until you go on. You keep your place in the queue.',
          },
        ]
      : []),
    ...(asked.state === 'paused' ? [{ label: 'Go on with the search', href: `${base}/resume` }] : []),
    ...(pageOfAnswer(steps, 'courseStart') === 'move-dates'
      ? [
          {
            label: 'Move the dates, or defer to the next cohort',
            href: `${base}/move-dates`,
            hint: 'We ask your DPP whether the new dates are possible. If they are, your place moves with you.',
          },
        ]
      : []),
    ...(mayAskAgain(asked)
      ? [
          {
            label: 'Ask again with these answers',
            href: `${base}/ask-again`,
            hint: 'The form opens with everything filled in.',
          },
        ]
      : []),
    ...(mayWithdraw(asked)
      ? [
          {
            label: asked.group === undefined ? 'Withdraw this request' : 'Withdraw this learner',
            href: `${base}/withdraw`,
            hint: steps.length > 0 ? 'To change your request, use the links beside your answers.' : undefined,
          },
        ]
      : []),
    ...(group.length > 1 && group.some(({ state }) => state === 'open')
      ? [{ label: 'Withdraw all learners who have no DPP yet', href: `${base}/withdraw-all` }]
      : []),
    ...(asked.seats.some(({ state }) => state === 'filled')
      ? [{ label: 'Put the dates into your calendar', href: `${base}/calendar` }]
      : []),
    { label: 'Download what we hold about this request (JSON)', href: `${base}/data` },
    { label: 'Erase this request', href: `${base}/erase` },
  ];
  const agreedFor = (seat: Seat) =>
    seat.state === 'filled' ? practitioners.get(seat.practitionerId) : undefined;
  const boardFor = (seat: Seat) => {
    const agreed = agreedFor(seat);
    return agreed && boardOfGuest(agreed, system);
  };
  const offerFor = (seat: Seat) => (seat.state === 'offered' ? offers.get(seat.offerId) : undefined);
  const helpFor = (seatId: string) => helps.find((help) => help.seatId === seatId)?.words ?? [];
  const buttonsFor = (seatId: string) =>
    wideningButtons(
      helps.find((help) => help.seatId === seatId),
      travelLimit(asked, system),
      `${base}/widen`,
    );
  const changeOf = (name: string) => {
    const page = pageOfAnswer(steps, name);
    return page === undefined ? undefined : `${base}/${page}`;
  };
  const roundWordsOf = (seat: Seat) => roundWordsFor(round, seat, offerFor(seat));
  const kept = round?.keptUntil !== undefined;
  const team = teamOf(asked);
  /** Hours with the DPP of a seat: those of the match if there is one. */
  const hoursFor = (seat: Seat) => {
    const match = seat.state === 'filled' ? matches.get(seat.matchId) : undefined;
    return { hours: match?.hours ?? hoursWith(asked, seat), inAll: asked.hours };
  };
  return answer({
    request,
    personal: true,
    json: {
      state: asked.state,
      support: supportOf(asked),
      signOffNeededBy: asked.signOffNeededBy,
      learners: group.length > 1 ? group.map(({ state }) => state) : undefined,
      team,
      round: round && { name: round.name, keptUntil: round.keptUntil },
      seats: asked.seats.map((seat) => {
        const { id, role, state, tried } = seat;
        const { hours, inAll } = hoursFor(seat);
        return {
          role,
          hours,
          hoursInAll: inAll,
          state,
          asked: tried.length,
          answerBy: offerFor(seat)?.expiresAt,
          agreed: contactOf(agreedFor(seat), boardFor(seat)),
          whatWouldHelp: helpFor(id),
          fromRound: roundWordsOf(seat),
        };
      }),
      answers: answersOfAsk(asked, system),
      actions: actions.map(({ href }) => href.slice(base.length + 1)),
      changes: steps.map(({ slug }) => slug),
    },
    page: (branding) =>
      renderPage(branding, DetailPage, {
        title: 'Your request for a DPP',
        caption: [asked.requesterName, learnerOfGroup(asked)].filter((part) => part !== undefined).join(', '),
        state: requestTags[asked.state],
        notice: requestNotice(asked, round),
        sections: [
          ...(closed
            ? []
            : [
                ...(asked.seats.length > 1 ? [teamSection(team)] : []),
                ...asked.seats.map((seat) => ({
                  ...seatSection(
                    seat,
                    hoursFor(seat),
                    offerFor(seat),
                    agreedFor(seat),
                    boardFor(seat),
                    helpFor(seat.id),
                    roundWordsOf(seat),
                    kept,
                    now,
                    asked.changedAt,
                  ),
                  buttons: buttonsFor(seat.id),
                })),
              ]),
          ...(!closed && asked.seats.some(({ state }) => state === 'filled')
            ? [{ heading: 'What to do next', items: nextStepsOfRequester(asked) }]
            : []),
          ...(group.length > 1 ? [groupSection(group)] : []),
          { heading: 'What you can do', actions },
          ...(asked.listed === undefined
            ? summaryOf(journey, answersOfAsk(asked, system)).map(({ heading, rows }) => ({
                heading,
                rows: rows.map((row) => ({ ...row, changeHref: changeOf(row.name) })),
              }))
            : [{ heading: 'The learners of your list', items: listedInWords(asked) }]),
        ],
      }),
  });
};
