import * as z from 'zod';
import type { Day } from '../kernel/time.ts';
import { contextWithoutHistory } from '../matching/query/seat-query.ts';
import { policyOf } from '../matching/policy.ts';
import { possibleSwaps } from './possible-swaps.ts';
import type { Practitioner } from '../people/practitioner.ts';
import type { SupervisionRequest } from '../requests/request.ts';
import type { ServiceSystem } from '../systems/service-system.ts';

const swapSchema = z.object({
  partner: z.object({ id: z.string(), name: z.string() }),
  /** Learners of the employer whom a DPP of the partner could take. */
  theyCanHost: z.array(z.object({ profession: z.string(), leadArea: z.string() })),
  /** Number of the partner's learners whom a DPP of the employer could take. */
  weCanHost: z.number(),
});

/** A possible swap as the page of an organisation shows it. */
export type ShownSwap = z.infer<typeof swapSchema>;

const idsSchema = z.object({ practitioners: z.array(z.string()), requests: z.array(z.string()) });

/** Parses the file of who belongs to which organisation. It holds ids, and no names of people. */
export const countedOrganisationsSchema = z.object({
  /** Ids of listed DPPs and open requests, by the organisation's id. */
  organisations: z.record(z.string(), idsSchema),
  /** Possible swaps, by the employer's id. */
  swaps: z.record(z.string(), z.array(swapSchema)),
});

export type CountedOrganisations = z.infer<typeof countedOrganisationsSchema>;

interface OfOrganisation {
  readonly id: string;
  readonly organisation: { readonly id: string };
}

/** Groups ids by the organisation to which their records belong. */
const idsByOrganisation = (nouns: readonly OfOrganisation[]): ReadonlyMap<string, string[]> => {
  const ids = new Map<string, string[]>();
  for (const { id, organisation } of nouns) {
    const known = ids.get(organisation.id);
    if (known === undefined) ids.set(organisation.id, [id]);
    else known.push(id);
  }
  return ids;
};

/**
 * Counts what the pages of all organisations show: whose listed DPPs and open requests they are, and swaps between
 * employers.
 */
export const countedOrganisations = (
  listed: readonly Practitioner[],
  open: readonly SupervisionRequest[],
  today: Day,
  system: ServiceSystem,
): CountedOrganisations => {
  const [dpps, requests] = [idsByOrganisation(listed), idsByOrganisation(open)];
  const swaps = possibleSwaps(
    { requests: open, practitioners: listed },
    policyOf(system),
    today,
    contextWithoutHistory(system),
  );
  return {
    organisations: Object.fromEntries(
      [...new Set([...dpps.keys(), ...requests.keys()])].map((id) => [
        id,
        { practitioners: dpps.get(id) ?? [], requests: requests.get(id) ?? [] },
      ]),
    ),
    swaps: Object.fromEntries(
      [...swaps].map(([id, found]) => [
        id,
        found.map(({ partner: { id: partnerId, name }, theyCanHost, weCanHost }) => ({
          partner: { id: partnerId, name },
          theyCanHost: theyCanHost.map(({ profession, leadArea }) => ({ profession, leadArea })),
          weCanHost,
        })),
      ]),
    ),
  };
};
