import * as z from 'zod';
import { requirementWeights } from './all.ts';

/**
 * The numbers of the policy in force that requirements compare with: enough to say who can take a seat, without the
 * criteria that order them.
 */
// Compiling the schema for one value would take most of the time.
export const requirementPolicy = z.strictObject(requirementWeights).parse({}, { jitless: true });
