import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formValues } from '../../../shared/journeys/form-values.ts';
import { cases } from '../../support/campaign.ts';
import { anHttpRequest } from '../../support/http-event.ts';
import { registerAnswers, requestAnswers } from '../../support/journey/answers.ts';
import { hiddenIn, registrationService, seen, sentJson } from '../../support/registration-service.ts';
import { kentRegistration, kentRequest } from '../../support/journeys.ts';

const journeys = [
  { journey: kentRegistration, good: registerAnswers(), pages: 'register' as const },
  { journey: kentRequest, good: requestAnswers(), pages: 'request' as const },
];

const nasty = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom(
    '',
    ' ',
    '\u0000',
    'a\r\nb',
    '\u202egpj',
    '=1+1',
    '🧑‍⚕️',
    'é',
    'e\u0301',
    '__proto__',
    '2027-02-31',
  ),
  fc.integer(),
  fc.double(),
  fc.boolean(),
  fc.array(fc.string({ maxLength: 5 }), { maxLength: 5 }),
  fc.constant(null),
  fc.object({ maxDepth: 2 }),
);

describe.each(journeys)('any body sent to $pages', ({ journey, good, pages }) => {
  const names = journey.steps.flatMap(({ questions }) => questions.map(({ name }) => name));
  const spoilt = fc
    .dictionary(fc.constantFrom(...names, 'surplus'), nasty, { minKeys: 1, maxKeys: 4 })
    .map((changes) => ({ ...good, ...changes }));

  it('is accepted whole or refused with the fields named, and a refused one writes nothing', async () => {
    await fc.assert(
      fc.asyncProperty(spoilt, async (body) => {
        const its = registrationService();
        const before = its.table.rows();
        const reply = await sentJson(its[pages].takeJson, body);
        expect([202, 422]).toContain(reply.status);
        if (reply.status === 202) return;
        expect(its.table.rows()).toEqual(before);
        const { code, errors } = JSON.parse(reply.body) as {
          code: string;
          errors?: { field: string; message: string }[];
        };
        expect(code === 'supplementary-prescriber' || (errors?.length ?? 0) > 0).toBe(true);
        for (const { field, message } of errors ?? []) {
          expect([...names, ...Object.keys(body)]).toContain(field);
          expect(message).not.toBe('');
        }
      }),
      { numRuns: cases(400) },
    );
  });

  it('as a form is answered with a page whatever the fields hold', async () => {
    const step = fc.constantFrom(...journey.steps);
    const fields = fc.dictionary(
      fc.constantFrom(...names.flatMap((name) => [name, `${name}-day`, `${name}-month`])),
      fc.array(fc.string({ unit: 'grapheme', maxLength: 30 }), { maxLength: 3 }),
    );
    const its = registrationService();
    const before = its.table.rows();
    const hidden = hiddenIn((await seen(its[pages], { step: journey.steps[0]!.slug })).body);
    await fc.assert(
      fc.asyncProperty(step, fields, async ({ slug, questions }, typed) => {
        const right = Object.entries(formValues(questions, good)).map(
          ([name, value]) => [name, [value].flat()] as const,
        );
        const form = { ...hidden, ...Object.fromEntries(right), ...typed };
        const reply = await its[pages].take(anHttpRequest({ method: 'POST', params: { step: slug }, form }));
        expect([200, 303, 422]).toContain(reply.status);
        expect(its.table.rows()).toEqual(before);
      }),
      { numRuns: cases(150) },
    );
  });
});
