import * as z from 'zod';

const stepSchema = z.looseObject({
  done: z.number(),
  of: z.number(),
  offersMade: z.number(),
  notMade: z.array(z.looseObject({ seatId: z.string(), reason: z.string() })),
});
type Step = z.infer<typeof stepSchema>;

interface Deps {
  /** Makes some more offers, from this seat of the plan on. */
  readonly ask: (from: number) => Promise<unknown>;
  readonly say: (words: string) => unknown;
}

/**
 * Makes a plan's offers, a few a call, so that progress is seen; stopped half way, the same command goes on.
 * @returns the last answer, with what all calls have made and could not make
 */
export const confirmStepByStep = async ({ ask, say }: Deps, before?: Step): Promise<Step> => {
  const step = stepSchema.parse(await ask(before?.done ?? 0));
  say(`Offers gone through: ${step.done} of ${step.of}`);
  const soFar = {
    ...step,
    offersMade: (before?.offersMade ?? 0) + step.offersMade,
    notMade: [...(before?.notMade ?? []), ...step.notMade],
  };
  return step.done < step.of ? confirmStepByStep({ ask, say }, soFar) : soFar;
};
