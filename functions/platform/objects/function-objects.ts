import { lambdaAddress } from '../requests/lambda-address.ts';
import type { Objects } from './objects.ts';
import { s3Objects } from './s3-objects.ts';

/** Gives a function access to a bucket, with the credentials in its environment. */
export const functionObjects = (bucket: string): Objects => {
  const { endpoint, region, credentials } = lambdaAddress();
  return s3Objects({
    region,
    credentials,
    bucketUrl:
      endpoint === undefined
        ? `https://${bucket}.s3.${region}.amazonaws.com/`
        : new URL(`/${bucket}/`, endpoint).href,
  });
};
