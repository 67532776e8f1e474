import type { Offer } from '../../../shared/offers/offer.ts';
import type { Practitioner } from '../../../shared/people/practitioner.ts';
import { isHeldBack, type Seat, type SupervisionRequest } from '../../../shared/requests/request.ts';
import { comesFirst } from '../../../shared/requests/comes-first.ts';
import { type Team } from '../../../shared/requests/supervision-team.ts';
import { deadlineInWords } from '../../../shared/kernel/time-in-words.ts';
import { dayInWords, type Instant, londonDay } from '../../../shared/kernel/time.ts';
import { isLongUndelivered } from '../../../shared/offers/undelivered-offer.ts';
import { supportClock } from '../../../shared/requests/support-clock.ts';
import { namedLead } from '../../../shared/requests/support-moves.ts';
import { soughtUntil } from '../../../shared/offers/offer-clock.ts';
import { takenBackInWords } from '../../../shared/requests/taken-back.ts';
import { seatRoles } from '../../../shared/reference/seat-roles.ts';
import type { RoundForLearner } from '../../matching/rounds/round-news.ts';
import type { SectionProps } from '../../../site/src/components/section.tsx';
import type { TagProps } from '../../../site/src/components/tag.tsx';
import { hoursInWords } from '../../../shared/kernel/hours-in-words.ts';
import { hoursWithInWords } from '../../../shared/requests/hours-with.ts';

/** Labels of a request's states, as shown to its requester. */
export const requestTags: Readonly<Record<SupervisionRequest['state'], TagProps>> = {
  unconfirmed: { text: 'Address not confirmed', colour: 'grey' },
  'waiting-for-support': { text: 'Waiting for support', colour: 'yellow' },
  open: { text: 'We are looking', colour: 'blue' },
  paused: { text: 'Paused', colour: 'grey' },
  matched: { text: 'Agreed', colour: 'green' },
  completed: { text: 'Finished', colour: 'green' },
  lapsed: { text: 'No DPP found in time', colour: 'yellow' },
  withdrawn: { text: 'Withdrawn', colour: 'grey' },
  refused: { text: 'Not opened', colour: 'grey' },
};

/** Explains that the request waits for a round; empty if it no longer waits. */
const waitsForRound = ({ name, keptUntil }: RoundForLearner): readonly string[] =>
  keptUntil === undefined
    ? []
    : [
        `You are in the round “${name}”. We match all learners whose courses start at about the same time together, so that as many learners as possible have a DPP.`,
        `Your request will stay in the round until ${dayInWords(keptUntil)} at the latest. After that, or sooner if time is short, we will look for a DPP for you outside the round.`,
      ];

/** Says what a request waits for, from whom, since when, and what happens if nobody answers. */
const waitsForSupport = (request: SupervisionRequest): readonly string[] => {
  const lead = namedLead(request);
  const { askedAt, answer } = request.support ?? {};
  const { tellTeamOn } = supportClock(request);
  const since = dayInWords(londonDay(askedAt ?? request.support?.since ?? request.createdAt));
  const team = `We will tell the programme team on ${dayInWords(tellTeamOn)} if nobody has supported it by then. They can start the search.`;
  if (lead === undefined)
    return [
      `We have not started to look for a DPP. Your request waits since ${since} for the support of your employer, and you have not named a prescribing lead.`,
      team,
    ];
  if (answer !== undefined)
    return [
      answer.says === 'supports'
        ? `${lead.name} answered on ${dayInWords(londonDay(answer.at))} that they support your request. The programme team checks this before we ask a DPP.`
        : `${lead.name} answered on ${dayInWords(londonDay(answer.at))} that they do not support your request. We have told the programme team and have not asked any DPP.`,
    ];
  return [
    `We have not started to look for a DPP. Your request waits for the support of ${lead.name} (${lead.email}), whom we asked on ${since}.`,
    team,
  ];
};

/** Describes the request's current status in words. */
export const requestNotice = (
  request: SupervisionRequest,
  round: RoundForLearner | undefined,
): readonly string[] => {
  const by = dayInWords(soughtUntil(request));
  if (isLost(request))
    return [
      `Our emails to ${request.email} come back. Give us another address: a week after the first came back, we ask nobody new.`,
    ];
  switch (request.state) {
    case 'open':
      return [
        ...(round === undefined ? [] : waitsForRound(round)),
        ...(request.reopenedAt === undefined
          ? comesFirst(request)
            ? ['Your request comes first, because you need a DPP now.']
            : []
          : ['The supervision by a DPP who had agreed has ended. Your request now has priority.']),
        `We will keep looking until someone has agreed to take each role, or until ${by}.`,
      ];
    case 'matched':
      return [
        'Everyone you need has agreed. Their work contact details are below, and we have emailed them to you.',
      ];
    case 'completed':
      return ['Your supervision is finished.'];
    case 'lapsed':
      return [
        `Nobody had agreed to supervise by ${by}. We have told the programme team, who will contact you.`,
      ];
    case 'withdrawn':
      return ['You withdrew this request. We have told every DPP who was asked.'];
    case 'refused':
      return [
        'The programme team decided that we cannot look for a DPP for this request. We have stopped looking, and told every DPP who was asked.',
        'If you think that this is wrong, reply to our email.',
      ];
    case 'paused':
      return [
        'Your request is paused. We ask nobody until you go on, and your request keeps its place in the queue.',
        `It ends on ${by} if you have not gone on by then.`,
      ];
    case 'waiting-for-support':
      return waitsForSupport(request);
    case 'unconfirmed':
      if (isHeldBack(request))
        return [
          'We have not started to look for a DPP yet. The programme team has your request and will write to you.',
        ];
      return [
        'Use the link in our first email to confirm your address. We will then start to look for a DPP.',
      ];
  }
};

