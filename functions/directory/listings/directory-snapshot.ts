import { type Directory, directoryFrom } from '../../../shared/directory/directory.ts';
import { type Day, type Instant, londonDay } from '../../../shared/kernel/time.ts';
import type { ServiceSystem } from '../../../shared/systems/service-system.ts';
import type { Clock } from '../../platform/clock.ts';
import type { PublishedFiles, PublishedVersion } from '../../store/published-files.ts';

export interface Snapshot {
  readonly directory: Directory;
  /** Time at which the files were built. */
  readonly at: Instant;
}

/** Returns the directory, with its text index if the search has a text; undefined before the first files are built. */
export type DirectorySnapshot = (needs: { readonly text: boolean }) => Promise<Snapshot | undefined>;

export interface Deps {
  readonly system: ServiceSystem;
  /** The files that the builder published. */
  readonly files: PublishedFiles;
  readonly clock: Clock;
}

interface Kept {
  readonly version: PublishedVersion;
  readonly today: Day;
  readonly hasText: boolean;
  readonly snapshot: Snapshot;
}

/** Returns the directory from the files, a few seconds old. Keeps what it has decoded while the files are the same. */
export const directorySnapshot = ({ system, files, clock }: Deps): DirectorySnapshot => {
  let kept: Kept | undefined;
  return ({ text }) => {
    const today = londonDay(clock.now());
    return files(async (version) => {
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
  };
};
