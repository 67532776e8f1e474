import type { SupervisionRequest } from '../requests/request.ts';
import { carFactor, hoursPerVisit, roadsToStraightLine } from '../reference/travel-factors.ts';

/** Attributes by which fairness is measured. Personal characteristics are deliberately left out. */
export const fairnessDimensions = ['place', 'profession', 'learnerType', 'setting', 'ownDpps'] as const;
export type FairnessDimension = (typeof fairnessDimensions)[number];

/** One learner with their outcome. Outcomes of rounds have this shape too. */
export interface FairnessCase extends Pick<
  SupervisionRequest,
  'profession' | 'learnerType' | 'setting' | 'hours'
> {
  readonly place: SupervisionRequest['site']['place'];
  /** Whether the learner's organisation has DPPs of its own. */
  readonly ownDpps: boolean;
  readonly placed: boolean;
  readonly waitingDays: number;
  /** Minutes by road; absent while the learner is not placed, and in rounds of version 0.2.0 or earlier. */
  readonly minutes?: number | undefined;
  /** Miles by road if there are minutes, otherwise in a straight line; absent while the learner is not placed. */
  readonly miles?: number | undefined;
  /** The learner's result under first come, first served; absent for learners who were matched individually. */
  readonly firstCome?:
    | {
        readonly placed: boolean;
        readonly minutes?: number | undefined;
        readonly miles?: number | undefined;
      }
    | undefined;
}

export interface FairnessLine {
  readonly id: string;
  readonly learners: number;
  readonly placed: number;
  /** Median of the days that all learners have waited. */
  readonly waitingDays: number;
  /** Median minutes by road of the learners who are placed; undefined if no minutes are known. */
  readonly minutes: number | undefined;
  /** Median miles by road of the same learners; undefined if no miles are known. */
  readonly miles: number | undefined;
}

/**
 * Travel of the learners who are placed now and who would also have been placed under first come, first
 * served.
 */
export interface TravelSaved {
  readonly learners: number;
  /** Sum of one-way miles by road. */
  readonly miles: number;
  readonly firstComeMiles: number;
  /**
   * Miles saved by road, there and back, over the whole period of learning, and the emissions saved; negative
   * if there was more travel.
   */
  readonly milesSaved: number;
  readonly kgCo2eSaved: number;
}

export interface Fairness {
  readonly totals: FairnessLine;
  readonly by: Readonly<Record<FairnessDimension, readonly FairnessLine[]>>;
  /**
   * Learners matched in a round, and the number of them who would have been placed under first come, first
   * served.
   */
  readonly firstCome: { readonly learners: number; readonly placed: number };
  /** Travel that was saved; absent if nobody was matched in a round. */
  readonly travel: TravelSaved | undefined;
}

/** Returns miles by road. Converts the straight miles of rounds of version 0.2.0 or earlier, which have no minutes. */
const roadMilesOf = ({ minutes, miles }: Pick<FairnessCase, 'minutes' | 'miles'>): number | undefined =>
  minutes === undefined && miles !== undefined ? miles * roadsToStraightLine : miles;

const whole = (value: number | undefined): number | undefined => value && Math.round(value);

/** Median; the lower one if there are two middle values, undefined if there are no values. */
const medianOf = (values: readonly number[]): number | undefined =>
  values.toSorted((a, b) => a - b)[(values.length - 1) >> 1];

const lineOf = (id: string, cases: readonly FairnessCase[]): FairnessLine => ({
  id,
  learners: cases.length,
  placed: cases.filter(({ placed }) => placed).length,
  waitingDays: medianOf(cases.map(({ waitingDays }) => waitingDays)) ?? 0,
  minutes: medianOf(
    cases.flatMap(({ placed, minutes }) => (placed && minutes !== undefined ? [minutes] : [])),
  ),
  miles: whole(medianOf(cases.flatMap((one) => (one.placed ? (roadMilesOf(one) ?? []) : [])))),
});

const groupOf = (one: FairnessCase, dimension: FairnessDimension): string =>
  dimension === 'ownDpps' ? (one.ownDpps ? 'yes' : 'no') : one[dimension];

const travelOf = (cases: readonly FairnessCase[]): TravelSaved | undefined => {
  const both = cases.flatMap((one) => {
    const { placed, firstCome, hours } = one;
    if (!placed || firstCome?.placed !== true) return [];
    const [miles, first] = [roadMilesOf(one), roadMilesOf(firstCome)];
    return miles === undefined || first === undefined
      ? []
      : [{ miles, first, visits: Math.ceil(hours / hoursPerVisit) }];
  });
  if (both.length === 0) return undefined;
  const milesSaved = Math.round(
    both.reduce((sum, { miles, first, visits }) => sum + (first - miles) * 2 * visits, 0),
  );
  return {
    learners: both.length,
    miles: Math.round(both.reduce((sum, { miles }) => sum + miles, 0)),
    firstComeMiles: Math.round(both.reduce((sum, { first }) => sum + first, 0)),
    milesSaved,
    kgCo2eSaved: Math.round(milesSaved * carFactor.kgCo2ePerMile),
  };
};

/**
 * Computes fairness figures: share of learners placed, waiting days, minutes and miles by each dimension, and travel
 * compared with first come, first served. Independent of the order of cases.
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
