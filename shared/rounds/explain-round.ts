import type { PlaceNames } from '../geography/geography.ts';
import { nearMissInWords } from '../matching/explain/near-miss-in-words.ts';
import { contributionInWords, requirementInWords } from '../matching/explain/explain-to-team.ts';
import { counted, listed, wordsOf } from '../reference/reference-words.ts';
import type { Bottleneck, RoundPlan, SeatAssignment, UnplacedSeat } from './round-plan.ts';

/** Looks up names by id; for the programme team only. */
export interface Names extends PlaceNames {
  readonly learner: (requestId: string) => string;
  readonly practitioner: (practitionerId: string) => string;
}

const withoutPrefix = (id: string): string => id.slice(id.indexOf(':') + 1);

/** Words for a bottleneck: a DPP, the quota of a place or organisation, or the quota of the round. */
export const bottleneckInWords = (
  id: string,
  kind: Bottleneck['kind'],
  { practitioner, placeName }: Names,
): string => {
  switch (kind) {
    case 'practitioner':
      return practitioner(id);
    case 'place':
      return `the quota of ${placeName(withoutPrefix(id))}`;
    case 'organisation':
      return `the quota of ${withoutPrefix(id)}`;
    case 'system':
      return 'the quota of the round';
  }
};

const kindOf = (plan: Pick<RoundPlan, 'bottlenecks'>, id: string): Bottleneck['kind'] =>
  plan.bottlenecks.find((one) => one.id === id)?.kind ?? 'practitioner';

/**
 * Explains to the programme team why this pair was chosen: its rank among the learner's options, then every
 * part of its cost with the facts.
 */
export const whyPairToTeam = (
  { kept, rank, of, contributions }: SeatAssignment,
  names: PlaceNames,
): readonly string[] => [
  of === 0
    ? 'This practitioner had been asked or had agreed before the round.'
    : `${kept ? 'Asked earlier in this round. ' : ''}Ranked ${rank} of ${of} eligible practitioners.`,
  ...contributions.filter(({ points }) => points !== 0).map((one) => contributionInWords(one, names)),
];

/**
 * Explains to the programme team why the learner does not have a practitioner who fits better. Lists the
 * learners who have that practitioner's places.
 */
export const whyNotBetterToTeam = (
  { passedOver, requestId }: SeatAssignment,
  { assignments }: Pick<RoundPlan, 'assignments'>,
  names: Names,
): readonly string[] =>
  passedOver.map(({ practitionerId, points }) => {
    const taken = assignments
      .filter((one) => one.practitionerId === practitionerId && one.requestId !== requestId)
      .map((one) => names.learner(one.requestId));
    const who = `${names.practitioner(practitionerId)} fits ${counted(points, 'point')} better`;
    return taken.length === 0
      ? `${who} but was not chosen, because that would cost more overall: another learner or a quota would be affected.`
      : `${who} but is assigned to ${listed([...new Set(taken)])}, who would cost more elsewhere or have nobody.`;
  });

/**
 * Explains to the programme team, with names, why nobody has the seat and which smallest change would help.
 */
export const whyNobodyToTeam = (
  seat: UnplacedSeat,
  plan: Pick<RoundPlan, 'bottlenecks'>,
  names: Names,
): readonly string[] => {
  switch (seat.reason) {
    case 'sign-off-first':
      return ['We will match this role after the role of the person who signs the learner off.'];
    case 'outcompeted': {
      const others = seat.competitors.map(names.learner);
      const places = seat.bottlenecks.map((id) => bottleneckInWords(id, kindOf(plan, id), names));
      return [
        `${counted(seat.of, 'DPP')} could supervise, but ${listed(others)} ${others.length === 1 ? 'needs' : 'need'} the same places and ${others.length === 1 ? 'comes' : 'come'} first.`,
        `One more place would help at ${listed(places)}.`,
      ];
    }
    case 'no-eligible-practitioner': {
      const { smallestChange } = seat;
      const nearest = (smallestChange?.examples ?? []).map(
        ({ practitionerId, unmet }) =>
          `Nearest: ${names.practitioner(practitionerId)} (${unmet.map(requirementInWords).join('; ')}).`,
      );
      return ['Nobody fits.', ...seat.nearMisses.map(nearMissInWords), ...nearest];
    }
  }
};

/** Explains to a learner the result for one of their seats, with counts and never names. */
export const seatToLearner = (seat: SeatAssignment | UnplacedSeat): readonly string[] => {
  if ('practitionerId' in seat) {
    if (seat.of === 0)
      return ['A DPP had been asked before the round, so the round changes nothing for you.'];
    if (seat.of === 1) return ['One DPP could supervise you. We are asking them.'];
    const fit = `${counted(seat.of, 'DPP')} could supervise you.`;
    if (seat.rank === 1) return [`${fit} We are asking the one who fits you best.`];
    const gain = Math.max(0, ...seat.passedOver.map(({ points }) => points));
    return [
      `${fit} We are asking number ${seat.rank} on your list.`,
      `The first on your list would suit you better by ${counted(gain, 'point')} (1 point is about 6 seconds of travel). Other learners of the round would then be worse off by at least as much together, or one of them would have nobody.`,
    ];
  }
  switch (seat.reason) {
    case 'sign-off-first':
      return ['We will look for this person when we have found someone to sign you off.'];
    case 'outcompeted': {
      const others = seat.competitors.length;
      return [
        `There ${others === 1 ? 'is' : 'are'} only ${counted(others, 'place')} for you and ${counted(others, 'other learner')}, and ${others === 1 ? 'that learner comes' : 'those learners come'} first in the published order.`,
        'You will come before other learners in the next round, and we will keep looking until then.',
      ];
    }
    case 'no-eligible-practitioner':
      return ['No DPP fits your request at the moment.', ...seat.nearMisses.map(nearMissInWords)];
  }
};

/** Explains the result for every seat of one learner to that learner. */
export const planToLearner = (
  { assignments, unplaced }: Pick<RoundPlan, 'assignments' | 'unplaced'>,
  requestId: string,
): readonly {
  readonly seatId: string;
  readonly role: string;
  readonly asked: boolean;
  readonly words: readonly string[];
}[] =>
  [...assignments, ...unplaced]
    .filter((seat) => seat.requestId === requestId)
    .toSorted((a, b) => (a.seatId < b.seatId ? -1 : 1))
    .map((seat) => ({
      seatId: seat.seatId,
      role: wordsOf(seat.role),
      asked: 'practitionerId' in seat,
      words: seatToLearner(seat),
    }));
