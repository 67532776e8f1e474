import * as z from 'zod';
import type { Resource } from './assembly.ts';

const attributeOf = z
  .object({ 'Fn::GetAtt': z.tuple([z.string(), z.string()]) })
  .transform((get) => get['Fn::GetAtt'][0]);
const custom = z.object({ ServiceToken: attributeOf });
const provider = z.object({ Role: attributeOf });
const policy = z.object({ Roles: z.tuple([z.object({ Ref: z.string() })]) });

/**
 * Finds the functions behind custom resources, with their roles and policies. These functions run only during
 * a deployment, so the runner ignores them.
 * @returns the logical ids of all these resources
 */
export const deploymentHelpers = (resources: ReadonlyMap<string, Resource>): ReadonlySet<string> => {
  const all = [...resources.values()];
  const providers = all
    .filter(({ type }) => type.startsWith('Custom::'))
    .map(({ properties }) => custom.parse(properties).ServiceToken);
  const roles = providers.map((id) => provider.parse(resources.get(id)?.properties).Role);
  const policies = all
    .filter(({ type }) => type === 'AWS::IAM::Policy')
    .filter(({ properties }) => roles.includes(policy.parse(properties).Roles[0].Ref))
    .map(({ id }) => id);
  return new Set([...providers, ...roles, ...policies]);
};
