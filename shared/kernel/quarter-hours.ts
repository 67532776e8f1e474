import * as z from 'zod';

/** Whether a number of hours is in whole quarters. Exact, unlike a remainder, which takes the smallest fractions for none. */
export const isInQuarters = (hours: number): boolean => Number.isInteger(hours * 4);

/**
 * Schema of a number of hours in whole quarters, such as 7.5; negative where hours are taken back. Quarters are powers of
 * two, so that their sums are exact.
 */
export const quarterHours = (): z.ZodNumber => z.number().refine(isInQuarters);
