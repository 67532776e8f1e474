import * as z from 'zod';
import type { AwsAddress } from './signed-requests.ts';

/** The variables that Lambda sets. `AWS_ENDPOINT_URL` is set only by the local runner. */
const lambdaVariables = z.object({
  AWS_REGION: z.string(),
  AWS_ACCESS_KEY_ID: z.string(),
  AWS_SECRET_ACCESS_KEY: z.string(),
  AWS_SESSION_TOKEN: z.string().optional(),
  AWS_ENDPOINT_URL: z.string().optional(),
});

/** Reads where a function runs, with the credentials of its role. `endpoint` replaces the addresses of all services. */
export const lambdaAddress = (): Pick<AwsAddress, 'region' | 'credentials'> & {
  readonly endpoint: string | undefined;
} => {
  const variables = lambdaVariables.parse(process.env);
  const { AWS_SESSION_TOKEN: sessionToken } = variables;
  return {
    region: variables.AWS_REGION,
    endpoint: variables.AWS_ENDPOINT_URL,
    credentials: () => ({
      accessKeyId: variables.AWS_ACCESS_KEY_ID,
      secretAccessKey: variables.AWS_SECRET_ACCESS_KEY,
      ...(sessionToken === undefined ? {} : { sessionToken }),
    }),
  };
};
