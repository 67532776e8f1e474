import { gunzipSync } from 'node:zlib';
import { epochOf } from '../../shared/kernel/time.ts';
import type { Clock } from '../platform/clock.ts';
import type { Objects } from '../platform/objects/objects.ts';
import { type Manifest, manifestFrom, manifestKey, type PartName } from './published-manifest.ts';

interface Deps {
  readonly objects: Pick<Objects, 'get'>;
  readonly systemId: string;
  readonly clock: Clock;
  /** Milliseconds for which the manifest is used without asking whether there is a newer one; 3,000 if omitted. */
  readonly freshMs?: number;
}

/** A version of a system's files. */
export interface PublishedVersion {
  readonly manifest: Manifest;
  /** Reads a file of this version, as it was before compression. */
  readonly part: (name: PartName) => Promise<Uint8Array>;
  /** Reads a file of this version as it is stored: compressed with gzip. */
  readonly compressed: (name: PartName) => Promise<Uint8Array>;
}

/** Thrown inside `use` if a builder has removed a file of the version in use. */
class Replaced extends Error {}

const FRESH_MS = 3_000;
/** Maximum number of versions to try, if each is replaced while its files are read. */
const MOST_VERSIONS = 4;

/**
 * Reads the files that the builder published for a system. Keeps what it has read: the manifest is asked for again by
 * its ETag after a few seconds, and a file is read once.
 * @returns a function that lets `use` work with one version, and begins again with the next one if that version was
 *   replaced meanwhile; undefined if nothing was published yet
 */
export const publishedFiles = ({ objects, systemId, clock, freshMs = FRESH_MS }: Deps) => {
  let kept: { readonly version: PublishedVersion; readonly etag: string; readonly at: number } | undefined;

  const versionOf = (manifest: Manifest): PublishedVersion => {
    const stored = new Map<PartName, Promise<Uint8Array>>();
    const opened = new Map<PartName, Promise<Uint8Array>>();
    const read = async (name: PartName): Promise<Uint8Array> => {
      const found = await objects.get(manifest.parts[name]);
      if (typeof found !== 'object') throw new Replaced();
      return found.body;
    };
    const keptIn = (
      known: Map<PartName, Promise<Uint8Array>>,
      name: PartName,
      make: () => Promise<Uint8Array>,
    ): Promise<Uint8Array> => {
      const before = known.get(name);
      if (before !== undefined) return before;
      const made = make();
      known.set(name, made);
      made.catch(() => known.delete(name));
      return made;
    };
    const compressed = (name: PartName) => keptIn(stored, name, () => read(name));
    return {
      manifest,
      compressed,
      // Keeps the opened file only, which is the larger one, because nobody asks for both.
      part: (name) => keptIn(opened, name, async () => gunzipSync(await read(name))),
    };
  };

  const current = async (): Promise<PublishedVersion | undefined> => {
    const at = epochOf(clock.now());
    if (kept !== undefined && at >= kept.at && at - kept.at < freshMs) return kept.version;
    const found = await objects.get(manifestKey(systemId), kept === undefined ? {} : { etag: kept.etag });
    if (found === 'unchanged' && kept !== undefined) kept = { ...kept, at };
    else if (typeof found === 'object')
      kept = { version: versionOf(manifestFrom(found.body)), etag: found.etag, at };
    else kept = undefined;
    return kept?.version;
  };

  return async <Value>(use: (version: PublishedVersion) => Promise<Value>): Promise<Value | undefined> => {
    for (let attempt = 1; ; attempt += 1) {
      const version = await current();
      if (version === undefined) return undefined;
      try {
        return await use(version);
      } catch (failure) {
        if (!(failure instanceof Replaced) || attempt === MOST_VERSIONS) throw failure;
        if (kept?.version === version) kept = undefined;
      }
    }
  };
};

export type PublishedFiles = ReturnType<typeof publishedFiles>;
