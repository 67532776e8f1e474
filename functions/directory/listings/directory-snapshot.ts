import { type Directory, directoryOf } from '../../../shared/directory/directory.ts';
import { type Instant, londonDay } from '../../../shared/kernel/time.ts';
import type { ServiceSystem } from '../../../shared/systems/service-system.ts';
import type { Clock } from '../../platform/clock.ts';
import type { PractitionerRepository } from '../../store/repositories/practitioner-repository.ts';
import { ttlCache } from '../../platform/ttl-cache.ts';

export interface Snapshot {
  readonly directory: Directory;
  /** Time at which the rows were read. */
  readonly at: Instant;
}

export interface Deps {
  readonly system: ServiceSystem;
  readonly practitioners: Pick<PractitionerRepository, 'inState'>;
  readonly clock: Clock;
}

/** Milliseconds for which a container caches the directory. */
const CACHE_MS = 20_000;

/** Returns the directory, at most 20 seconds old. Makes one query for the listed practitioners. */
export const directorySnapshot = ({ system, practitioners, clock }: Deps): (() => Promise<Snapshot>) =>
  ttlCache(CACHE_MS, clock, async (at) => ({
    directory: directoryOf(await practitioners.inState('listed'), londonDay(at), system),
    at,
  }));
