import * as z from 'zod';
import { LICENCE } from '../../../shared/directory/open-data.ts';
import { fairnessOf } from '../../../shared/insights/fairness.ts';
import { fairnessCases, type FairnessFacts } from '../../../shared/insights/fairness-cases.ts';
import { publicFairness, publicFairnessSchema } from '../../../shared/insights/public-fairness.ts';
import { daysOfQuarter, quarterSchema } from '../../../shared/insights/quarter.ts';
import { type Instant, instantSchema, londonDay } from '../../../shared/kernel/time.ts';
import type { ServiceSystem } from '../../../shared/systems/service-system.ts';
import { type FairnessRounds, type PublicRound, publicRoundSchema } from './fairness-rounds.ts';
import { quartersSince } from './fairness-reports.ts';

export const countedFairnessSchema = z.object({
  countedAt: instantSchema,
  /** The quarters since the first request, newest first, each with its report. */
  quarters: z.array(z.object({ quarter: quarterSchema, report: publicFairnessSchema })),
  /** The rounds, newest first, with reports of those whose offers were made and whose documents are kept. */
  rounds: z.array(z.object({ round: publicRoundSchema, report: publicFairnessSchema.optional() })),
});
/** Public figures on how learners were matched, by quarter and by round. */
export type CountedFairness = z.infer<typeof countedFairnessSchema>;

interface Deps {
  readonly system: ServiceSystem;
  readonly facts: () => Promise<FairnessFacts>;
  readonly rounds: FairnessRounds;
}

/** Counts how learners fared from the rows of a system, for every quarter and round. */
export const countFairness = ({ system, facts, rounds }: Deps) => {
  /** Returns the report of a round. Takes the one that was counted before if the round has not changed since. */
  const reportOf = async (
    { version, confirmedOn, ...round }: PublicRound,
    now: Instant,
    before: CountedFairness['rounds'],
  ) => {
    const same = before.find((one) => one.round.id === round.id && one.round.version === version);
    if (same?.report !== undefined) return same.report;
    const cases = confirmedOn === undefined ? undefined : await rounds.cases(round.id);
    if (cases === undefined || confirmedOn === undefined) return undefined;
    const { id, name, seedHash, seed } = round;
    const about = { kind: 'round' as const, id, name, confirmedOn, seedHash, seed };
    return publicFairness(fairnessOf(cases), { licence: LICENCE, generatedAt: now, about }, system);
  };

  /** @param before what was counted last */
  return async (now: Instant, before: CountedFairness | undefined): Promise<CountedFairness> => {
    const [read, all] = await Promise.all([facts(), rounds.all()]);
    const today = londonDay(now);
    const reports: CountedFairness['rounds'] = [];
    for (const round of all)
      reports.push({ round, report: await reportOf(round, now, before?.rounds ?? []) });
    return {
      countedAt: now,
      quarters: quartersSince(read.requests, today).map((quarter) => ({
        quarter,
        report: publicFairness(
          fairnessOf(fairnessCases(read, daysOfQuarter(quarter), today, system.travel)),
          { licence: LICENCE, generatedAt: now, about: { kind: 'quarter', quarter } },
          system,
        ),
      })),
      rounds: reports,
    };
  };
};
