import type { SupervisionRequest } from '../requests/request.ts';
import { carFactor, hoursAVisit, roadsToStraightLine } from '../reference/travel-factors.ts';

/** What fairness is counted by: where learners are and what they learn, never what they are. */
export const fairnessDimensions = ['place', 'profession', 'learnerType', 'setting', 'ownDpps'] as const;
export type FairnessDimension = (typeof fairnessDimensions)[number];

/** One learner, and what matching came to for them. A round's outcomes are such cases. */
export interface FairnessCase extends Pick<
  SupervisionRequest,
  'profession' | 'learnerType' | 'setting' | 'hours'
> {
  readonly place: SupervisionRequest['site']['place'];
  /** Whether the learner's organisation has DPPs of its own. */
  readonly ownDpps: boolean;
  readonly placed: boolean;
  readonly waitingDays: number;
  /** In a straight line; absent while there is no place. */
  readonly miles?: number | undefined;
  /** What first come, first served would have come to; absent where they were matched one by one. */
  readonly firstCome?: { readonly placed: boolean; readonly miles?: number | undefined } | undefined;
}

export interface FairnessLine {
  readonly id: string;
  readonly learners: number;
  readonly placed: number;
  /** Medians: of all learners, and of those with a place. */
  readonly waitingDays: number;
  readonly miles: number | undefined;
}

/** Travel of those whom both ways of matching would have given a place. */
export interface TravelSaved {
  readonly learners: number;
  /** One way, in a straight line, added up. */
  readonly miles: number;
  readonly firstComeMiles: number;
  /** On roads, there and back, for the whole time of learning; below 0 when more was travelled. */
  readonly milesSaved: number;
  readonly kgCo2eSaved: number;
}

export interface Fairness {
  readonly totals: FairnessLine;
  readonly by: Readonly<Record<FairnessDimension, readonly FairnessLine[]>>;
  /** Of those who were matched in a round: how many, and how many first come, first served would have placed. */
  readonly firstCome: { readonly learners: number; readonly placed: number };
  /** Absent where nobody was matched in a round. */
  readonly travel: TravelSaved | undefined;
}

/** The middle of some numbers, the lower of two middles; undefined of none. */
const medianOf = (values: readonly number[]): number | undefined =>
  values.toSorted((a, b) => a - b)[(values.length - 1) >> 1];

const lineOf = (id: string, cases: readonly FairnessCase[]): FairnessLine => ({
  id,
  learners: cases.length,
  placed: cases.filter(({ placed }) => placed).length,
  waitingDays: medianOf(cases.map(({ waitingDays }) => waitingDays)) ?? 0,
  miles: medianOf(cases.flatMap(({ placed, miles }) => (placed && miles !== undefined ? [miles] : []))),
});

const groupOf = (one: FairnessCase, dimension: FairnessDimension): string =>
  dimension === 'ownDpps' ? (one.ownDpps ? 'yes' : 'no') : one[dimension];

const travelOf = (cases: readonly FairnessCase[]): TravelSaved | undefined => {
  const both = cases.flatMap(({ placed, miles, firstCome, hours }) =>
    placed && miles !== undefined && firstCome?.placed === true && firstCome.miles !== undefined
      ? [{ miles, first: firstCome.miles, visits: Math.ceil(hours / hoursAVisit) }]
      : [],
  );
  if (both.length === 0) return undefined;
  const milesSaved = Math.round(
    both.reduce((sum, { miles, first, visits }) => sum + (first - miles) * 2 * visits, 0) *
      roadsToStraightLine,
  );
  return {
    learners: both.length,
    miles: both.reduce((sum, { miles }) => sum + miles, 0),
    firstComeMiles: both.reduce((sum, { first }) => sum + first, 0),
    milesSaved,
    kgCo2eSaved: Math.round(milesSaved * carFactor.kgCo2ePerMile),
  };
};

/**
 * Whether matching treats learners alike, from what it came to for each: share with a place, days of waiting and miles
 * by each dimension, and travel against first come, first served. The order of the cases does not matter.
 */
export const fairnessOf = (cases: readonly FairnessCase[]): Fairness => {
  const by = (dimension: FairnessDimension): readonly FairnessLine[] =>
    [...Map.groupBy(cases, (one) => groupOf(one, dimension))]
      .map(([id, group]) => lineOf(id, group))
      .toSorted((a, b) => b.learners - a.learners || (a.id < b.id ? -1 : 1));
  return {
    totals: lineOf('all', cases),
    by: {
      place: by('place'),
      profession: by('profession'),
      learnerType: by('learnerType'),
      setting: by('setting'),
      ownDpps: by('ownDpps'),
    },
    firstCome: {
      learners: cases.filter(({ firstCome }) => firstCome !== undefined).length,
      placed: cases.filter(({ firstCome }) => firstCome?.placed === true).length,
    },
    travel: travelOf(cases),
  };
};
