import { Bucket, type IBucket } from 'aws-cdk-lib/aws-s3';
import * as z from 'zod';

const anyBucket = z.custom<IBucket>((value) => value instanceof Bucket);

/** Returns the same bucket as `IBucket`: under `exactOptionalPropertyTypes`, CDK's class does not fit CDK's interface. */
export const asBucket = (bucket: Bucket): IBucket => anyBucket.parse(bucket);
