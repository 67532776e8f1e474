import { codeOfOrganisation } from './code-of-organisation.ts';
import type { Organisation } from './organisation.ts';
import type { Instant } from '../kernel/time.ts';
import type { OrganisationRef, Site } from '../reference/vocabulary.ts';

/** An employer named for the first time, without a lead and without digests. */
export const newOrganisation = (
  { id, name, employer }: OrganisationRef,
  place: Site['place'],
  now: Instant,
): Organisation => {
  const code = codeOfOrganisation({ id });
  return {
    id,
    version: 0,
    name,
    place,
    ...(code === undefined ? {} : { code }),
    ...(employer === undefined ? {} : { employer }),
    digests: false,
    createdAt: now,
  };
};
