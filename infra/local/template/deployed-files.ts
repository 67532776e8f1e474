import { existsSync, readdirSync, statSync } from 'node:fs';
import { extname, join, posix } from 'node:path';
import * as z from 'zod';
import type { LocalTemplate } from './local-template.ts';

const deployment = z.object({
  SourceObjectKeys: z.tuple([z.string()]),
  DestinationBucketName: z.string(),
  DestinationBucketKeyPrefix: z.string().default(''),
  Exclude: z.array(z.string()).default([]),
  Include: z.array(z.string()).default([]),
  SystemMetadata: z
    .object({ 'cache-control': z.string().optional(), 'content-type': z.string().optional() })
    .default({}),
});

/** A file that a deployment copies into a bucket, with the headers that S3 gives it. */
export interface DeployedFile {
  readonly file: string;
  readonly contentType: string;
  readonly cacheControl: string | undefined;
}

/** Content types that `aws s3 sync` guesses for files whose deployment sets none. */
const contentTypes: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.csv': 'text/csv',
  '.html': 'text/html',
  '.ico': 'image/vnd.microsoft.icon',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.pdf': 'application/pdf',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
  '.xml': 'application/xml',
  '.yaml': 'application/yaml',
};

/** Whether a pattern of `aws s3 sync` fits a key: `*` stands for any text, also across folders. */
const fitsGlob = (glob: string, key: string): boolean =>
  new RegExp(`^${glob.replaceAll(/[.+^${}()|[\]\\?]/g, String.raw`\$&`).replaceAll('*', '.*')}$`, 's').test(
    key,
  );

/**
 * Lists the files that the stacks' deployments copy into a bucket, by their keys.
 * @throws for a file whose content type the runner does not know
 */
export const deployedFiles = (template: LocalTemplate, bucket: string): ReadonlyMap<string, DeployedFile> => {
  const files = new Map<string, DeployedFile>();
  for (const { properties } of template.all('Custom::CDKBucketDeployment', deployment)) {
    const { SourceObjectKeys, DestinationBucketName, Exclude, Include, SystemMetadata } = properties;
    const folder = template.assets.get(SourceObjectKeys[0]);
    if (DestinationBucketName !== bucket || folder === undefined || !existsSync(folder)) continue;
    for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
      const left =
        Exclude.some((glob) => fitsGlob(glob, name)) && !Include.some((glob) => fitsGlob(glob, name));
      if (left || !statSync(join(folder, name)).isFile()) continue;
      const contentType = SystemMetadata['content-type'] ?? contentTypes[extname(name)];
      if (contentType === undefined) throw new Error(`the local runner does not know the type of ${name}`);
      files.set(posix.join(properties.DestinationBucketKeyPrefix, name), {
        file: join(folder, name),
        contentType,
        cacheControl: SystemMetadata['cache-control'],
      });
    }
  }
  return files;
};
