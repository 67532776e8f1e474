import { Bucket, type IBucket } from 'aws-cdk-lib/aws-s3';
import * as z from 'zod';

const anyBucket = z.custom<IBucket>((value) => value instanceof Bucket);

/**
 * Returns the same bucket, typed as `IBucket`. TypeScript cannot assign CDK's class `Bucket` to CDK's interface
 * `IBucket` while `exactOptionalPropertyTypes` is set.
 */
export const asBucket = (bucket: Bucket): IBucket => anyBucket.parse(bucket);
