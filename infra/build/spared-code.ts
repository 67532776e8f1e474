import type { Plugin } from 'esbuild';

/**
 * Parts of libraries that no function ever reaches, replaced by as good as nothing. A function that did reach one
 * would fail in the first test that runs its bundle.
 */
const spared: readonly { readonly path: RegExp; readonly instead: string; readonly why: string }[] = [
  {
    path: /\/zod\/v4\/core\/(json-schema-processors|to-json-schema)\.js$/,
    instead: 'module.exports = {};',
    why: 'JSON schemas are made when OpenAPI is built, never in a function',
  },
  {
    path: /\/@aws-sdk\/endpoint-cache\/dist-es\/EndpointCache\.js$/,
    instead: 'export class EndpointCache {}',
    why: 'endpoint discovery is off: the table has one address',
  },
  {
    path: /\/@smithy\/core\/dist-es\/submodules\/checksum\/sha256\/Sha256Js\.js$/,
    instead: 'export class Sha256Js {}',
    why: 'stands in where Node has no crypto of its own; Lambda has',
  },
  {
    path: /\/regionConfig\/getInstanceMetadataRegion\.js$/,
    instead: 'export const getInstanceMetadataRegion = async () => undefined;',
    why: 'Lambda names its region in the environment',
  },
  {
    path: /\/util-retry\/AdaptiveRetryStrategy\.js$/,
    instead: 'export class AdaptiveRetryStrategy {}',
    why: 'we retry in the standard mode',
  },
];

/** Leaves `spared` out of the bundles: about 40 KB a function. */
export const sparedCode: Plugin = {
  name: 'spared-code',
  setup: (build) => {
    for (const { path, instead, why } of spared)
      build.onLoad({ filter: path }, () => ({ loader: 'js', contents: `${instead} // ${why}` }));
  },
};
