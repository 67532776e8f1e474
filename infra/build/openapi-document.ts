import { OpenApiGeneratorV31, OpenAPIRegistry, type RouteConfig } from '@asteasolutions/zod-to-openapi';
import * as z from 'zod';
import { acceptedSchema } from '../../shared/contracts/accepted-reply.ts';
import { journeyBodySchema } from '../../shared/contracts/journey-body.ts';
import { problemSchema } from '../../shared/contracts/problem.ts';
import { registrationBodySchema } from '../../shared/contracts/registration-body.ts';
import type { PublishedRoute } from '../../shared/contracts/routes.ts';
import { requestBodySchema, requestListBodySchema } from '../../shared/contracts/request-body.ts';
import { directoryPageSchema } from '../../shared/directory/open-data.ts';
import type { QuestionStep } from '../../shared/journeys/question.ts';
import { referenceVersions } from '../../shared/reference/reference-versions.ts';
import { capacityStep } from '../../shared/journeys/capacity-step.ts';
import type { ServiceSystem } from '../../shared/systems/service-system.ts';
import { confirmStep } from '../../shared/journeys/confirm-step.ts';

const json = (schema: z.ZodType, description: string) => ({
  description,
  content: { 'application/json': { schema } },
});

const refused = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: problemSchema } },
});

const bodyOf = (step: QuestionStep) =>
  journeyBodySchema({ id: 'register', title: step.title, steps: [step] });

const tokenPath = z.object({ token: z.string().describe('The last part of the link in an e-mail') });

const refusals = {
  400: refused('The body is not valid JSON'),
  413: refused('The body is larger than 64 KB'),
  415: refused('The body is not JSON'),
  422: refused('Fields are missing or not accepted: `errors` names each, in the order of the questions'),
} as const;

type Described = Omit<RouteConfig, 'method' | 'path'>;

const body = (name: string, schema: z.ZodType) => ({
  body: { required: true, content: { 'application/json': { schema: schema.meta({ id: name }) } } },
});

const accepted = {
  202: json(acceptedSchema, 'An e-mail asks to confirm the address'),
  ...refusals,
  429: refused('Too many confirmations for this address or from this network'),
};

const outcome = (description: string) => ({
  200: json(z.object({ status: z.string(), title: z.string(), next: z.array(z.string()) }), description),
  ...refusals,
  410: refused('The link does not work any more'),
});

/**
 * Descriptions of the published routes. The type checker rejects this object if a published route of
 * shared/contracts/routes.ts is missing or another is added.
 */
const described = (system: ServiceSystem): Readonly<Record<PublishedRoute, Described>> => ({
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
  'GET /api/v1/directory': {
    summary: 'Search the directory',
    responses: { 200: json(directoryPageSchema, 'One page of the DPPs who fit') },
  },
  'POST /confirm/{token}': {
    summary: 'Confirm an e-mail address',
    request: { params: tokenPath, ...body('Confirmation', bodyOf(confirmStep('Confirm', 'Yes', 'No'))) },
    responses: outcome('Confirmed'),
  },
  'POST /capacity/{token}': {
    summary: 'Answer the check-in',
    request: { params: tokenPath, ...body('CheckIn', bodyOf(capacityStep)) },
    responses: outcome('Answered'),
  },
});

const registryOf = (system: ServiceSystem): OpenAPIRegistry => {
  const registry = new OpenAPIRegistry();
  for (const [key, description] of Object.entries(described(system))) {
    const [method, path = ''] = key.split(' ');
    registry.registerPath({ ...description, path, method: method === 'POST' ? 'post' : 'get' });
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
    'x-reference-data': referenceVersions,
  });
