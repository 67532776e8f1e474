import * as z from 'zod';

/**
 * Schema of a number of hours in whole quarters, such as 7.5; negative where hours are taken back. Quarters are powers of
 * two, so that their sums are exact.
 */
export const quarterHours = (): z.ZodNumber => z.number().check(z.multipleOf(0.25));
