import * as z from 'zod';
import type { Practitioner } from '../people/practitioner.ts';
import { agoInWords, type Day, daySchema, londonDay } from '../kernel/time.ts';
import { clinicalAreas } from '../reference/clinical-areas.ts';
import type { District, SiteNames } from '../geography/geography.ts';
import { learnerTypes, professions } from '../reference/professions.ts';
import { settings } from '../reference/settings.ts';
import { availabilities, availabilityIds, availabilityOf } from './availability.ts';
import { feeStances, modes } from './listing-options.ts';
import { type Labelled, labelled, labelledSchema } from './labelled.ts';
import { meaningOf, standingsOf } from '../people/standing.ts';
import { rolesOf } from './listing-roles.ts';
import { slugOf } from './slug.ts';

export const listedSiteSchema = z.strictObject({
  town: z.string(),
  place: labelledSchema,
  /** The district of the town, if the system's data name one. */
  district: labelledSchema.optional(),
});

export const listedAvailabilitySchema = z.strictObject({
  id: z.enum(availabilityIds),
  words: z.string(),
  from: daySchema.optional(),
});

/**
 * Everything that the public may know about a DPP. Strict, so that an unknown field causes an error instead
 * of a leak.
 */
export const listingSchema = z.strictObject({
  slug: z.string(),
  name: z.string(),
  profession: labelledSchema,
  roles: z.array(z.string()),
  organisation: z.string(),
  sites: z.array(listedSiteSchema),
  /** Clinical areas, the lead area first. */
  areas: z.array(labelledSchema),
  setting: labelledSchema,
  supervises: z.strictObject({ professions: z.array(labelledSchema), learnerTypes: z.array(labelledSchema) }),
  availability: listedAvailabilitySchema,
  mode: labelledSchema,
  fee: labelledSchema,
  confirmedOn: daySchema,
  /** False until the programme team has checked the public register. */
  checked: z.boolean(),
  /** Set while the programme team checks a name, number or profession that changed, or a check that is due again. */
  beingChecked: z.enum(['changed', 'due-again']).exactOptional(),
});
export type Listing = z.infer<typeof listingSchema>;

const labelledDistrict = (district: District | undefined): Labelled | undefined =>
  district === undefined ? undefined : { id: district.ons, words: district.name };

const beingChecked = (
  practitioner: Practitioner,
  today: Day,
): { readonly beingChecked?: 'changed' | 'due-again' } => {
  const marked = standingsOf(practitioner, today).filter(
    (standing) => meaningOf(standing).directory === 'marked',
  );
  if (marked.length === 0) return {};
  return { beingChecked: marked.includes('being-checked') ? 'changed' : 'due-again' };
};

/** Says in the directory that the registration is being checked; undefined if it is not. */
export const beingCheckedInWords = ({
  beingChecked: why,
}: Pick<Listing, 'beingChecked'>): string | undefined => {
  if (why === undefined) return undefined;
  return why === 'changed'
    ? 'Being checked: this DPP changed a name, number or profession, and the programme team is looking it up again.'
    : 'Being checked: the yearly look into the public register is due again.';
};

/** Makes the public listing of a practitioner on a day. */
export const listingOf = (practitioner: Practitioner, today: Day, names: SiteNames): Listing => {
  const availability = availabilityOf(practitioner, today);
  const { leadArea, areas, sites } = practitioner;
  return listingSchema.parse({
    slug: slugOf(practitioner),
    name: practitioner.name,
    profession: labelled(professions, practitioner.profession),
    roles: rolesOf(practitioner),
    organisation: practitioner.organisation.name,
    sites: sites.map(({ outcode, town, place }) => ({
      town,
      place: { id: place, words: names.placeName(place) },
      district: labelledDistrict(names.districtAt(outcode)),
    })),
    areas: [leadArea, ...areas.filter((area) => area !== leadArea)].map((id) => labelled(clinicalAreas, id)),
    setting: labelled(settings, practitioner.setting),
    supervises: {
      professions: practitioner.supervisesProfessions.map((id) => labelled(professions, id)),
      learnerTypes: practitioner.supervisesLearnerTypes.map((id) => labelled(learnerTypes, id)),
    },
    availability: { ...labelled(availabilities, availability.id), ...availability },
    mode: labelled(modes, practitioner.mode),
    fee: labelled(feeStances, practitioner.fee),
    confirmedOn: londonDay(practitioner.confirmedAt),
    checked: !practitioner.provisional,
    ...beingChecked(practitioner, today),
  });
};

/** Puts the date of confirmation into words: "Details confirmed 3 weeks ago". */
export const confirmedWords = ({ confirmedOn }: Listing, today: Day): string =>
  `Details confirmed ${agoInWords(confirmedOn, today)}`;
