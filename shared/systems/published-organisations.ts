import * as z from 'zod';

/** Kinds of organisation in a system's list. */
export const organisationKinds = [
  'nhs-trust',
  'trust-site',
  'pcn',
  'gp-practice',
  'pharmacy',
  'community-provider',
  'hospice',
  'university',
  'other',
] as const;

/**
 * Schema of `organisations.json`. Each organisation is a row: code, name, kind, postcode, outcode, town, id of its
 * place (empty outside the system), code of its network or owner, status, month or day of the source, day on which it
 * closed (empty if it did not), and address. Each alias is a row: what people type, the code that it means, whether the
 * code is of an organisation or of the owner of a chain, and how sure the link is.
 */
export const publishedOrganisationsSchema = z.strictObject({
  organisations: z.array(
    z.tuple([
      z.string(),
      z.string(),
      z.enum(organisationKinds),
      z.string(),
      z.string(),
      z.string(),
      z.string(),
      z.string(),
      z.enum(['active', 'closed', 'unknown']),
      z.string(),
      z.string(),
      z.string(),
    ]),
  ),
  aliases: z.array(z.tuple([z.string(), z.string(), z.string(), z.enum(['high', 'medium', 'low'])])),
});
export type PublishedOrganisations = z.infer<typeof publishedOrganisationsSchema>;
