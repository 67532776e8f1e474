import { readFileSync } from 'node:fs';
import { deployedFiles } from '../template/deployed-files.ts';
import type { LocalTemplate } from '../template/local-template.ts';
import type { WebAnswer } from './web-message.ts';

/** Read access to the files of a bucket. */
export interface SiteBucket {
  /** @param key without a leading slash */
  get(key: string): WebAnswer;
}

/** S3's answer for a missing file. It is 403 and not 404, because CloudFront may not list the bucket. */
export const denied: WebAnswer = {
  status: 403,
  headers: [['content-type', 'application/xml']],
  body: Buffer.from('<Error><Code>AccessDenied</Code></Error>'),
};

/**
 * Returns the bucket as it is after a deployment: the files that the stack copies into it, with their cache
 * headers.
 */
export const siteBucket = (template: LocalTemplate, bucket: string): SiteBucket => {
  const files = deployedFiles(template, bucket);
  return {
    get: (key) => {
      const found = files.get(key);
      if (found === undefined) return denied;
      const { file, contentType, cacheControl } = found;
      return {
        status: 200,
        headers: [
          ['content-type', contentType],
          ...(cacheControl === undefined ? [] : [['cache-control', cacheControl] as const]),
        ],
        body: readFileSync(file),
      };
    },
  };
};
