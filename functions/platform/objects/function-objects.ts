import * as z from 'zod';
import type { Objects } from './objects.ts';
import { s3Objects } from './s3-objects.ts';

/** The variables that Lambda sets. `AWS_ENDPOINT_URL` is set only by the local runner. */
const lambdaVariables = z.object({
  AWS_REGION: z.string(),
  AWS_ACCESS_KEY_ID: z.string(),
  AWS_SECRET_ACCESS_KEY: z.string(),
  AWS_SESSION_TOKEN: z.string().optional(),
  AWS_ENDPOINT_URL: z.string().optional(),
});

/** Gives a function access to a bucket, with the credentials in its environment. */
export const functionObjects = (bucket: string): Objects => {
  const variables = lambdaVariables.parse(process.env);
  const { AWS_REGION: region, AWS_ENDPOINT_URL: endpoint, AWS_SESSION_TOKEN: sessionToken } = variables;
  return s3Objects({
    region,
    bucketUrl:
      endpoint === undefined
        ? `https://${bucket}.s3.${region}.amazonaws.com/`
        : new URL(`/${bucket}/`, endpoint).href,
    credentials: () => ({
      accessKeyId: variables.AWS_ACCESS_KEY_ID,
      secretAccessKey: variables.AWS_SECRET_ACCESS_KEY,
      ...(sessionToken === undefined ? {} : { sessionToken }),
    }),
  });
};
