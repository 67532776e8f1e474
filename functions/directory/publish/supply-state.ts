import { gunzipSync } from 'node:zlib';
import * as z from 'zod';
import { directoryFrom } from '../../../shared/directory/directory.ts';
import type { Entry } from '../../../shared/directory/encode-directory.ts';
import { isPublic } from '../../../shared/directory/is-public.ts';
import { listingOf } from '../../../shared/directory/listing.ts';
import { idOfSlug } from '../../../shared/directory/slug.ts';
import type { Day } from '../../../shared/kernel/time.ts';
import { withoutDetails } from '../../../shared/matching/index/scanned-facts.ts';
import { supplyFrom } from '../../../shared/matching/index/supply-pool.ts';
import type { Practitioner } from '../../../shared/people/practitioner.ts';
import type { ServiceSystem } from '../../../shared/systems/service-system.ts';
import type { Objects } from '../../platform/objects/objects.ts';
import { type Manifest, manifestFrom, manifestKey, type PartName } from '../../store/published-manifest.ts';

/** Entry of one listed practitioner in the files. */
export interface Published {
  /** The practitioner as ranking reads them. */
  readonly scanned: Practitioner;
  /** The public listing; undefined for a practitioner whom the public does not see. */
  readonly entry: Entry | undefined;
}

/** Schema of the balances of hosting and the prices of scarce practitioners, which ranking needs too. */
export const matchingContextSchema = z.object({
  balances: z.record(z.string(), z.number()),
  prices: z.record(z.string(), z.number()),
});
export type MatchingContext = z.infer<typeof matchingContextSchema>;

/** A version of the files, read back so that parts of it can be replaced. */
export interface SupplyState {
  readonly manifest: Manifest;
  readonly etag: string;
  readonly people: ReadonlyMap<string, Published>;
  readonly context: MatchingContext;
}

/** The day of a version that has to be built anew. */
const NO_DAY = '1970-01-01';
const noHistory: MatchingContext = { balances: {}, prices: {} };

const supplyFactsSchema = z.object({ context: matchingContextSchema });

/**
 * Reads the current version of a system's files.
 * @param known the version that was read or written last; its files are not read again
 * @param isBroken whether to go on with a version whose files are missing, as if it said nothing
 * @returns `replaced` if another builder removed one of them meanwhile; undefined if there is no version yet
 */
export const readSupplyState = async (
  objects: Pick<Objects, 'get'>,
  system: ServiceSystem,
  known: SupplyState | undefined,
  isBroken: boolean,
): Promise<SupplyState | 'replaced' | undefined> => {
  const found = await objects.get(manifestKey(system.id));
  if (typeof found !== 'object') return undefined;
  const manifest = manifestFrom(found.body);
  const { etag } = found;
  if (known?.manifest.parts.supply === manifest.parts.supply) return { ...known, manifest, etag };
  const read = async (name: PartName): Promise<Uint8Array | undefined> => {
    const part = await objects.get(manifest.parts[name]);
    return typeof part === 'object' ? gunzipSync(part.body) : undefined;
  };
  const [columns, file] = await Promise.all([read('directory'), read('supply')]);
  if (columns === undefined || file === undefined)
    return isBroken
      ? { manifest: { ...manifest, day: NO_DAY }, etag, people: new Map(), context: noHistory }
      : 'replaced';
  const directory = directoryFrom({ columns }, manifest.day, system);
  const entries = new Map<string, Entry>();
  for (let row = 0; row < directory.rows; row += 1) {
    const entry = directory.entryAt(row);
    entries.set(idOfSlug(entry.listing.slug), entry);
  }
  const supply = supplyFrom(file);
  return {
    manifest,
    etag,
    people: new Map(
      supply.ids().map((id, row) => [id, { scanned: supply.practitionerAt(row), entry: entries.get(id) }]),
    ),
    context: supplyFactsSchema.parse(supply.facts).context,
  };
};

/** Says what the files show of a practitioner on a day; undefined for one who is not listed, or is a copy of a neighbour’s DPP. */
export const publishedPractitioner = (
  practitioner: Practitioner,
  day: Day,
  { geography, settings }: ServiceSystem,
): Published | undefined =>
  practitioner.state !== 'listed' || practitioner.guest !== undefined
    ? undefined
    : {
        scanned: withoutDetails(practitioner),
        entry: isPublic(practitioner, day, settings)
          ? {
              listing: listingOf(practitioner, day, geography),
              outcodes: practitioner.sites.map(({ outcode }) => outcode),
            }
          : undefined,
      };
