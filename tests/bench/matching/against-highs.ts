import { allocate } from '../../../shared/allocation/allocate.ts';
import { createOracle } from '../../support/allocation/highs-oracle.ts';
import { intake } from '../../support/allocation/intake.ts';
import { inMilliseconds, printTable, quickest, timed } from './measure.ts';

const RUNS = 5;

/**
 * Runs our engine and the solver HiGHS on the same instances.
 * @returns the differences between their results
 */
export const compareWithHighs = async (): Promise<string[]> => {
  const oracle = await createOracle();
  const failures: string[] = [];
  const rows = [
    ['learners', 'ours, cold', 'ours, warm', 'HiGHS: who', 'HiGHS: at what cost', 'ours / HiGHS', 'equal'],
  ];
  for (const [learners, seed] of [
    [150, 1],
    [1000, 2],
  ] as const) {
    const instance = intake(seed, { learners, supply: 1, worstBandOver: 300 });
    const cold = timed(() => allocate(instance));
    const warm = quickest(RUNS, () => allocate(instance));
    const theirs = Array.from({ length: RUNS }, () => oracle(instance));
    const placing = Math.min(...theirs.map(({ milliseconds }) => milliseconds[0]));
    const costing = Math.min(...theirs.map(({ milliseconds }) => milliseconds[1]));
    const answer = theirs[0];
    const ours = warm.value.ok ? warm.value.value : null;
    const equal =
      ours !== null &&
      answer !== undefined &&
      ours.assignments.map(({ learner }) => learner).join() === answer.placed.join() &&
      ours.objective.worstBand === answer.worstBand &&
      ours.objective.totalCost === answer.totalCost;
    const ratio = warm.milliseconds / (placing + costing);
    rows.push([
      String(learners),
      inMilliseconds(cold.milliseconds),
      inMilliseconds(warm.milliseconds),
      inMilliseconds(placing),
      inMilliseconds(costing),
      `1/${(1 / ratio).toFixed(1)}`,
      equal ? 'placed, set, worst band and cost' : 'NO',
    ]);
    if (!equal) failures.push(`${learners} learners: not the answer of HiGHS`);
    if (learners === 1000 && ratio > 1 / 5)
      failures.push('1,000 learners: more than a fifth of the time of HiGHS');
  }
  console.log(
    '\nThis solver and HiGHS (WebAssembly) in one run: 20 eligible DPPs a learner, seeds 1 and 2, fastest of 5',
  );
  printTable(rows);
  return failures;
};
