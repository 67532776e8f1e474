import * as z from 'zod';

const id = z.string().regex(/^[a-z][a-z0-9-]*$/u);
const elsewhere = z.string().regex(/^[A-Z0-9]{3,5}:[a-z][a-z0-9-]*$/u);
const ods = z.string().regex(/^[A-Z0-9]{3,6}$/u);

/**
 * Schema of a system's main file, `shared/reference/systems/<id>/system.json`. Relations between its parts, such as
 * mutual neighbours, are checked by `npm run check-systems`.
 */
export const systemFileSchema = z.strictObject({
  id,
  board: z.strictObject({ ods, ons: z.string(), name: z.string() }),
  name: z.string(),
  partOfCountry: z.string(),
  /** Names that people write after a town, and that a search leaves out: "Saltmouth, Anyshire". */
  counties: z.array(z.string()).exactOptional(),
  searchExamples: z.tuple([z.string(), z.string()]),
  contact: z.strictObject({
    owner: z.string(),
    ownerAddress: z.string(),
    contactEmail: z.email(),
    privacyEmail: z.email(),
    securityEmail: z.email(),
  }),
  /** Logo of the owner: an image in `site/public/assets/`, because no page loads one from another host. */
  logo: z
    .strictObject({
      src: z.string().startsWith('/assets/'),
      alt: z.string(),
      width: z.int(),
      height: z.int(),
    })
    .exactOptional(),
  places: z.array(
    z.strictObject({
      id,
      name: z.string(),
      population: z.int().positive().exactOptional(),
      neighbours: z.array(id),
    }),
  ),
  /** Places of other boards that touch a place, as "code of the board:id of the place". */
  neighbouringPlacesElsewhere: z.record(id, z.array(elsewhere)).exactOptional(),
  districts: z.array(z.strictObject({ ons: z.string(), name: z.string(), places: z.array(id) })),
  outcodes: z.array(
    z.strictObject({
      outcode: z.string(),
      town: z.string(),
      place: id,
      /** Code of the district in which its main town lies. */
      district: z.string().exactOptional(),
      latitude: z.number().exactOptional(),
      longitude: z.number().exactOptional(),
    }),
  ),
  /** Other names of towns, with the outcode that each one means. */
  otherTownNames: z.array(z.strictObject({ name: z.string(), outcode: z.string() })).exactOptional(),
  /** Outcodes at the border of which another board has all or, if `split`, a part. */
  neighbouringOutcodes: z
    .array(
      z.strictObject({
        outcode: z.string(),
        /** Its towns, as people know them: "Saltmouth, Marlow Green". */
        area: z.string(),
        board: z.strictObject({ ods, name: z.string() }),
        split: z.boolean(),
        confidence: z.enum(['high', 'medium', 'low']),
        note: z.string().exactOptional(),
        /** Parts of a split outcode that are known not to be this system's. */
        parts: z
          .array(
            z.strictObject({
              /** A sector, "AB1 2", or one postcode, "AB1 2CD". */
              postcodes: z.string(),
              area: z.string(),
              /** Its board, if another than that of the outcode. */
              board: z.strictObject({ ods, name: z.string() }).exactOptional(),
            }),
          )
          .exactOptional(),
      }),
    )
    .exactOptional(),
  /** False if the list of organisations has no practices and pharmacies, so that people type their names. */
  workplacesListed: z.boolean().exactOptional(),
  networks: z.array(z.strictObject({ ods, name: z.string(), place: id })),
  trusts: z.array(z.strictObject({ ods, name: z.string(), place: id.exactOptional() })),
  universities: z.array(
    z.strictObject({
      id,
      name: z.string(),
      /** UK Provider Reference Number. */
      ukprn: z
        .string()
        .regex(/^[0-9]{8}$/u)
        .exactOptional(),
      postcode: z.string().exactOptional(),
      course: z.string().exactOptional(),
      /** Months (1 to 12) in which prescribing courses start; empty if not confirmed. */
      starts: z.array(z.int().min(1).max(12)),
      /** Days before the start at which applications usually close. */
      closesDaysBefore: z.int().positive(),
      /** Whether a DPP may take only one learner per cohort. */
      onePerCohort: z.boolean(),
      /** Whether part of the supervision may be remote. */
      remoteAllowed: z.boolean(),
    }),
  ),
});
export type SystemFile = z.infer<typeof systemFileSchema>;
