import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';

const manifest = z.object({
  artifacts: z.record(z.string(), z.object({ type: z.string(), properties: z.looseObject({}).optional() })),
});
const stackArtifact = z.object({ templateFile: z.string() });
const assetArtifact = z.object({ file: z.string() });
const assetFile = z.object({
  files: z.record(
    z.string(),
    z.object({
      source: z.object({ path: z.string() }),
      destinations: z.record(z.string(), z.object({ objectKey: z.string() })),
    }),
  ),
});
const template = z.object({
  Parameters: z.record(z.string(), z.object({ Default: z.string().optional() })).default({}),
  Resources: z.record(
    z.string(),
    z.object({ Type: z.string(), Properties: z.record(z.string(), z.unknown()).default({}) }),
  ),
  Outputs: z
    .record(z.string(), z.object({ Value: z.unknown(), Export: z.object({ Name: z.unknown() }).optional() }))
    .default({}),
});

export interface Resource {
  /** The resource's logical id. */
  readonly id: string;
  readonly type: string;
  readonly stack: string;
  /** The properties as in the template, with intrinsic functions not yet resolved. */
  readonly properties: Readonly<Record<string, unknown>>;
}

export interface Assembly {
  /** The resources of all stacks by logical id. */
  readonly resources: ReadonlyMap<string, Resource>;
  readonly parameters: ReadonlyMap<string, string | undefined>;
  /** Values by export name, with intrinsic functions not yet resolved. */
  readonly exports: ReadonlyMap<string, unknown>;
  /** Files and folders that a deployment would upload, by their object key in the assets bucket. */
  readonly assets: ReadonlyMap<string, string>;
}

const readJson = <T>(schema: z.ZodType<T>, ...path: readonly string[]): T =>
  schema.parse(JSON.parse(readFileSync(join(...path), 'utf8')));

/** Replaces logical ids in a template's value, in references and attributes. */
const renamed = (value: unknown, names: ReadonlyMap<string, string>): unknown => {
  const nameOf = (id: unknown): unknown => (typeof id === 'string' ? (names.get(id) ?? id) : id);
  if (Array.isArray(value)) return value.map((inner) => renamed(inner, names));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]: [string, unknown]) => {
      if (key === 'Ref') return [key, nameOf(inner)];
      if (key === 'Fn::GetAtt' && Array.isArray(inner))
        return [key, inner.map((part: unknown, index) => (index === 0 ? nameOf(part) : part))];
      return [key, renamed(inner, names)];
    }),
  );
};

/**
 * Reads the output of `npm run synth`. A logical id that another stack uses too, as CDK's own helpers have, is
 * lengthened by the stack's name.
 * @param folder path of cdk.out
 * @throws if the folder is not a cloud assembly
 */
export const readAssembly = (folder: string): Assembly => {
  const resources = new Map<string, Resource>();
  const parameters = new Map<string, string | undefined>();
  const exports = new Map<string, unknown>();
  const assets = new Map<string, string>();
  for (const [stack, { type, properties }] of Object.entries(
    readJson(manifest, folder, 'manifest.json').artifacts,
  )) {
    if (type === 'cdk:asset-manifest') {
      const { files } = readJson(assetFile, folder, assetArtifact.parse(properties).file);
      for (const { source, destinations } of Object.values(files))
        for (const { objectKey } of Object.values(destinations))
          assets.set(objectKey, join(folder, source.path));
    }
    if (type !== 'aws:cloudformation:stack') continue;
    const written = readJson(
      z.looseObject({ Resources: z.record(z.string(), z.unknown()) }),
      folder,
      stackArtifact.parse(properties).templateFile,
    );
    const taken = Object.keys(written.Resources).filter((id) => resources.has(id));
    const names = new Map(taken.map((id) => [id, `${id}Of${stack.replaceAll('-', '')}`]));
    const read = template.parse(renamed(written, names));
    for (const [id, { Default }] of Object.entries(read.Parameters)) parameters.set(id, Default);
    for (const [own, { Type, Properties }] of Object.entries(read.Resources)) {
      const id = names.get(own) ?? own;
      resources.set(id, { id, type: Type, stack, properties: Properties });
    }
    for (const { Value, Export } of Object.values(read.Outputs))
      if (typeof Export?.Name === 'string') exports.set(Export.Name, Value);
  }
  return { resources, parameters, exports, assets };
};
