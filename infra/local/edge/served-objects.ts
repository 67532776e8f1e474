import * as z from 'zod';
import type { LocalTemplate } from '../template/local-template.ts';
import { denied, type SiteBucket } from './site-bucket.ts';

/** What CloudFront reads of a bucket that functions write. */
export interface ServedStore {
  get(key: string):
    | {
        readonly body: Buffer;
        readonly etag: string;
        readonly headers: Readonly<Record<string, string>>;
        readonly modified: Date;
      }
    | undefined;
}

const statement = z.object({
  Effect: z.enum(['Allow', 'Deny']),
  Action: z.union([z.string(), z.array(z.string())]).transform((one) => [one].flat()),
  Principal: z.unknown(),
  Resource: z.union([z.string(), z.array(z.string())]).transform((one) => [one].flat()),
});
const policySchema = z.object({
  Bucket: z.string(),
  PolicyDocument: z.object({ Statement: z.array(statement) }),
});
const cloudFrontPrincipal = z.object({ Service: z.literal('cloudfront.amazonaws.com') });

const fits = (pattern: string, arn: string): boolean =>
  new RegExp(
    `^${pattern.replaceAll(/[.+^${}()|[\]\\?]/gu, String.raw`\$&`).replaceAll('*', '.*')}$`,
    'su',
  ).test(arn);

/** Returns the objects of a bucket that its policy lets CloudFront read. All others are denied, as missing ones are. */
export const servedObjects = (template: LocalTemplate, bucket: string, store: ServedStore): SiteBucket => {
  const allowed = template
    .all('AWS::S3::BucketPolicy', policySchema)
    .filter(({ properties }) => properties.Bucket === bucket)
    .flatMap(({ properties }) => properties.PolicyDocument.Statement)
    .filter(
      ({ Effect, Action, Principal }) =>
        Effect === 'Allow' &&
        Action.includes('s3:GetObject') &&
        cloudFrontPrincipal.safeParse(Principal).success,
    )
    .flatMap(({ Resource }) => Resource);
  return {
    get: (key) => {
      const found = store.get(key);
      const isServed = allowed.some((pattern) => fits(pattern, `arn:aws:s3:::${bucket}/${key}`));
      if (found === undefined || !isServed) return denied;
      const { body, etag, headers, modified } = found;
      return {
        status: 200,
        headers: [...Object.entries(headers), ['etag', etag], ['last-modified', modified.toUTCString()]],
        body,
      };
    },
  };
};
