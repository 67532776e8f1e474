import { processorTime } from '../matching/measure.ts';
import type { Counts } from './counting.ts';

/** What one piece of work took. */
export interface Figure extends Counts {
  readonly what: string;
  /** Processor time, which hardly depends on other work on the machine. */
  readonly milliseconds: number;
}

/** Measures pieces of work one after the other. */
export const figures = (counts: Counts) => {
  const taken: Figure[] = [];
  return {
    taken,
    measure: async <Value>(what: string, work: () => Promise<Value>): Promise<Value> => {
      const before = { ...counts };
      const started = processorTime();
      const value = await work();
      taken.push({
        what,
        milliseconds: processorTime() - started,
        calls: counts.calls - before.calls,
        units: Math.ceil(counts.units - before.units),
        bytes: counts.bytes - before.bytes,
      });
      return value;
    },
  };
};
