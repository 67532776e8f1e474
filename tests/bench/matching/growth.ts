import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { allocate } from '../../../shared/allocation/allocate.ts';
import { verify } from '../../../shared/allocation/verify.ts';
import { intake } from '../../support/allocation/intake.ts';
import { inMegabytes, inMilliseconds, printTable, quickest, share, timed } from './measure.ts';

/** Script that measures memory, run in a separate process so that leftovers of earlier runs do not count. */
const MEMORY = join(import.meta.dirname, 'memory.ts');

const MEGABYTE = 2 ** 20;
const SIZES = [
  { learners: 10_000, runs: 3, most: 64 * MEGABYTE },
  { learners: 50_000, runs: 2, most: 150 * MEGABYTE },
];

/**
 * Measures the engine on large intakes with quotas: the time that it takes, the time that checking its certificate
 * takes, the growth of the time with the number of learners, and the memory used.
 * @returns the checks that failed
 */
export const measureGrowth = (): string[] => {
  const failures: string[] = [];
  const times: number[] = [];
  const rows = [
    ['learners', 'pairs', 'solved in', 'extra memory', 'placed', 'certificate checked in', 'holds'],
  ];
  for (const { learners, runs, most } of SIZES) {
    const instance = intake(1, { learners });
    const { value: result, milliseconds } = quickest(runs, () => allocate(instance));
    times.push(milliseconds);
    const extra = Number(execFileSync(process.execPath, [MEMORY, String(learners)], { encoding: 'utf8' }));
    const checked = timed(() => (result.ok ? verify(instance, result.value).length : -1));
    const { placed } = result.ok ? result.value.objective : { placed: 0 };
    rows.push([
      learners.toLocaleString('en-GB'),
      instance.pairs.length.toLocaleString('en-GB'),
      inMilliseconds(milliseconds),
      inMegabytes(extra),
      share(placed, learners),
      inMilliseconds(checked.milliseconds),
      checked.value === 0 ? 'yes' : 'NO',
    ]);
    if (checked.value !== 0) failures.push(`${learners} learners: the certificate does not hold`);
    if (extra > most) failures.push(`${learners} learners: ${inMegabytes(extra)} of extra memory`);
  }
  console.log('\nLarge intakes with quotas on four levels, 20 eligible DPPs a learner, seed 1');
  printTable(rows);
  const growth = (times[1] ?? 0) / (times[0] ?? 1);
  console.log(`  five times the learners take ${growth.toFixed(1)} times as long`);
  if (growth > 10) failures.push(`growth of ${growth.toFixed(1)} from 10,000 to 50,000`);
  return failures;
};
