import * as z from 'zod';

const stepSchema = z.looseObject({
  done: z.number(),
  of: z.number(),
  offersMade: z.number(),
  notMade: z.array(z.looseObject({ seatId: z.string(), reason: z.string() })),
});
type Step = z.infer<typeof stepSchema>;

interface Deps {
  /** Makes the next offers, starting at the seat with the index `from` in the plan. */
  readonly ask: (from: number) => Promise<unknown>;
  readonly say: (words: string) => unknown;
}

/**
 * Makes the offers of a plan, a few in each call, and reports progress. Safe to repeat after an interruption.
 * @returns the last answer, with the totals of all calls; a seat that could not be filled is listed once
 */
export const confirmStepByStep = async ({ ask, say }: Deps, before?: Step): Promise<Step> => {
  const step = stepSchema.parse(await ask(before?.done ?? 0));
  say(`Offers handled: ${step.done} of ${step.of}`);
  const triedAgain = new Set(step.notMade.map(({ seatId }) => seatId));
  const soFar = {
    ...step,
    offersMade: (before?.offersMade ?? 0) + step.offersMade,
    notMade: [...(before?.notMade ?? []).filter(({ seatId }) => !triedAgain.has(seatId)), ...step.notMade],
  };
  return step.done < step.of ? confirmStepByStep({ ask, say }, soFar) : soFar;
};
