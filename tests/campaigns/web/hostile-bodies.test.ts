import type { Context } from 'aws-lambda';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { aDoor } from '../../support/a-door.ts';
import { answerRequests } from '../../../functions/web/http/answer-requests.ts';
import type { HttpRequest } from '../../../functions/web/http/http-message.ts';
import { answer } from '../../../functions/web/http/reply.ts';
import type { Route } from '../../../functions/web/http/route.ts';
import { cases } from '../../support/campaign.ts';
import { aForm, anEvent, someJson } from '../../support/http-event.ts';
import { brandingOf } from '../../../site/src/branding.ts';
import { kentAndMedway } from '../../support/kent-and-medway.ts';

const seen: HttpRequest[] = [];
const routes: readonly Route[] = [
  {
    method: 'POST',
    path: '/register/you',
    handler: (request) => {
      seen.push(request);
      return Promise.resolve(answer({ request, page: () => '', json: {} }));
    },
  },
];
const handler = answerRequests({
  door: aDoor,
  log: { event: () => undefined, surprise: (_, error) => expect.unreachable(String(error)) },
  servedFor: () =>
    Promise.resolve({ routes, siteUrl: 'https://dpp.example', branding: brandingOf(kentAndMedway) }),
});
const ask = (event: unknown) => handler(event, {} as Context);
const text = fc.string({ unit: 'binary', maxLength: 200 });

describe('any request', () => {
  it('as bytes of any type gets a named refusal, never a 500', async () => {
    const type = fc.oneof(
      fc.constantFrom('application/json', 'application/x-www-form-urlencoded', 'text/plain', ''),
      text,
    );
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), type, text, async (bytes, contentType, accept) => {
        const reply = await ask(
          anEvent({
            method: 'POST',
            path: '/register/you',
            headers: { 'content-type': contentType, accept },
            body: Buffer.from(bytes),
          }),
        );
        expect([200, 400, 413, 415, 422]).toContain(reply.statusCode);
      }),
      { numRuns: cases(500) },
    );
  });

  it('as a form is received byte for byte or refused', async () => {
    await fc.assert(
      fc.asyncProperty(fc.dictionary(text, text, { maxKeys: 5 }), async (fields) => {
        // Skips texts with a lone surrogate, which no form can hold, and the name "__proto__", which is
        // refused. Other tests cover these two cases.
        fc.pre(
          Object.entries(fields)
            .flat()
            .every((part) => part.isWellFormed() && part !== '__proto__'),
        );
        seen.length = 0;
        await ask(aForm('/register/you', fields));
        expect(Object.entries(seen[0]!.form).map(([name, values]) => [name, values[0]])).toEqual(
          Object.entries(fields),
        );
      }),
      { numRuns: cases(100) },
    );
  });

  it('as JSON is received unchanged or refused', async () => {
    await fc.assert(
      fc.asyncProperty(fc.jsonValue({ maxDepth: 6, stringUnit: 'binary' }), async (value) => {
        seen.length = 0;
        const reply = await ask(someJson('/register/you', value));
        if (reply.statusCode === 200) expect(seen[0]!.json).toEqual(JSON.parse(JSON.stringify(value)));
        else expect(seen).toHaveLength(0);
      }),
      { numRuns: cases(300) },
    );
  });

  it('names 100 fields at most', async () => {
    const body = `{${Array.from({ length: 500 }, (_, n) => `"f${n}":"\\ud800"`).join(',')}}`;
    const reply = await ask(someJson('/register/you', body));
    expect(reply.statusCode).toBe(422);
    expect(z.object({ errors: z.array(z.unknown()) }).parse(JSON.parse(reply.body)).errors).toHaveLength(100);
  });
});
