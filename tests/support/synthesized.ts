import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { assemblyFolder, prepare } from '../../infra/local/prepare.ts';
import { readAssembly, type Resource } from '../../infra/local/template/assembly.ts';
import { deploymentHelpers } from '../../infra/local/template/deployment-helpers.ts';

const printed = z.object({
  Outputs: z.record(z.string(), z.object({ Value: z.unknown(), Export: z.unknown().optional() })).default({}),
});

/**
 * Builds the synthesized stacks if their sources have changed, and reads them.
 * @returns every resource except CDK's own helpers, which run only during a deployment
 */
export const synthesized = async () => {
  await prepare();
  const { resources } = readAssembly(assemblyFolder);
  const helpers = deploymentHelpers(resources);
  const ours = [...resources.values()].filter(({ id }) => !helpers.has(id));
  return {
    /** Returns every resource of a type, with its properties parsed. */
    all: <T>(type: string, schema: z.ZodType<T>): readonly (T & Pick<Resource, 'id' | 'stack'>)[] =>
      ours
        .filter((resource) => resource.type === type)
        .map(({ id, stack, properties }) => ({ id, stack, ...schema.parse(properties) })),
    /** Returns the number of resources of each stack, CDK's helpers included. */
    counts: (): ReadonlyMap<string, number> =>
      new Map(
        [...Map.groupBy(resources.values(), ({ stack }) => stack)].map(([stack, its]) => [stack, its.length]),
      ),
    /** Returns the values that a deployment prints, by stack and name, without those for other stacks. */
    outputs: (): Readonly<Record<string, unknown>> =>
      Object.fromEntries(
        readdirSync(assemblyFolder)
          .filter((name) => name.endsWith('.template.json'))
          .flatMap((name) => {
            const text = readFileSync(join(assemblyFolder, name), 'utf8');
            return Object.entries(printed.parse(JSON.parse(text)).Outputs)
              .filter(([, { Export }]) => Export === undefined)
              .map(([output, { Value }]) => [`${name} ${output}`, Value]);
          }),
      ),
    /** Returns the findings of cdk-nag for the stacks. */
    findings: (): readonly unknown[] =>
      z
        .object({ pluginReports: z.array(z.object({ violations: z.array(z.unknown()) })) })
        .parse(JSON.parse(readFileSync(join(assemblyFolder, 'validation-report.json'), 'utf8')))
        .pluginReports.flatMap(({ violations }) => violations),
  };
};

export type Synthesized = Awaited<ReturnType<typeof synthesized>>;
