import * as z from 'zod';
import { requirementWeights } from './all.ts';

/**
 * The numbers of the current policy that requirements use. They are enough to decide who can take a seat; the
 * criteria, which order the candidates, are not needed.
 */
// Does not compile the schema, because compiling it for one value would take most of the time.
export const requirementPolicy = z.strictObject(requirementWeights).parse({}, { jitless: true });
