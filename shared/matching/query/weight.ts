import * as z from 'zod';
import type { SeatQuery } from './seat-query.ts';

/** A seat query with the policy numbers that a criterion or requirement declares in `Weights`. */
export type WeighedQuery<Weights extends z.ZodRawShape> = SeatQuery<z.output<z.ZodObject<Weights>>>;

const weightSchema = z.strictObject({ value: z.int().min(0), reason: z.string().min(1) });

/**
 * A number of the policy, with its default and the reason for it. Whole numbers only; the comment at the
 * field gives the unit. The default also applies to rounds that were planned before the number existed.
 */
export const weight = (value: number, reason: string) => weightSchema.default({ value, reason });
