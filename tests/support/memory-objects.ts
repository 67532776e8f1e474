import { createHash } from 'node:crypto';
import { insistOnPlainKey, type Objects, type PutOptions } from '../../functions/platform/objects/objects.ts';

interface Kept {
  readonly body: Uint8Array;
  readonly etag: string;
  readonly about: PutOptions;
}

/** The bucket of files in memory. `keys` lists everything in it. */
export const memoryObjects = (): Objects & {
  readonly keys: () => readonly string[];
  /** How an object was written. */
  readonly about: (key: string) => PutOptions | undefined;
} => {
  const kept = new Map<string, Kept>();
  const keys = () => [...kept.keys()].sort();
  return {
    keys,
    about: (key) => kept.get(key)?.about,
    get: (key, { etag, range } = {}) => {
      insistOnPlainKey(key);
      const found = kept.get(key);
      if (found === undefined) return Promise.resolve(undefined);
      if (found.etag === etag) return Promise.resolve('unchanged');
      if (range !== undefined && range.from >= found.body.length)
        return Promise.reject(new RangeError('the range starts after the end of the object'));
      const body = range === undefined ? found.body.slice() : found.body.slice(range.from, range.to + 1);
      return Promise.resolve({ body, etag: found.etag });
    },
    put: (key, content, { ifMatch, ifAbsent, ...about } = {}) => {
      insistOnPlainKey(key);
      const found = kept.get(key);
      const unmet =
        (ifAbsent === true && found !== undefined) || (ifMatch !== undefined && found?.etag !== ifMatch);
      if (unmet) return Promise.resolve('changed-meanwhile');
      const body = typeof content === 'string' ? new TextEncoder().encode(content) : content.slice();
      kept.set(key, { about, body, etag: `"${createHash('md5').update(body).digest('hex')}"` });
      return Promise.resolve('written');
    },
    list: (prefix) => {
      insistOnPlainKey(prefix);
      return Promise.resolve(
        keys()
          .filter((key) => key.startsWith(prefix))
          .flatMap((key) => {
            const found = kept.get(key);
            return found === undefined ? [] : [{ key, etag: found.etag, bytes: found.body.length }];
          }),
      );
    },
    remove: (key) => {
      insistOnPlainKey(key);
      kept.delete(key);
      return Promise.resolve();
    },
  };
};
