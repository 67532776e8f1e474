import { describe, expect, it } from 'vitest';
import { confirmationLimits } from '../../../functions/registration/confirmation-limits.ts';
import { journeyHandlers } from '../../../functions/registration/journey-handlers.ts';
import { registerWords } from '../../../functions/registration/journey-words.ts';
import { register } from '../../../functions/registration/register.ts';
import { emailRepository } from '../../../functions/platform/storage/email-repository.ts';
import { practitionerRepository } from '../../../functions/platform/storage/practitioner-repository.ts';
import { registerJourney } from '../../../shared/journeys/register-journey.ts';
import { toForm } from '../../../shared/journeys/to-form.ts';
import { instantOf, epochOf } from '../../../shared/domain/time.ts';
import { NOW } from '../../support/builders.ts';
import { anHttpRequest } from '../../support/http-event.ts';
import { registerAnswers } from '../../support/journey-answers.ts';
import { memoryTable } from '../../support/memory-table.ts';

const service = () => {
  const table = memoryTable();
  let ids = 0;
  let now = epochOf(NOW);
  const clock = { now: () => instantOf(now) };
  const handlers = journeyHandlers(registerJourney, registerWords, {
    clock,
    chance: { id: () => `id${(ids += 1)}` },
    secret: 'a secret of thirty-two characters',
    submit: register({
      table,
      practitioners: practitionerRepository(table),
      emails: emailRepository(table),
      clock,
      limits: confirmationLimits,
    }),
  });
  const kinds = () =>
    table
      .rows()
      .map((row) => String(row['kind']))
      .sort();
  return { table, handlers, kinds, pass: (ms: number) => (now += ms) };
};

type Service = ReturnType<typeof service>;

const hiddenIn = (html: string): Record<string, string[]> =>
  Object.fromEntries(
    [...html.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(([, name, value]) => [
      name ?? '',
      [value ?? ''],
    ]),
  );

/** Follows redirects to the page that is shown. */
const open = async ({ handlers }: Service, location: string) => {
  const url = new URL(location, 'https://dpp.example');
  const query = Object.fromEntries(
    [...url.searchParams.keys()].map((key) => [key, url.searchParams.getAll(key)]),
  );
  return handlers.show(anHttpRequest({ params: { step: url.pathname.split('/')[2] ?? '' }, query }));
};

const post = async (its: Service, step: string, fields: Record<string, readonly string[]>) =>
  its.handlers.take(anHttpRequest({ method: 'POST', params: { step }, form: fields }));

const fieldsOf = (slug: string, answers = registerAnswers()) => {
  const step = registerJourney.steps.find((one) => one.slug === slug)!;
  return Object.fromEntries(
    Object.entries(toForm(step.questions, answers)).map(([name, value]) => [name, [value].flat()]),
  );
};

/** Fills in page after page up to "check your answers" and returns its HTML. */
const fillIn = async (its: Service, answers = registerAnswers()): Promise<string> => {
  let page = (await open(its, '/register/about-you')).body;
  for (const { slug } of registerJourney.steps.slice(0, -1)) {
    const reply = await post(its, slug, { ...hiddenIn(page), ...fieldsOf(slug, answers) });
    expect(reply.status).toBe(303);
    page = (await open(its, reply.headers['location'] ?? '')).body;
  }
  return page;
};

describe('registering as a DPP', () => {
  it('goes through the pages to one unconfirmed registration with one e-mail', async () => {
    const its = service();
    const page = await fillIn(its);
    expect(page).toContain('Check your answers');
    its.pass(60_000);
    const sent = await post(its, 'check-answers', { ...hiddenIn(page), consent: ['yes'] });
    expect(sent.headers['location']).toBe('/register/sent');
    expect(its.kinds()).toEqual(['audit', 'counter', 'counter', 'email', 'practitioner']);
  });

  it('counts once when it is sent twice', async () => {
    const its = service();
    const page = await fillIn(its);
    its.pass(60_000);
    for (let time = 0; time < 2; time += 1)
      expect(
        (await post(its, 'check-answers', { ...hiddenIn(page), consent: ['yes'] })).headers['location'],
      ).toBe('/register/sent');
    expect(its.kinds()).toEqual(['audit', 'counter', 'counter', 'email', 'practitioner']);
  });
});
