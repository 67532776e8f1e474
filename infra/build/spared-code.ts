import type { Plugin } from 'esbuild';

/**
 * Builds the code that replaces a service's endpoint rules. It uses the endpoint configured on the client, or
 * otherwise the service's endpoint in the function's region.
 */
const endpointOf = (service: string): string =>
  `export const defaultEndpointResolver = ({ Endpoint, Region }) => ({
    url: new URL(Endpoint ?? 'https://${service}.' + Region + '.amazonaws.com'), properties: {}, headers: {} });`;

/**
 * Code in libraries that no function runs, and the code that replaces it. If a function did run one of these
 * parts, the tests of its bundle would fail.
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
    path: /\/@aws-sdk\/client-dynamodb\/dist-es\/endpoint\/endpointResolver\.js$/,
    instead: endpointOf('dynamodb'),
    why: 'one address in one region: the rules for all regions, partitions and FIPS are never asked',
  },
  {
    path: /\/@aws-sdk\/client-sesv2\/dist-es\/endpoint\/endpointResolver\.js$/,
    instead: endpointOf('email'),
    why: 'as for DynamoDB',
  },
  {
    path: /\/@aws-sdk\/client-sqs\/dist-es\/endpoint\/endpointResolver\.js$/,
    instead: endpointOf('sqs'),
    why: 'as for DynamoDB',
  },
  {
    path: /\/util-endpoints\/lib\/aws\/partitions\.js$/,
    instead:
      "export const partitionsInfo = { partitions: [{ id: 'aws', regions: {}, regionRegex: '', outputs: {} }] };",
    why: 'the regions of other partitions, for the rules of endpoints',
  },
  {
    path: /\/client\/emitWarningIfUnsupportedVersion\.js$/,
    instead: 'export const state = {}, emitWarningIfUnsupportedVersion = () => undefined;',
    why: 'the stack names the version of Node',
  },
  {
    path: /\/middleware-logger\/loggerMiddleware\.js$/,
    instead:
      'export const loggerMiddleware = undefined, loggerMiddlewareOptions = {}; ' +
      'export const getLoggerPlugin = () => ({ applyToStack: () => undefined });',
    why: 'the client is given no logger: its messages could hold personal data',
  },
  {
    path: /\/@smithy\/signature-v4\/dist-es\/HeaderFormatter\.js$/,
    instead: 'export class HeaderFormatter {}',
    why: 'signs the events of event streams, and our calls stream none',
  },
  {
    path: /\/signature-v4-multi-region\/dist-es\/SignatureV4MultiRegion\.js$/,
    instead:
      "import { SignatureV4SignWithCredentials } from './SignatureV4SignWithCredentials'; " +
      'export class SignatureV4MultiRegion extends SignatureV4SignWithCredentials { ' +
      "static sigv4aDependency() { return 'none'; } }",
    why: 'no call is for several regions at once',
  },
  {
    path: /\/@smithy\/core\/dist-es\/submodules\/serde\/date-utils\.js$/,
    instead:
      'export const dateToUtcString = undefined, parseRfc3339DateTime = undefined, ' +
      'parseRfc3339DateTimeWithOffset = undefined, parseRfc7231DateTime = undefined, parseEpochTimestamp = undefined;',
    why: 'no answer that we read holds a date of AWS',
  },
  {
    path: /\/regionConfig\/getInstanceMetadataRegion\.js$/,
    instead: 'export const getInstanceMetadataRegion = async () => undefined;',
    why: 'Lambda sets its region in the environment',
  },
  {
    path: /\/shared-ini-file-loader\/loadSharedConfigFiles\.js$/,
    instead:
      "export const CONFIG_PREFIX_SEPARATOR = '.'; " +
      'export const loadSharedConfigFiles = async () => ({ configFile: {}, credentialsFile: {} });',
    why: 'Lambda has no files of AWS settings: they are in the environment',
  },
  {
    path: /\/config\/defaults-mode\/resolveDefaultsModeConfig\.js$/,
    instead: "export const resolveDefaultsModeConfig = () => async () => 'legacy';",
    why: 'no client chooses another mode',
  },
  {
    path: /\/smithy-client\/schemaLogFilter\.js$/,
    instead: 'export const schemaLogFilter = (_schema, data) => data;',
    why: 'the client is given no logger',
  },
  {
    path: /\/util-user-agent-browser\/createUserAgentStringParsingProvider\.js$/,
    instead: 'export const createUserAgentStringParsingProvider = undefined;',
    why: 'tells AWS which browser is used',
  },
  {
    path: /\/middleware-user-agent\/check-features\.js$/,
    instead: 'export const checkFeatures = async () => undefined;',
    why: 'counts for AWS which features of its SDK are used',
  },
  {
    path: /\/middleware-endpoint\/service-customizations\/index\.js$/,
    instead: 'export const resolveParamsForS3 = undefined;',
    why: 'no function uses the client of S3',
  },
  {
    path: /\/pagination\/createPaginator\.js$/,
    instead: 'export const createPaginator = () => undefined;',
    why: 'the store walks pages itself',
  },
  {
    path: /\/preact\/dist\/preact\.(module\.js|mjs)$/,
    instead:
      "import { jsx } from 'preact/jsx-runtime'; export const options = {}; " +
      'export const Fragment = (props) => props.children; export const h = (type, props) => jsx(type, { ...props }); ' +
      'export const isValidElement = (node) => node != null && node.constructor === undefined;',
    why: 'pages are rendered to text: nothing is compared with a document in a browser',
  },
  {
    path: /\/util-retry\/AdaptiveRetryStrategy\.js$/,
    instead: 'export class AdaptiveRetryStrategy {}',
    why: 'retries use the standard mode',
  },
];

/** Replaces the parts listed in `spared` by their replacements, which saves about 75 KB in each function. */
export const sparedCode: Plugin = {
  name: 'spared-code',
  setup: (build) => {
    for (const { path, instead, why } of spared)
      build.onLoad({ filter: path }, () => ({ loader: 'js', contents: `${instead} // ${why}` }));
  },
};
