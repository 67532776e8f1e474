import * as z from 'zod';
import type { Assembly } from './assembly.ts';
import { deploymentHelpers } from './deployment-helpers.ts';
import { identify, isKnown } from './identities.ts';
import { type Resolve, resolverOf } from './resolver.ts';

export interface Described<T> {
  readonly id: string;
  readonly properties: T;
}

/** The synthesized stacks with every value resolved. */
export interface LocalTemplate {
  /** Returns every resource of a type, with its properties resolved and parsed. */
  all<T>(type: string, schema: z.ZodType<T>): readonly Described<T>[];
  /** Returns the local `Ref` of a resource. */
  ref(id: string): string;
  /** Returns the local `Ref` of a type's only resource. */
  onlyRef(type: string): string;
  readonly assets: Assembly['assets'];
}

/**
 * Resolves the synthesized stacks for the local runner.
 * @param given values of the stacks' parameters, as passed to a deployment
 * @param late attributes known only once the runner has started, with keys such as `MatchTable.StreamArn`
 * @throws if a stack contains a resource type that the runner does not know
 */
export const localTemplateOf = (
  assembly: Assembly,
  given: Readonly<Record<string, string>>,
  late: ReadonlyMap<string, string>,
): LocalTemplate => {
  const unknown = [...assembly.resources.values()].filter(({ type }) => !isKnown(type));
  if (unknown.length > 0)
    throw new Error(
      `the local runner does not know these types of resource: ${[...new Set(unknown.map(({ type }) => type))].join(', ')}`,
    );
  const helpers = deploymentHelpers(assembly.resources);
  const identified = (id: string): Readonly<Record<string, string>> => {
    const resource = assembly.resources.get(id);
    if (resource === undefined) throw new Error(`no stack has a resource called ${id}`);
    const lateNames = [...late].filter(([name]) => name.startsWith(`${id}.`));
    return {
      ...identify(resource, resolve),
      ...Object.fromEntries(lateNames.map(([name, value]) => [name.slice(id.length + 1), value])),
    };
  };
  const resolve: Resolve = resolverOf(assembly, given, identified);
  const refOf = (id: string): string => {
    const found = identified(id)['Ref'];
    if (found === undefined) throw new Error(`${id} has no name here`);
    return found;
  };
  return {
    all: (type, schema) =>
      [...assembly.resources.values()]
        .filter((resource) => resource.type === type && !helpers.has(resource.id))
        .map(({ id, properties }) => {
          const parsed = schema.safeParse(resolve(properties));
          if (!parsed.success) throw new Error(`${type} ${id}: ${z.prettifyError(parsed.error)}`);
          return { id, properties: parsed.data };
        }),
    ref: refOf,
    onlyRef: (type) => {
      const [only, ...others] = [...assembly.resources.values()].filter((one) => one.type === type);
      if (only === undefined || others.length > 0)
        throw new Error(`the stacks must have exactly one ${type}`);
      return refOf(only.id);
    },
    assets: assembly.assets,
  };
};
