import { OpenApiGeneratorV31, OpenAPIRegistry } from '@asteasolutions/zod-to-openapi';
import * as z from 'zod';
import { acceptedSchema } from '../../shared/contracts/accepted-reply.ts';
import { registrationBodySchema } from '../../shared/contracts/registration-body.ts';
import { requestBodySchema, requestListBodySchema } from '../../shared/contracts/request-body.ts';
import type { DescribedRoute } from '../../shared/contracts/routes.ts';
import { filterGroups } from '../../shared/directory/filter-groups.ts';
import { directoryFileSchema, directoryPageSchema } from '../../shared/directory/open-data.ts';
import { referenceVersions } from '../../shared/reference/reference-versions.ts';
import type { ServiceSystem } from '../../shared/systems/service-system.ts';
import { describedLinks } from './openapi-links.ts';
import {
  body,
  csv,
  type Described,
  figuresSchema,
  json,
  nothingHere,
  refusals,
  refused,
} from './openapi-parts.ts';

const accepted = {
  202: json(acceptedSchema, 'An e-mail asks to confirm the address'),
  ...refusals,
  429: refused('Too many confirmations for this address or from this network'),
};

/** The filters of a search: what a results page has in its URL. */
const searchQuery = (system: ServiceSystem) =>
  z.object({
    near: z.string().optional().describe('A postcode, its first half, or a town'),
    minutes: z.string().optional().describe('The longest drive in minutes; only with `near`'),
    q: z.string().optional().describe('Words to look for'),
    ...Object.fromEntries(
      filterGroups(system).map(({ name, legend }) => [
        name,
        z.array(z.string()).optional().describe(`${legend}: one or more ids`),
      ]),
    ),
    sort: z.string().optional(),
    page: z.string().optional(),
  });

const healthSchema = z
  .object({
    status: z.enum(['ok', 'failing']),
    version: z.string(),
    checks: z.array(z.object({ name: z.string(), ok: z.boolean() })),
  })
  .meta({ id: 'Health' });

const search = (system: ServiceSystem, summary: string, answer: ReturnType<typeof json | typeof csv>) => ({
  summary,
  request: { query: searchQuery(system) },
  responses: { 200: answer, ...nothingHere },
});

/**
 * Descriptions of every route that takes or gives data. The type checker rejects this object if such a route of
 * shared/contracts/routes.ts is missing or another is added.
 */
const described = (system: ServiceSystem): Readonly<Record<DescribedRoute, Described>> => ({
  'POST /api/v1/practitioners': {
    summary: 'Register as a DPP',
    request: body('Registration', registrationBodySchema(system)),
    responses: accepted,
  },
  'POST /api/v1/requests': {
    summary: 'Request a DPP',
    request: body('Request', requestBodySchema(system)),
    responses: accepted,
  },
  'POST /api/v1/requests/list': {
    summary: 'Request DPPs for up to 20 learners with a list (CSV)',
    request: body('RequestList', requestListBodySchema(system)),
    responses: accepted,
  },
  'GET /api/v1/directory': search(
    system,
    'Search the directory',
    json(directoryPageSchema, 'One page of the DPPs who fit'),
  ),
  'GET /find-a-dpp/results': search(
    system,
    'Search the directory, as a page or as JSON',
    json(directoryPageSchema, 'One page of the DPPs who fit'),
  ),
  'GET /find-a-dpp/results.json': search(
    system,
    'Download the results of a search as JSON',
    json(directoryFileSchema, 'All DPPs who fit'),
  ),
  'GET /find-a-dpp/results.csv': search(
    system,
    'Download the results of a search as CSV',
    csv('All DPPs who fit'),
  ),
  'GET /dpp/{slug}': {
    summary: 'Read one listing',
    request: { params: z.object({ slug: z.string() }) },
    responses: {
      200: json(directoryFileSchema.shape.practitioners.element, 'The listing'),
      ...nothingHere,
    },
  },
  'GET /insights': {
    summary: 'Read supply and demand, where one more DPP would help most, or how fair matching was',
    request: {
      query: z.object({
        about: z.enum(['one-more-dpp', 'fairness']).optional(),
        format: z.enum(['json', 'csv']).optional(),
      }),
    },
    responses: { 200: json(figuresSchema, 'The figures'), ...nothingHere },
  },
  'GET /health': {
    summary: 'Ask whether the service works',
    responses: {
      200: json(healthSchema, 'It works'),
      503: json(healthSchema, 'A part of it does not work'),
      ...nothingHere,
    },
  },
  ...describedLinks,
});

/** The name of an operation: "postApiV1Requests", "getOffersToken". */
const operationIdOf = (method: string, path: string): string =>
  method.toLowerCase() +
  path
    .split(/[^a-z0-9]+/iu)
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
    .join('');

const registryOf = (system: ServiceSystem): OpenAPIRegistry => {
  const registry = new OpenAPIRegistry();
  for (const [key, description] of Object.entries(described(system))) {
    const [method = '', path = ''] = key.split(' ');
    registry.registerPath({
      ...description,
      path,
      method: method === 'POST' ? 'post' : 'get',
      operationId: operationIdOf(method, path),
    });
  }
  return registry;
};

/** Generates a system's OpenAPI document from the same schemas that validate requests. */
export const openApiDocument = (version: string, system: ServiceSystem) =>
  new OpenApiGeneratorV31(registryOf(system).definitions).generateDocument({
    openapi: '3.1.0',
    info: {
      title: `DPP Match: ${system.name}`,
      version,
      description:
        'Register designated prescribing practitioners, request one, and read the directory. Pages behind links in e-mails answer JSON too: send `Accept: application/json`.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '/' }],
    // Nothing is signed in to: the last part of a link in an e-mail is what proves who asks.
    security: [],
    'x-reference-data': referenceVersions,
  });
