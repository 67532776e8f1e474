import * as z from 'zod';
import type { Practitioner } from '../domain/practitioner.ts';
import { agoInWords, type Day, daySchema, londonDay } from '../domain/time.ts';
import { clinicalAreas } from '../reference/clinical-areas.ts';
import { places } from '../reference/places.ts';
import { learnerTypes, professions } from '../reference/professions.ts';
import { settings } from '../reference/settings.ts';
import { availabilities, availabilityIds, availabilityOf } from './availability.ts';
import { feeStances, modes } from './choices.ts';
import { named, namedSchema } from './named.ts';
import { rolesOf } from './role-words.ts';
import { slugOf } from './slug.ts';

/** Everything that the public may know about a DPP, and nothing else: an unknown field is a fault, not a leak. */
export const listingSchema = z.strictObject({
  slug: z.string(),
  name: z.string(),
  profession: namedSchema,
  roles: z.array(z.string()),
  organisation: z.string(),
  sites: z.array(z.strictObject({ town: z.string(), place: namedSchema })),
  /** The lead area first. */
  areas: z.array(namedSchema),
  setting: namedSchema,
  supervises: z.strictObject({ professions: z.array(namedSchema), learnerTypes: z.array(namedSchema) }),
  availability: z.strictObject({
    id: z.enum(availabilityIds),
    words: z.string(),
    from: daySchema.optional(),
  }),
  mode: namedSchema,
  fee: namedSchema,
  confirmedOn: daySchema,
  /** False until the programme team has looked at the public register. */
  checked: z.boolean(),
});
export type Listing = z.infer<typeof listingSchema>;

/** The public projection of a practitioner on a day. */
export const listingOf = (practitioner: Practitioner, today: Day): Listing => {
  const availability = availabilityOf(practitioner, today);
  const { leadArea, areas, sites } = practitioner;
  return listingSchema.parse({
    slug: slugOf(practitioner),
    name: practitioner.name,
    profession: named(professions, practitioner.profession),
    roles: rolesOf(practitioner),
    organisation: practitioner.organisation.name,
    sites: sites.map(({ town, place }) => ({ town, place: named(places, place) })),
    areas: [leadArea, ...areas.filter((area) => area !== leadArea)].map((id) => named(clinicalAreas, id)),
    setting: named(settings, practitioner.setting),
    supervises: {
      professions: practitioner.supervisesProfessions.map((id) => named(professions, id)),
      learnerTypes: practitioner.supervisesLearnerTypes.map((id) => named(learnerTypes, id)),
    },
    availability: { ...named(availabilities, availability.id), ...availability },
    mode: named(modes, practitioner.mode),
    fee: named(feeStances, practitioner.fee),
    confirmedOn: londonDay(practitioner.confirmedAt),
    checked: !practitioner.provisional,
  });
};

/** "Details confirmed 3 weeks ago" */
export const confirmedWords = ({ confirmedOn }: Listing, today: Day): string =>
  `Details confirmed ${agoInWords(confirmedOn, today)}`;
