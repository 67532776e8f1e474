import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

export interface Measured<Value> {
  readonly value: Value;
  readonly milliseconds: number;
}

/**
 * Returns the processor time used so far, in milliseconds. Unlike elapsed time, it hardly depends on other work on the
 * machine.
 */
export const processorTime = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

export const timed = <Value>(work: () => Value): Measured<Value> => {
  const started = processorTime();
  const value = work();
  return { value, milliseconds: processorTime() - started };
};

/** Runs a function several times and returns the fastest run. */
export const quickest = <Value>(runs: number, work: () => Value): Measured<Value> => {
  let best = timed(work);
  for (let run = 1; run < runs; run += 1) {
    const next = timed(work);
    if (next.milliseconds < best.milliseconds) best = next;
  }
  return best;
};

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

/**
 * Returns the bytes in use after garbage collection. Collects twice, because buffers are freed only by the second
 * collection.
 */
export const bytesInUse = (): number => {
  collectGarbage();
  collectGarbage();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
};

export const inMegabytes = (bytes: number): string => `${(bytes / 2 ** 20).toFixed(0)} MB`;
export const inMilliseconds = (milliseconds: number): string =>
  milliseconds < 10 ? `${milliseconds.toFixed(1)} ms` : `${milliseconds.toFixed(0)} ms`;
export const share = (part: number, whole: number): string => `${((100 * part) / whole).toFixed(1)} %`;

/** Prints rows as aligned columns. */
export const printTable = (rows: readonly (readonly string[])[]): void => {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  for (const row of rows)
    console.log(`  ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('   ')}`);
};
