import * as z from 'zod';
import { requirementWeights } from './all.ts';

/**
 * The numbers of the policy in force that requirements compare with: enough to say who can take a seat, without the
 * criteria that order them.
 */
export const requirementPolicy = z.strictObject(requirementWeights).parse({});
