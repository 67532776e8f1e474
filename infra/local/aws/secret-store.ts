import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import type { LocalTemplate } from '../template/local-template.ts';

const stored = z.record(z.string(), z.string());
const secret = z.object({
  GenerateSecretString: z.strictObject({
    ExcludePunctuation: z.literal(true),
    PasswordLength: z.number(),
    SecretStringTemplate: z.string().optional(),
    GenerateStringKey: z.string().optional(),
  }),
});
const fields = z.record(z.string(), z.unknown());

const REFERENCE = /\{\{resolve:secretsmanager:([^}]+?):SecretString:(\w+)::\}\}/gu;

/** The secrets of the template, by ARN. */
export interface SecretStore {
  get(arn: string): string | undefined;
  /** @throws if the template has no such secret */
  put(arn: string, text: string): void;
  /** Replaces dynamic references to fields of secrets, as CloudFormation does on deployment. */
  resolve(text: string): string;
}

/**
 * Makes the secrets of the template, with invented values.
 * @param keepIn folder in which to keep them for the next start; undefined to invent new ones at every start
 */
export const secretStore = (template: LocalTemplate, keepIn: string | undefined): SecretStore => {
  const file = keepIn === undefined ? undefined : join(keepIn, 'secrets.json');
  const kept =
    file !== undefined && existsSync(file) ? stored.parse(JSON.parse(readFileSync(file, 'utf8'))) : {};
  const invented = ({ GenerateSecretString: how }: z.infer<typeof secret>): string => {
    const value = randomBytes(how.PasswordLength).toString('hex').slice(0, how.PasswordLength);
    if (how.GenerateStringKey === undefined) return value;
    const template = fields.parse(JSON.parse(how.SecretStringTemplate ?? '{}'));
    return JSON.stringify({ ...template, [how.GenerateStringKey]: value });
  };
  const secrets = new Map(
    template.all('AWS::SecretsManager::Secret', secret).map(({ id, properties }) => {
      const arn = template.ref(id);
      return [arn, kept[arn] ?? invented(properties)];
    }),
  );
  const keep = (): void => {
    if (keepIn === undefined || file === undefined) return;
    mkdirSync(keepIn, { recursive: true });
    writeFileSync(file, JSON.stringify(Object.fromEntries(secrets)), { mode: 0o600 });
  };
  keep();

  return {
    get: (arn) => secrets.get(arn),
    put: (arn, text) => {
      if (!secrets.has(arn)) throw new Error(`there is no secret ${arn}`);
      secrets.set(arn, text);
      keep();
    },
    resolve: (text) =>
      text.replace(REFERENCE, (_, arn: string, field: string) =>
        z.string().parse(fields.parse(JSON.parse(secrets.get(arn) ?? '{}'))[field]),
      ),
  };
};
