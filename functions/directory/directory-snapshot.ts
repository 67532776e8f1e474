import { type Directory, directoryOf } from '../../shared/directory/directory.ts';
import { epochOf, type Instant, londonDay } from '../../shared/domain/time.ts';
import type { Clock } from '../platform/clock.ts';
import type { PractitionerRepository } from '../platform/storage/practitioner-repository.ts';

export interface Snapshot {
  readonly directory: Directory;
  /** When the rows were read. */
  readonly at: Instant;
}

export interface Deps {
  readonly practitioners: Pick<PractitionerRepository, 'inState'>;
  readonly clock: Clock;
}

/** Milliseconds for which a container goes on using what it read. */
const KEEP_MS = 20_000;

/**
 * The directory as it stood at most 20 seconds ago, by one query of the list of listed practitioners. Callers at the
 * same moment share the query; a query that failed is not kept.
 */
export const directorySnapshot = ({ practitioners, clock }: Deps): (() => Promise<Snapshot>) => {
  let kept: { readonly at: Instant; readonly snapshot: Promise<Snapshot> } | undefined;
  const read = async (at: Instant): Promise<Snapshot> => {
    const directory = directoryOf(await practitioners.inState('listed'), londonDay(at));
    return { directory, at };
  };
  return async () => {
    const now = clock.now();
    const age = kept === undefined ? Infinity : epochOf(now) - epochOf(kept.at);
    if (kept === undefined || age > KEEP_MS || age < 0) kept = { at: now, snapshot: read(now) };
    const mine = kept;
    try {
      return await mine.snapshot;
    } catch (failure) {
      if (kept === mine) kept = undefined;
      throw failure;
    }
  };
};
