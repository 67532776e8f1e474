import * as z from 'zod';
import { placeSchema } from '../reference/vocabulary.ts';

export const scopeSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('system') }),
  z.strictObject({ kind: z.literal('place'), place: placeSchema }),
  z.strictObject({
    kind: z.literal('organisation'),
    organisationId: z.string(),
    name: z.string(),
    /** Id of the organisation's owner, if it has one. */
    employerId: z.string().exactOptional(),
  }),
]);
/** Subject of a digest: the whole system, one place, or one organisation. */
export type DigestScope = z.infer<typeof scopeSchema>;

/** The scope's part of a run's id: "system", "north-shore", "organisation-harbour-surgery". */
export const scopeId = (scope: DigestScope): string => {
  switch (scope.kind) {
    case 'system':
      return 'system';
    case 'place':
      return scope.place;
    case 'organisation':
      return `organisation-${scope.organisationId}`;
  }
};
