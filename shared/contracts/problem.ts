import * as z from 'zod';
import { fieldErrorSchema } from '../kernel/field-error.ts';

/** A refusal as `application/problem+json` (RFC 9457). `type` ends with the stable code. */
export const problemSchema = z.strictObject({
  type: z.string().describe('urn:dpp-match:problem: and a stable code'),
  status: z.number().int(),
  code: z.string(),
  title: z.string(),
  detail: z.string().optional(),
  errors: z.array(fieldErrorSchema).optional(),
});
