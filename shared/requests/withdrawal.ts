import * as z from 'zod';

export const withdrawalReasons = [
  { id: 'found-dpp', words: 'I have found a DPP myself' },
  { id: 'no-place-on-course', words: 'I have no place on the course' },
  { id: 'later', words: 'I will do the course later' },
  { id: 'employer', words: 'My employer does not support it any more' },
  { id: 'funding', words: 'The funding was withdrawn' },
  { id: 'course-closed', words: 'The course does not run' },
  { id: 'no-dpp', words: 'Nobody could take me' },
  { id: 'personal', words: 'Personal reasons' },
  { id: 'other', words: 'Another reason' },
] as const;

/** Why a requester withdrew a request, if they said it. */
export const withdrawalSchema = z.strictObject({
  reason: z.enum(withdrawalReasons.map(({ id }) => id)).exactOptional(),
  /** Words of the requester about it. */
  words: z.string().exactOptional(),
});
export type Withdrawal = z.infer<typeof withdrawalSchema>;
