import { GetFunctionConfigurationCommand, type LambdaClient } from '@aws-sdk/client-lambda';
import {
  GetSecretValueCommand,
  PutSecretValueCommand,
  type SecretsManagerClient,
} from '@aws-sdk/client-secrets-manager';
import { parseSecret } from '../../functions/platform/secrets/stored-secret.ts';
import type { SecretAccess } from './change-secret.ts';

/** The function that reads both secrets of a stage. */
const READER = 'registration-register';

/**
 * Finds the ARN of a secret in the settings of a function that reads it.
 * @param variable the setting: "DOOR_SECRET_ARN"
 * @throws if the function has no such setting
 */
export const secretArn = async (lambda: LambdaClient, stage: string, variable: string): Promise<string> => {
  const FunctionName = `dpp-match-${stage}-${READER}`;
  const { Environment } = await lambda.send(new GetFunctionConfigurationCommand({ FunctionName }));
  const arn = Environment?.Variables?.[variable];
  if (arn === undefined) throw new Error(`${FunctionName} has no setting ${variable}`);
  return arn;
};

/** Reads and writes one secret. */
export const secretInAws = (client: SecretsManagerClient, arn: string): SecretAccess => ({
  read: async () => {
    const { SecretString } = await client.send(new GetSecretValueCommand({ SecretId: arn }));
    if (SecretString === undefined) throw new Error('the secret holds no text');
    return parseSecret(SecretString);
  },
  write: async (secret) => {
    const SecretString = JSON.stringify(secret);
    parseSecret(SecretString);
    await client.send(new PutSecretValueCommand({ SecretId: arn, SecretString }));
  },
});
