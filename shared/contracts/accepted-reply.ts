import * as z from 'zod';

/** The answer to a registration or a request: the same for every address, known or not. */
export const acceptedSchema = z.strictObject({ status: z.literal('confirm-your-address') });