const roleWords = (seat: Pick<Seat, 'role'>): string =>
  seatRoles.find(({ id }) => id === seat.role)?.words ?? seat.role;

const askedBefore = ({ tried }: Seat): readonly string[] =>
  tried.length === 0
    ? []
    : [
        `${tried.length} ${tried.length === 1 ? 'DPP was' : 'DPPs were'} asked earlier and could not help. We do not share their names.`,
      ];

const standing = (
  seat: Seat,
  offer: Offer | undefined,
  kept: boolean,
  now: Instant,
  changedAt: Instant | undefined,
): string => {
  switch (seat.state) {
    case 'vacant':
      if (kept) return 'We will look for someone for this role in the round.';
      if (changedAt !== undefined && seat.nobodyLeftAt !== undefined && changedAt > seat.nobodyLeftAt)
        return 'You have changed your request. We are looking for someone who fits it now.';
      return seat.nobodyLeftAt === undefined
        ? `${seat.takenBack === undefined ? '' : `${takenBackInWords[seat.takenBack]} `}We are looking for someone who fits your request.`
        : 'No DPP who fits your request has a place that we can ask about at the moment. We will try again each time a DPP joins, or a place becomes free. We have told the programme team.';
    case 'offered':
      return offer === undefined
        ? 'We have asked a DPP and are waiting for their answer.'
        : `We have asked a DPP. They have until ${deadlineInWords(offer.expiresAt)} to answer.${isLongUndelivered(offer, now) ? ' Our email to them has not arrived yet. We keep trying, and have told the programme team.' : ''}`;
    case 'filled':
      return 'Someone has agreed.';
  }
};

/** Whether a request goes on although e-mails to its requester come back. */
export const isLost = ({ state, unreachableSince }: SupervisionRequest): boolean =>
  unreachableSince !== undefined && (state === 'open' || state === 'matched');

/**
 * Returns the sentences of a round's plan about a seat. Returns none if they are out of date, for example because
 * the DPP has answered since.
 */
export const roundWordsFor = (
  round: RoundForLearner | undefined,
  seat: Seat,
  offer: Offer | undefined,
): readonly string[] => {
  const told = round?.seats.find(({ seatId }) => seatId === seat.id);
  if (round === undefined || told === undefined) return [];
  const stands = told.asked
    ? seat.state === 'offered' && offer?.roundId === round.id
    : seat.state === 'vacant' && seat.tried.length === 0;
  return stands ? told.words : [];
};

/** Makes the section on a team of several people: agreed roles and missing ones. */
export const teamSection = ({
  hoursWanted,
  hoursAgreed,
  namedWanted,
  namedAgreed,
  missing,
  complete,
}: Team): SectionProps => ({
  heading: 'Your team',
  paragraphs: [
    complete
      ? `Your team is complete: ${hoursAgreed} of ${hoursInWords(hoursWanted)} are agreed.`
      : `${hoursAgreed} of ${hoursInWords(hoursWanted)} are agreed. Still missing:`,
  ],
  items: [
    ...missing.map(
      (seat) =>
        `${roleWords(seat)}, ${hoursInWords(seat.hours)}: ${seat.state === 'offered' ? 'asked, not answered yet' : 'nobody yet'}`,
    ),
    ...(complete || namedAgreed >= namedWanted
      ? []
      : [
          `${hoursInWords(namedWanted)} with the person who signs you off, as your university requires (${namedAgreed} agreed)`,
        ]),
  ],
});

/**
 * Makes the section on one role of a request: its progress, and the DPPs who have agreed. DPPs who declined are not
 * named.
 * @param board the board with which the agreed DPP is listed, if it is a neighbouring one
 * @param helps sentences on changes of the request that would make DPPs eligible
 * @param told sentences of a round's plan about the seat
 * @param kept whether the request waits for a round
 */
export const seatSection = (
  seat: Seat,
  { hours, inAll }: { readonly hours: number; readonly inAll: number },
  offer: Offer | undefined,
  agreed: Practitioner | undefined,
  board: string | undefined,
  helps: readonly string[],
  told: readonly string[],
  kept: boolean,
  now: Instant,
  changedAt: Instant | undefined,
): SectionProps => ({
  heading: `${roleWords(seat)}, ${hoursWithInWords(hours, inAll)}`,
  paragraphs: [
    standing(seat, offer, kept, now, changedAt),
    ...told.filter((words) => !helps.includes(words)),
    ...(seat.hoursDone === undefined ? [] : [`${hoursInWords(seat.hoursDone)} done before count.`]),
    ...(seat.state === 'filled' ? [] : askedBefore(seat)),
    ...(helps.length === 0 ? [] : ['More DPPs could fit your request:']),
  ],
  items: helps,
  ...(agreed === undefined
    ? {}
    : {
        rows: [
          { label: 'Name', value: agreed.name },
          { label: 'Organisation', value: agreed.organisation.name },
          ...(board === undefined ? [] : [{ label: 'Listed with', value: board }]),
          { label: 'Work email address', value: agreed.email },
          ...(agreed.phone === undefined ? [] : [{ label: 'Work phone number', value: agreed.phone }]),
        ],
      }),
});
