import { gzipSync } from 'node:zlib';
import { directoryFrom } from '../../../shared/directory/directory.ts';
import { encodeDirectory, inRowOrder } from '../../../shared/directory/encode-directory.ts';
import { encodeTextIndex } from '../../../shared/directory/encode-text-index.ts';
import { parseFilters } from '../../../shared/directory/filters.ts';
import { directoryCsv } from '../../../shared/directory/open-data.ts';
import { searchDirectory } from '../../../shared/directory/search.ts';
import type { Day, Instant } from '../../../shared/kernel/time.ts';
import { encodeSupply } from '../../../shared/matching/index/encode-supply.ts';
import type { ServiceSystem } from '../../../shared/systems/service-system.ts';
import type { PartName } from '../../store/published-manifest.ts';
import { directoryFile } from '../listings/directory-document.ts';
import type { MatchingContext, Published } from './supply-state.ts';

interface Contents {
  readonly people: ReadonlyMap<string, Published>;
  readonly context: MatchingContext;
  readonly day: Day;
  readonly builtAt: Instant;
  readonly system: ServiceSystem;
  /** The system's own URL, without a slash at its end. */
  readonly siteUrl: string;
}

/** Makes the files of one version from what they say of each practitioner, compressed with gzip. */
export const supplyFiles = ({
  people,
  context,
  day,
  builtAt,
  system,
  siteUrl,
}: Contents): Readonly<Record<PartName, Uint8Array>> => {
  const everybody = [...people.values()];
  const entries = inRowOrder(everybody.flatMap(({ entry }) => entry ?? []));
  const columns = encodeDirectory(entries, { day });
  const nothingAsked = parseFilters({}, system);
  const directory = directoryFrom({ columns }, day, system);
  const all = searchDirectory(directory, nothingAsked.filters).found.slice();
  return {
    directory: gzipSync(columns),
    text: gzipSync(
      encodeTextIndex(
        entries.map(({ listing }) => listing),
        { day },
      ),
    ),
    supply: gzipSync(
      encodeSupply(
        everybody.map(({ scanned }) => scanned),
        { day, context },
      ),
    ),
    json: gzipSync(JSON.stringify(directoryFile(nothingAsked, { directory, at: builtAt }, siteUrl))),
    csv: gzipSync(directoryCsv(all, siteUrl)),
  };
};
