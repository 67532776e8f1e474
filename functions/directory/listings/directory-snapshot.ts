import { type Directory, directoryFrom, directoryOf } from '../../../shared/directory/directory.ts';
import { type Day, type Instant, londonDay } from '../../../shared/kernel/time.ts';
import type { ServiceSystem } from '../../../shared/systems/service-system.ts';
import type { Clock } from '../../platform/clock.ts';
import { ttlCache } from '../../platform/ttl-cache.ts';
import type { PublishedFiles, PublishedVersion } from '../../store/published-files.ts';
import type { PractitionerRepository } from '../../store/repositories/practitioner-repository.ts';

export interface Snapshot {
  readonly directory: Directory;
  /** Time at which the files were built, or the rows were read. */
  readonly at: Instant;
}

/** Returns the directory, with its text index if the search has a text. */
export type DirectorySnapshot = (needs: { readonly text: boolean }) => Promise<Snapshot>;

export interface Deps {
  readonly system: ServiceSystem;
  /** The files that the builder published; the directory is made from the rows until there are any. */
  readonly files: PublishedFiles;
  readonly practitioners: Pick<PractitionerRepository, 'inState'>;
  readonly clock: Clock;
}

/** Milliseconds for which a container caches a directory that it made from the rows. */
const CACHE_MS = 20_000;

interface Kept {
  readonly version: PublishedVersion;
  readonly today: Day;
  readonly hasText: boolean;
  readonly snapshot: Snapshot;
}

/** Returns the directory from the files, a few seconds old. Keeps what it has decoded while the files are the same. */
export const directorySnapshot = ({ system, files, practitioners, clock }: Deps): DirectorySnapshot => {
  let kept: Kept | undefined;
  const fromRows = ttlCache(CACHE_MS, clock, async (at) => ({
    directory: directoryOf(await practitioners.inState('listed'), londonDay(at), system),
    at,
  }));
  return async ({ text }) => {
    const today = londonDay(clock.now());
    const fromFiles = await files(async (version) => {
      if (kept?.version === version && kept.today === today && (kept.hasText || !text)) return kept.snapshot;
      const [columns, textIndex] = await Promise.all([
        version.part('directory'),
        text ? version.part('text') : undefined,
      ]);
      const directory = directoryFrom({ columns, textIndex }, today, system);
      const snapshot = { directory, at: version.manifest.builtAt };
      kept = { version, today, hasText: text, snapshot };
      return snapshot;
    });
    return fromFiles ?? fromRows();
  };
};
