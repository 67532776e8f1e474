import { freshness } from '../people/freshness.ts';

/** One number that decides, with the reason for it: the programme team reads and changes both. */
interface Weight {
  readonly value: number;
  readonly reason: string;
}

/**
 * What makes one practitioner better for a learner than another, in points: 1 point is about 6 seconds of travel.
 * Whole numbers only. A changed number gets a new `version`; offers and rounds keep the version that judged them.
 */
export interface Policy {
  readonly version: string;
  /** Points for a minute of travel. */
  readonly travelMinute: Weight;
  /** Minutes of travel for ten miles in a straight line. */
  readonly minutesTenMiles: Weight;
  /** Added when the supervision has to be partly remote because of the distance. */
  readonly partlyRemote: Weight;
  /** Added when the practitioner works in another place; half of it (rounded down) when the places are neighbours. */
  readonly otherPlace: Weight;
  /** Added when the learner's lead area is one of the practitioner's areas, but not the lead. */
  readonly listedArea: Weight;
  /** Added when the practitioner only knows an area that is related, or one that is not the learner's lead. */
  readonly relatedArea: Weight;
  /** Added for each degree by which a related area falls short of the closest (3). */
  readonly looserRelation: Weight;
  readonly otherSetting: Weight;
  /** Days a week in common that are enough. */
  readonly daysWanted: Weight;
  /** Added for each day in common that is missing. */
  readonly missingDay: Weight;
  /** Points for each learner that the practitioner's organisation owes to the learner's. */
  readonly reciprocity: Weight;
  /** The most learners of give and take that count, either way. */
  readonly reciprocityCap: Weight;
  /** The marginal load of the first, second, third learner at a time; the last for every further one. */
  readonly load: { readonly values: readonly [number, ...number[]]; readonly reason: string };
  /** Days without confirmation after which details count as uncertain. */
  readonly unconfirmedDays: Weight;
  readonly longUnconfirmed: Weight;
  /** Days without confirmation after which somebody is not asked at all. */
  readonly staleDays: Weight;
  /** Added when the practitioner is of another profession but has supervised before. */
  readonly remitFromExperience: Weight;
  /** Added when the practitioner is of another profession and has not supervised before. */
  readonly remitToLearn: Weight;
  /** The most that a pressure price (how scarce somebody was in recent rounds) may add. */
  readonly pressureCap: Weight;
  readonly acceptProvisional: { readonly value: boolean; readonly reason: string };
}

/** The policy in force: placeholders until the programme team sets them. */
export const policy: Policy = {
  version: '2026-11',
  travelMinute: { value: 10, reason: 'Fixes the unit: 1 point is 6 seconds of travel.' },
  minutesTenMiles: {
    value: 26,
    reason:
      'Roads are about 1.3 times the straight line; 30 miles an hour is usual in Kent: 10 × 1.3 ÷ 30 hours.',
  },
  partlyRemote: {
    value: 60,
    reason: 'Seeing patients together teaches more than a call; six minutes of travel are worth that.',
  },
  otherPlace: {
    value: 40,
    reason: 'Place first: learners should know the services that they will prescribe in.',
  },
  listedArea: { value: 20, reason: 'The area is part of the work, but not the main part.' },
  relatedArea: {
    value: 80,
    reason: 'Eight minutes of travel are worth it to learn from somebody who leads in the area itself.',
  },
  looserRelation: {
    value: 10,
    reason: 'Closer areas carry more over; the degrees are judgements, so a small step.',
  },
  otherSetting: {
    value: 50,
    reason: 'Prescribing differs between settings in records, formularies and team.',
  },
  daysWanted: {
    value: 2,
    reason: '90 hours over a half year are one to two days a fortnight; two leave a choice.',
  },
  missingDay: { value: 15, reason: 'Without a shared day somebody has to change a rota.' },
  reciprocity: {
    value: 5,
    reason: 'Organisations that host for others are thanked: only between near-equals, so below one setting.',
  },
  reciprocityCap: { value: 4, reason: 'Old debts do not outweigh what fits: 4 × 5 is 2 minutes of travel.' },
  load: {
    values: [0, 30, 90],
    reason: 'A second learner at a time costs attention, a third more: spread before stacking.',
  },
  unconfirmedDays: {
    value: freshness.askAfterDays,
    reason: 'The check-in asks at this age; unanswered, details may have changed.',
  },
  longUnconfirmed: { value: 30, reason: 'A likely silence costs the learner days; three minutes of travel.' },
  staleDays: {
    value: freshness.hideAfterDays,
    reason: 'A listing this old is hidden from the directory; matching agrees with it.',
  },
  remitFromExperience: {
    value: 10,
    reason: 'The RPS framework (competency 2) wants the legal remit of the learner’s profession known.',
  },
  remitToLearn: { value: 30, reason: 'As above, and the first learner takes time to prepare for.' },
  pressureCap: {
    value: 120,
    reason: 'Steers away from people whom others need more, but never past two settings and a place.',
  },
  acceptProvisional: {
    value: true,
    reason: 'Who was listed at once from a trusted domain is marked “not yet checked”, and may be asked.',
  },
};

/** How long give and take between organisations is remembered. */
export interface GiveAndTakePolicy {
  /** Days after which a credit counts half. */
  readonly halfLifeDays: Weight;
  /** Half-lives after which it does not count at all. */
  readonly forgottenAfter: Weight;
  /** Hours that count as one learner. */
  readonly learnerHours: Weight;
}

export const giveAndTakePolicy: GiveAndTakePolicy = {
  halfLifeDays: {
    value: 365,
    reason: 'A year of courses: who hosted last year should be thanked this year, and half as much the next.',
  },
  forgottenAfter: { value: 5, reason: 'A thirty-second part of a learner changes nothing any more.' },
  learnerHours: {
    value: 90,
    reason: 'The usual period of learning in practice, so that a spoke’s ten hours are not a whole learner.',
  },
};
