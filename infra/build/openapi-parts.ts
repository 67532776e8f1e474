import type { RouteConfig } from '@asteasolutions/zod-to-openapi';
import * as z from 'zod';
import { journeyBodySchema } from '../../shared/contracts/journey-body.ts';
import { problemSchema } from '../../shared/contracts/problem.ts';
import type { QuestionStep } from '../../shared/journeys/question.ts';

/** Description of one route in the OpenAPI document, besides its method, path and operation id. */
export type Described = Omit<RouteConfig, 'method' | 'path' | 'operationId'>;

/** Describes an answer in JSON. */
export const json = (schema: z.ZodType, description: string) => ({
  description,
  content: { 'application/json': { schema } },
});

/** Describes an answer in CSV. */
export const csv = (description: string) => ({
  description,
  content: { 'text/csv': { schema: z.string() } },
});

/** Describes a refusal. */
export const refused = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: problemSchema } },
});

/** Describes a body by the schema that checks it. @param name of the schema in the document */
export const body = (name: string, schema: z.ZodType) => ({
  body: { required: true, content: { 'application/json': { schema: schema.meta({ id: name }) } } },
});

/** The body that answers the questions of one step. */
export const bodyOf = (step: QuestionStep) =>
  journeyBodySchema({ id: 'register', title: step.title, steps: [step] });

/** Figures whose names differ by what they count. */
export const figuresSchema = z.record(z.string(), z.unknown()).meta({ id: 'Figures' });

export const refusals = {
  400: refused('The body is not valid JSON'),
  413: refused('The body is larger than 64 KB'),
  415: refused('The body is not JSON'),
  422: refused('Fields are missing or not accepted: `errors` names each, in the order of the questions'),
} as const;

/** The refusal of an address at which there is nothing. */
export const nothingHere = { 404: refused('There is nothing at this address') } as const;
