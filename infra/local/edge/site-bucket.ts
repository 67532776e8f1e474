import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { extname, join, posix } from 'node:path';
import * as z from 'zod';
import type { LocalTemplate } from '../template/local-template.ts';
import type { WebAnswer } from './web-message.ts';

const deployment = z.object({
  SourceObjectKeys: z.tuple([z.string()]),
  DestinationBucketName: z.string(),
  Exclude: z.array(z.string()).default([]),
  Include: z.array(z.string()).default([]),
  SystemMetadata: z.object({ 'cache-control': z.string(), 'content-type': z.string().optional() }),
});

/** Read access to the files of a bucket. */
export interface SiteBucket {
  /** @param key without a leading slash */
  get(key: string): WebAnswer;
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

const fitsGlob = (glob: string, key: string): boolean =>
  posix.matchesGlob(key, glob) || (glob.endsWith('*') && key.startsWith(glob.slice(0, -1)));

interface Stored {
  readonly file: string;
  readonly metadata: z.infer<typeof deployment>['SystemMetadata'];
}

/** S3's answer for a missing file. It is 403 and not 404, because CloudFront may not list the bucket. */
const denied: WebAnswer = {
  status: 403,
  headers: [['content-type', 'application/xml']],
  body: Buffer.from('<Error><Code>AccessDenied</Code></Error>'),
};

/**
 * Returns the bucket as it is after a deployment: the files that the stack copies into it, with their cache
 * headers.
 */
export const siteBucket = (template: LocalTemplate, bucket: string): SiteBucket => {
  const files = new Map<string, Stored>();
  for (const { properties } of template.all('Custom::CDKBucketDeployment', deployment)) {
    const { SourceObjectKeys, DestinationBucketName, Exclude, Include, SystemMetadata } = properties;
    const folder = template.assets.get(SourceObjectKeys[0]);
    if (DestinationBucketName !== bucket || folder === undefined || !existsSync(folder)) continue;
    for (const key of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
      const left =
        Exclude.some((glob) => fitsGlob(glob, key)) && !Include.some((glob) => fitsGlob(glob, key));
      if (!left && statSync(join(folder, key)).isFile())
        files.set(key, { file: join(folder, key), metadata: SystemMetadata });
    }
  }
  return {
    get: (key) => {
      const found = files.get(key);
      if (found === undefined) return denied;
      const type = found.metadata['content-type'] ?? contentTypes[extname(key)];
      if (type === undefined) throw new Error(`the local runner does not know the type of ${key}`);
      return {
        status: 200,
        headers: [
          ['content-type', type],
          ['cache-control', found.metadata['cache-control']],
        ],
        body: readFileSync(found.file),
      };
    },
  };
};
