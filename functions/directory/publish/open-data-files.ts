import { gunzipSync } from 'node:zlib';
import type { ListedObject, Objects } from '../../platform/objects/objects.ts';
import { type Manifest, manifestFrom, manifestKey } from '../../store/published-manifest.ts';

interface Deps {
  readonly objects: Objects;
  readonly systemId: string;
}

/** A file of open data: its name, and the headers with which CloudFront serves it. */
interface OpenDataFile {
  readonly part: 'json' | 'csv';
  readonly name: string;
  readonly contentType: string;
  readonly contentDisposition?: string;
}

const files: readonly OpenDataFile[] = [
  { part: 'json', name: 'directory.json', contentType: 'application/json; charset=utf-8' },
  {
    part: 'csv',
    name: 'directory.csv',
    contentType: 'text/csv; charset=utf-8',
    contentDisposition: 'attachment; filename="dpp-directory.csv"',
  },
];

/**
 * CloudFront keeps a file for half a minute, so that a listing that is taken down disappears within a minute; browsers
 * ask each time whether it has changed.
 */
const CACHE_CONTROL = 'public, max-age=0, s-maxage=30';

/** Maximum number of attempts, if another builder writes the same file each time. */
const MOST_ATTEMPTS = 6;

/** Key of a file, compressed or, for callers that cannot decompress, plain. */
const keyOf = (systemId: string, name: string, form: 'gzip' | 'plain'): string =>
  `${systemId}/open-data/${form === 'plain' ? 'plain/' : ''}${name}`;

/**
 * Copies the open data of a version to the keys from which CloudFront serves them, each under its address. Does nothing
 * if they are there already, or if a newer version is current. Idempotent: what one run does not write, the next one does.
 *
 * A slow builder cannot overwrite a newer file: it looks at the stored file first, then whether its own version is still
 * current, and writes only if the stored file has not changed since.
 * @param published the objects of the version, as they were listed after its manifest was written
 */
export const publishOpenData = async (
  { objects, systemId }: Deps,
  { parts }: Manifest,
  published: readonly ListedObject[],
): Promise<void> => {
  const isCurrent = async (): Promise<boolean> => {
    const found = await objects.get(manifestKey(systemId));
    return typeof found === 'object' && manifestFrom(found.body).parts.json === parts.json;
  };
  const storedNow = async (): Promise<ReadonlyMap<string, string>> =>
    new Map((await objects.list(`${systemId}/open-data/`)).map(({ key, etag }) => [key, etag]));

  /** @returns whether the file is as it should be, or belongs to a newer version */
  const publish = async (
    { part, name, ...about }: OpenDataFile,
    stored: ReadonlyMap<string, string>,
  ): Promise<boolean> => {
    const wanted = published.find(({ key }) => key === parts[part])?.etag;
    const gzip = keyOf(systemId, name, 'gzip');
    // The tag of an object is the hash of its bytes. The compressed file is written last.
    if (wanted === undefined || stored.get(gzip) === wanted) return true;
    const found = await objects.get(parts[part]);
    if (typeof found !== 'object' || !(await isCurrent())) return true;
    const write = (key: string, body: Uint8Array, encoding: { readonly contentEncoding?: string }) => {
      const before = stored.get(key);
      return objects.put(key, body, {
        ...about,
        ...encoding,
        cacheControl: CACHE_CONTROL,
        ...(before === undefined ? { ifAbsent: true as const } : { ifMatch: before }),
      });
    };
    const plain = await write(keyOf(systemId, name, 'plain'), gunzipSync(found.body), {});
    return plain === 'written' && (await write(gzip, found.body, { contentEncoding: 'gzip' })) === 'written';
  };

  let stored = await storedNow();
  for (const file of files) {
    let attempt = 1;
    while (!(await publish(file, stored))) {
      if (attempt === MOST_ATTEMPTS) throw new Error('repeated write conflicts');
      attempt += 1;
      stored = await storedNow();
    }
  }
};
