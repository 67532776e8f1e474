import * as z from 'zod';

/**
 * Reply to a registration or a request. Identical for known and unknown addresses, so that it reveals
 * neither.
 */
export const acceptedSchema = z.strictObject({ status: z.literal('confirm-your-address') });
