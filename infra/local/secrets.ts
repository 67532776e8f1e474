import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';

const REFERENCE = /\{\{resolve:secretsmanager:([^}]+?):SecretString:::\}\}/g;
const stored = z.record(z.string(), z.string());

/**
 * Replaces each dynamic reference to a secret in a text with the secret itself, as CloudFormation does on
 * deployment.
 * @param keepIn folder in which to keep the secrets for the next start; undefined to invent new ones at every
 * start
 */
export const secretResolver = (keepIn: string | undefined): ((text: string) => string) => {
  const file = keepIn === undefined ? undefined : join(keepIn, 'secrets.json');
  const secrets = new Map(
    file !== undefined && existsSync(file)
      ? Object.entries(stored.parse(JSON.parse(readFileSync(file, 'utf8'))))
      : [],
  );
  return (text) =>
    text.replace(REFERENCE, (_, arn: string) => {
      const secret = secrets.get(arn) ?? randomBytes(48).toString('base64url');
      secrets.set(arn, secret);
      if (keepIn !== undefined && file !== undefined) {
        mkdirSync(keepIn, { recursive: true });
        writeFileSync(file, JSON.stringify(Object.fromEntries(secrets)));
      }
      return secret;
    });
};
