import { epochOf, type Instant } from '../../../shared/kernel/time.ts';
import type { Chance } from '../../platform/chance.ts';
import type { Clock } from '../../platform/clock.ts';
import type { ListedObject, Objects } from '../../platform/objects/objects.ts';
import {
  type Manifest,
  manifestKey,
  type PartName,
  partKey,
  partNames,
  startedAtOf,
} from '../../store/published-manifest.ts';

interface Deps {
  readonly objects: Objects;
  readonly systemId: string;
  readonly clock: Clock;
  readonly chance: Pick<Chance, 'id'>;
}

/** Milliseconds after which a builder gives up, so that older files without a manifest belong to nobody. */
const GIVE_UP_MS = 15_000;
/** Milliseconds after which a file that no manifest names is removed. Leaves some room for clocks that differ. */
const ORPHAN_MS = 20_000;

/** The version that a new one replaces, with the tag of its manifest. */
export interface Before {
  readonly manifest: Manifest;
  readonly etag: string;
}

/**
 * Writes a version of the files: first the files, each under a new key, then the manifest, on the condition that the
 * version before is still current.
 * @param files if omitted, only the manifest changes
 * @returns undefined if another builder was first, or if it took too long; then nothing is left of this version
 */
export const writeVersion =
  ({ objects, systemId, clock, chance }: Deps) =>
  async (
    before: Before | undefined,
    about: Pick<Manifest, 'day' | 'completeTo' | 'people'>,
    makeFiles: (() => Readonly<Record<PartName, Uint8Array>>) | undefined,
  ): Promise<Manifest | undefined> => {
    const startedAt = epochOf(clock.now());
    const id = chance.id();
    const keyOf = (part: PartName): string => partKey(systemId, startedAt, id, part);
    const own = {
      directory: keyOf('directory'),
      text: keyOf('text'),
      supply: keyOf('supply'),
      json: keyOf('json'),
      csv: keyOf('csv'),
    } satisfies Manifest['parts'];
    const isNew = makeFiles !== undefined || before === undefined;
    const files = makeFiles?.();
    if (files !== undefined)
      for (const part of partNames)
        await objects.put(own[part], files[part], { contentEncoding: 'gzip', ifAbsent: true });
    const giveUp = async (): Promise<undefined> => {
      if (isNew) for (const key of Object.values(own)) await objects.remove(key);
    };
    const now = clock.now();
    if (epochOf(now) - startedAt > GIVE_UP_MS) return giveUp();
    const manifest: Manifest = {
      format: 1,
      ...about,
      builtAt: now,
      parts: isNew ? own : before.manifest.parts,
      replaced: isNew && before !== undefined ? Object.values(before.manifest.parts) : [],
    };
    const outcome = await objects.put(manifestKey(systemId), JSON.stringify(manifest), {
      contentType: 'application/json',
      ...(before === undefined ? { ifAbsent: true } : { ifMatch: before.etag }),
    });
    return outcome === 'written' ? manifest : giveUp();
  };

/**
 * Removes the files that the current version replaced, and those that a failed builder left behind. Idempotent: what
 * one run does not remove, the next one does.
 * @param published the system's objects, as they were listed at `listedAt`
 */
export const removeOldFiles = async (
  { objects, systemId }: Pick<Deps, 'objects' | 'systemId'>,
  { parts, replaced }: Manifest,
  published: readonly ListedObject[],
  listedAt: Instant,
): Promise<void> => {
  const current = new Set(Object.values(parts));
  for (const { key } of published) {
    const startedAt = startedAtOf(systemId, key);
    if (startedAt === undefined || current.has(key)) continue;
    if (replaced.includes(key) || epochOf(listedAt) - startedAt > ORPHAN_MS) await objects.remove(key);
  }
};
