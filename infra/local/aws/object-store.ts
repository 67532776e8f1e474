import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';

const objectHeaders = z.record(z.string(), z.string());

/** An object with the headers that it was written with, such as its content type. */
export interface LocalObject {
  readonly body: Buffer;
  readonly etag: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly modified: Date;
}

/** The objects of one bucket. */
export interface ObjectStore {
  /** Whether the bucket has an object lock. */
  readonly isLocked: boolean;
  get(key: string): LocalObject | undefined;
  put(key: string, body: Buffer, headers: Readonly<Record<string, string>>): LocalObject;
  remove(key: string): void;
  /** Every key, in order. */
  keys(): readonly string[];
}

/**
 * @param keepIn folder in which to keep the objects for the next start: one file each, with the headers as its first
 *   line. If omitted, objects are kept in memory only.
 */
export const objectStore = (keepIn: string | undefined, isLocked = false): ObjectStore => {
  const objects = new Map<string, LocalObject>();
  const remember = (key: string, body: Buffer, headers: LocalObject['headers']): LocalObject => {
    const etag = `"${createHash('md5').update(body).digest('hex')}"`;
    const object = { body, headers, etag, modified: new Date() };
    objects.set(key, object);
    return object;
  };
  const fileOf = (folder: string, key: string) => join(folder, encodeURIComponent(key));
  if (keepIn !== undefined) {
    mkdirSync(keepIn, { recursive: true });
    for (const name of readdirSync(keepIn)) {
      const content = readFileSync(join(keepIn, name));
      const end = content.indexOf('\n');
      const headers = objectHeaders.parse(JSON.parse(content.subarray(0, end).toString()));
      remember(decodeURIComponent(name), content.subarray(end + 1), headers);
    }
  }
  return {
    isLocked,
    get: (key) => objects.get(key),
    put: (key, body, headers) => {
      if (keepIn !== undefined)
        writeFileSync(
          fileOf(keepIn, key),
          Buffer.concat([Buffer.from(`${JSON.stringify(headers)}\n`), body]),
        );
      return remember(key, body, headers);
    },
    remove: (key) => {
      objects.delete(key);
      if (keepIn !== undefined) rmSync(fileOf(keepIn, key), { force: true });
    },
    keys: () => [...objects.keys()].sort(),
  };
};
