import * as z from 'zod';
import type { LocalTemplate } from '../template/local-template.ts';

const list = z.union([z.string(), z.array(z.string())]).transform((value) => [value].flat());
const statement = z.strictObject({
  Effect: z.literal('Allow'),
  Action: list,
  Resource: list,
});
const policyDocument = z.object({ Statement: z.array(statement) });
const rolePolicy = z.object({ PolicyDocument: policyDocument, Roles: z.array(z.string()) });
const role = z.object({
  Policies: z.undefined({ error: 'a role may not carry policies of its own' }).optional(),
  ManagedPolicyArns: z.undefined({ error: 'a role may not use managed policies' }).optional(),
});

export interface Permission {
  readonly action: string;
  readonly resource: string;
}

/** The permissions of each role. */
export interface Policies {
  /** Returns all permissions of a role. */
  of(role: string): readonly Permission[];
  allows(role: string, action: string, resource: string): boolean;
}

const matches = (pattern: string, value: string): boolean => {
  const expression = pattern
    .split('*')
    .map((part) => part.replaceAll(/[.+?^${}()|[\]\\]/g, String.raw`\$&`))
    .join('.*');
  return new RegExp(`^${expression}$`, 's').test(value);
};

/** Whether `permission` allows a call of `action` on `resource`. */
export const covers = (permission: Permission, action: string, resource: string): boolean =>
  matches(permission.action.toLowerCase(), action.toLowerCase()) && matches(permission.resource, resource);

/**
 * Reads the policies of all roles.
 * @throws for what the runner cannot evaluate: a statement that denies or has a condition, or a managed
 * policy
 */
export const policiesOf = (template: LocalTemplate): Policies => {
  template.all('AWS::IAM::Role', role);
  const byRole = new Map<string, Permission[]>();
  for (const { properties } of template.all('AWS::IAM::Policy', rolePolicy))
    for (const name of properties.Roles)
      byRole.set(name, [
        ...(byRole.get(name) ?? []),
        ...properties.PolicyDocument.Statement.flatMap(({ Action, Resource }) =>
          Action.flatMap((action) => Resource.map((resource) => ({ action, resource }))),
        ),
      ]);
  const of = (name: string): readonly Permission[] => byRole.get(name) ?? [];
  return { of, allows: (name, action, resource) => of(name).some((one) => covers(one, action, resource)) };
};
