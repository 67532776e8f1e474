import * as z from 'zod';
import { requirementWeights } from './all.ts';

/**
 * The settings of the current policy that the requirements read. They are enough to decide who can take a
 * seat, because the settings of the criteria only rank the candidates.
 */
// Does not compile the schema, because compiling it for one value would take most of the time.
export const requirementPolicy = z.strictObject(requirementWeights).parse({}, { jitless: true });
