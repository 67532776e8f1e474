import * as z from 'zod';
import { instantSchema } from '../kernel/time.ts';

/** Whether a person confirmed for an organisation says that a DPP works there. `unknown`: they do not know the DPP. */
export const vouchAnswers = ['yes', 'no', 'unknown'] as const;
export const vouchAnswerSchema = z.enum(vouchAnswers);
export type VouchAnswer = (typeof vouchAnswers)[number];

export const vouchSchema = z.strictObject({
  version: z.number().int(),
  practitionerId: z.string(),
  /** The organisation or owner for which the person is confirmed, and the person's id there. */
  organisationId: z.string(),
  personId: z.string(),
  askedAt: instantSchema,
  answer: vouchAnswerSchema.exactOptional(),
  answeredAt: instantSchema.exactOptional(),
});

/** The question to one confirmed person whether one DPP works at their organisation, and the answer. */
export type Vouch = z.infer<typeof vouchSchema>;
