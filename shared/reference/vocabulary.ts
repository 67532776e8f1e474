import * as z from 'zod';
import { clinicalAreaIds } from './clinical-areas.ts';
import { learnerTypeIds, professionIds } from './professions.ts';
import { seatRoleIds } from './seat-roles.ts';
import { settingIds } from './settings.ts';

/** Schemas of ids from the reference lists. */
export const professionSchema = z.enum(professionIds);
export const learnerTypeSchema = z.enum(learnerTypeIds);
export const clinicalAreaSchema = z.enum(clinicalAreaIds);
export const settingSchema = z.enum(settingIds);
export const seatRoleSchema = z.enum(seatRoleIds);

/** Id of a place. It is checked against a system where it arrives, not where it is stored. */
export const placeSchema = z.string();

export const weekdays = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
] as const;
export const weekdaySchema = z.enum(weekdays);

/** A workplace: its outcode, with the town and place in which it lies. */
export const siteSchema = z.strictObject({ outcode: z.string(), town: z.string(), place: placeSchema });
export type Site = z.infer<typeof siteSchema>;

/**
 * An employer or practice. The id of one in the system's list derives from its code, that of another from its name and
 * outcode.
 */
export const organisationRefSchema = z.strictObject({
  id: z.string(),
  name: z.string(),
  /** The owner, if the organisation has one. Stored with the organisation, so that rules need no look-up. */
  employer: z.strictObject({ id: z.string(), name: z.string() }).exactOptional(),
});
export type OrganisationRef = z.infer<typeof organisationRefSchema>;

/** Id of the wording to which somebody agreed, and the time at which they agreed. */
export const consentSchema = z.strictObject({ wording: z.string(), at: z.iso.datetime({ precision: 3 }) });
