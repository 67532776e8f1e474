import { createContext, Script } from 'node:vm';
import * as z from 'zod';
import type { WebAnswer, WebRequest } from './web-message.ts';

const header = z.object({ value: z.string() });
const response = z.object({
  statusCode: z.int(),
  headers: z.record(z.string(), header).default({}),
  body: z.string().default(''),
});
const request = z.object({
  uri: z.string(),
  querystring: z.unknown(),
  headers: z.record(z.string(), header),
});

/** @returns the changed request, or an answer that replaces the origin's */
export type EdgeFunction = (request: WebRequest) => WebRequest | WebAnswer;

interface QueryValue {
  readonly value: string;
  readonly multiValue?: readonly { readonly value: string }[];
}

/**
 * Parses a query string. Collects the parameters in a Map, because assigning one named `__proto__` to an
 * object would replace the object's prototype.
 */
const queryStringOf = (query: string): Readonly<Record<string, QueryValue>> => {
  const found = new Map<string, QueryValue>();
  for (const part of query.split('&').filter((one) => one !== '')) {
    const [name = '', ...rest] = part.split('=');
    const value = rest.join('=');
    const before = found.get(name);
    found.set(
      name,
      before === undefined
        ? { value }
        : {
            value: before.value,
            multiValue: [...(before.multiValue ?? [{ value: before.value }]), { value }],
          },
    );
  }
  return Object.fromEntries(found);
};

/**
 * Execution limit in milliseconds. It only has to stop endless loops. It is generous, because it measures
 * elapsed time, which grows when other processes use the processor.
 */
const TIMEOUT_MS = 10_000;

/** Runs a CloudFront function's code on a viewer request. */
export const edgeFunction = (code: string): EdgeFunction => {
  const script = new Script(`${code}\nJSON.stringify(handler(JSON.parse(event)))`);
  return (asked) => {
    const event = {
      version: '1.0',
      context: { eventType: 'viewer-request' },
      viewer: { ip: asked.sourceAddress },
      request: {
        method: asked.method,
        uri: asked.path,
        querystring: queryStringOf(asked.query),
        headers: Object.fromEntries(Object.entries(asked.headers).map(([name, value]) => [name, { value }])),
        cookies: {},
      },
    };
    const result: unknown = JSON.parse(
      String(script.runInContext(createContext({ event: JSON.stringify(event) }), { timeout: TIMEOUT_MS })),
    );
    const answered = response.safeParse(result);
    if (answered.success)
      return {
        status: answered.data.statusCode,
        headers: Object.entries(answered.data.headers).map(([name, { value }]): [string, string] => [
          name,
          value,
        ]),
        body: Buffer.from(answered.data.body),
      };
    const { uri, headers } = request.parse(result);
    return {
      ...asked,
      path: uri,
      headers: Object.fromEntries(Object.entries(headers).map(([name, { value }]) => [name, value])),
    };
  };
};
