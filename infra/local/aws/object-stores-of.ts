import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { deployedFiles } from '../template/deployed-files.ts';
import type { LocalTemplate } from '../template/local-template.ts';
import { objectStore, type ObjectStore } from './object-store.ts';

const lambda = z.object({
  Environment: z.object({
    Variables: z.object({ BUCKET_NAME: z.string().optional(), AUDIT_BUCKET_NAME: z.string().optional() }),
  }),
});

const bucket = z.object({ ObjectLockEnabled: z.boolean().optional() });

/**
 * Makes the buckets that functions use, as they are after a deployment: with the files that the stacks copy into them.
 *
 * @param keepIn folder in which to keep the objects between starts; if omitted, they are kept in memory only
 */
export const objectStoresOf = (
  template: LocalTemplate,
  keepIn: string | undefined,
): ReadonlyMap<string, ObjectStore> => {
  const names = template.all('AWS::Lambda::Function', lambda).flatMap(({ properties }) => {
    const { BUCKET_NAME, AUDIT_BUCKET_NAME } = properties.Environment.Variables;
    return [BUCKET_NAME ?? [], AUDIT_BUCKET_NAME ?? []].flat();
  });
  const locked = new Set(
    template
      .all('AWS::S3::Bucket', bucket)
      .filter(({ properties }) => properties.ObjectLockEnabled === true)
      .map(({ id }) => template.ref(id)),
  );
  return new Map(
    [...new Set(names)].map((name) => {
      const store = objectStore(keepIn === undefined ? undefined : join(keepIn, name), locked.has(name));
      for (const [key, { file, contentType, cacheControl }] of deployedFiles(template, name))
        store.put(key, readFileSync(file), {
          'content-type': contentType,
          ...(cacheControl === undefined ? {} : { 'cache-control': cacheControl }),
        });
      return [name, store];
    }),
  );
};
