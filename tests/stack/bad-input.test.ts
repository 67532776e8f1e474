import * as z from 'zod';
import { beforeAll, describe, expect, it } from 'vitest';
import { askedIn, checkStep, stepsFor } from '../../shared/journeys/check-journey.ts';
import { parseForm } from '../../shared/journeys/parse-form.ts';
import type { Answers, Journey, Question, QuestionStep } from '../../shared/journeys/question.ts';
import { formValues } from '../../shared/journeys/form-values.ts';
import { submitStep } from '../support/journey/callers.ts';
import { badValuesOf, fieldsOfBad } from '../support/journey/bad-values.ts';
import { journeyStack } from '../support/journey/stack.ts';
import { formOn, type FormFields, readable } from '../support/journey/visitor.ts';
import { registerAnswers, requestAnswers } from '../support/journey/answers.ts';
import { kentRegistration, kentRequest } from '../support/journeys.ts';

const problemSchema = z.object({
  errors: z.array(z.object({ field: z.string(), message: z.string() })),
});
const apiOf = { register: '/api/v1/practitioners', request: '/api/v1/requests' } as const;

/** Returns the error message next to a field. */
const besideField = (html: string, name: string): string =>
  readable(new RegExp(`id="${name}-error">(.*?)<\\/span>\\s*(?:<\\/|<|$)`, 'su').exec(html)?.[0] ?? '');

const everyRegisterQuestion = {
  yearsPrescribing: 2,
  justification: 'I prescribe every day.',
  regulator: 'gphc',
};

/** An employer who does not know the learner yet is asked every question about a request before a course. */
const everyRequestQuestion = {
  requestedBy: 'employer',
  learnerName: undefined,
  registrationNumber: undefined,
  learners: 1,
  profession: 'nurse',
  learnerType: 'v300',
  onePersonReason: 'There is one prescriber only.',
};

/**
 * Covers every page of both journeys. The pages are read from their definitions, so that new questions are covered too.
 */
describe.each([
  ['registration', kentRegistration, 21],
  ['request', kentRequest, 22],
] as const)('bad input on every page of the %s', (_, journey: Journey, network) => {
  const stack = journeyStack(network);
  const example: Answers =
    journey.id === 'register' ? registerAnswers(everyRegisterQuestion) : requestAnswers(everyRequestQuestion);
  const pages = new Map<string, { action: string; hidden: Readonly<Record<string, string>> }>();
  let good: Answers = {};
  let today = '';
  let rowsBefore: readonly unknown[] = [];

  beforeAll(async () => {
    await stack.empty();
    rowsBefore = await stack.rows();
    today = await stack.today();
    good =
      journey.id === 'register'
        ? stack.anOffer(everyRegisterQuestion)
        : await stack.anAsk(everyRequestQuestion);
    let page = await stack.caller.see(`/${journey.id}`);
    for (const step of stepsFor(journey, good)) {
      const { action, hidden } = formOn(page);
      pages.set(step.slug, { action, hidden });
      if (step !== journey.steps.at(-1))
        page = await submitStep(stack.caller, action, {
          ...hidden,
          ...formValues(askedIn(step, good), good),
        });
    }
  });

  const cases = journey.steps.flatMap((step) =>
    askedIn(step, example).flatMap((question) =>
      badValuesOf(question).map((bad) => ({ step, question, bad, title: `${question.name}: ${bad.what}` })),
    ),
  );

  const fieldsWith = (step: QuestionStep, question: Question, value: string | undefined): FormFields => {
    const others = askedIn(step, good).filter(({ name }) => name !== question.name);
    return { ...formValues(others, good), ...fieldsOfBad(question, value) };
  };

  it.each(cases)('page: $title', async ({ step, question, bad }) => {
    const { action, hidden } = pages.get(step.slug) ?? { action: '', hidden: {} };
    const fields = fieldsWith(step, question, bad.value);
    const lists = Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, [value].flat()]));
    const given = { ...good, [question.name]: undefined, ...parseForm(step.questions, lists) };
    const expected = checkStep(
      step,
      Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as Answers,
      today,
    ).errors.find(({ field }) => field === question.name);
    expect(expected, 'the question refuses it').toBeDefined();

    const page = await stack.caller.submit(action, { ...hidden, ...fields });
    expect(page.status).toBe(422);
    const words = expected?.message ?? '';
    const summary = /data-error-summary.*?<\/ul>/su.exec(page.body)?.[0] ?? '';
    expect(summary).toContain(`href="#${question.name}"`);
    expect(readable(summary)).toContain(words);
    expect(besideField(page.body, question.name)).toContain(words);
    expect(page.body).toMatch(/<title>Error: /u);
    const kept = formOn(page).filled;
    for (const [name, values] of Object.entries(lists))
      if (name !== question.name) expect(kept[name], name).toEqual(values);
  });

  // JSON without a kind is before a course, as in version 0.4.0.
  const bodies = cases.filter(({ question, bad }) => question.name !== 'kind' || bad.json !== undefined);

  it.each(bodies)('JSON: $title', async ({ question, bad }) => {
    const given = { ...good, [question.name]: bad.json };
    const answer = await stack.caller.post(apiOf[journey.id], given);
    expect(answer.status).toBe(422);
    expect(answer.headers['content-type']).toBe('application/problem+json');
    const { errors } = problemSchema.parse(JSON.parse(answer.body));
    expect(errors.map(({ field }) => field)).toContain(question.name);
  });

  it('refuses JSON with a field that no question asks for, by its name', async () => {
    const answer = await stack.caller.post(apiOf[journey.id], { ...good, favouriteColour: 'blue' });
    expect(answer.status).toBe(422);
    expect(problemSchema.parse(JSON.parse(answer.body)).errors).toEqual([
      expect.objectContaining({ field: 'favouriteColour' }),
    ]);
  });

  it(`wrote nothing and mailed nobody, after ${String(cases.length)} bad pages and as many bad bodies`, async () => {
    expect(await stack.rows()).toEqual(rowsBefore);
    expect(await stack.mails()).toEqual([]);
  });
});
