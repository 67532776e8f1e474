import * as z from 'zod';

/**
 * Reply to a registration or a request. It is the same for known and unknown addresses, so that nobody can
 * find out which addresses are known.
 */
export const acceptedSchema = z.strictObject({ status: z.literal('confirm-your-address') });
