import type { Plugin } from 'esbuild';

/**
 * Parts of libraries that no function runs, with a stub for each. A function that used one would fail in the first test
 * of its bundle.
 */
const spared: readonly { readonly path: RegExp; readonly instead: string; readonly why: string }[] = [
  {
    path: /\/zod\/v4\/core\/(json-schema-processors|to-json-schema)\.js$/,
    instead: 'module.exports = {};',
    why: 'JSON schemas are needed only to build OpenAPI',
  },
  {
    path: /\/@aws-sdk\/endpoint-cache\/dist-es\/EndpointCache\.js$/,
    instead: 'export class EndpointCache {}',
    why: 'endpoint discovery is off',
  },
  {
    path: /\/@smithy\/core\/dist-es\/submodules\/checksum\/sha256\/Sha256Js\.js$/,
    instead: 'export class Sha256Js {}',
    why: 'a fallback for platforms without crypto',
  },
  {
    path: /\/regionConfig\/getInstanceMetadataRegion\.js$/,
    instead: 'export const getInstanceMetadataRegion = async () => undefined;',
    why: 'Lambda sets its region in the environment',
  },
  {
    path: /\/util-retry\/AdaptiveRetryStrategy\.js$/,
    instead: 'export class AdaptiveRetryStrategy {}',
    why: 'retries use the standard mode',
  },
];

/** Replaces the parts in `spared` by their stubs: about 40 KB a function. */
export const sparedCode: Plugin = {
  name: 'spared-code',
  setup: (build) => {
    for (const { path, instead, why } of spared)
      build.onLoad({ filter: path }, () => ({ loader: 'js', contents: `${instead} // ${why}` }));
  },
};
