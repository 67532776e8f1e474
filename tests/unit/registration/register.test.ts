import { describe, expect, it } from 'vitest';
import { formValues } from '../../../shared/journeys/form-values.ts';
import { registerAnswers } from '../../support/journey/answers.ts';
import {
  hiddenIn,
  type RegistrationService,
  registrationService,
  seen,
  sent,
  sentJson,
} from '../../support/registration-service.ts';
import { kentRegistration, kentRequest } from '../../support/journeys.ts';

/** Opens the page to which a redirect leads. */
const follow = ({ register }: RegistrationService, location = '') => {
  const { pathname, searchParams } = new URL(location, 'https://dpp.example');
  const query = Object.fromEntries([...searchParams.keys()].map((key) => [key, searchParams.getAll(key)]));
  return seen(register, { step: pathname.split('/')[2] ?? '' }, query);
};

const fieldsOf = (slug: string, answers = registerAnswers()) => {
  const step = kentRegistration.steps.find((one) => one.slug === slug)!;
  const fields = Object.entries(formValues(step.questions, answers));
  return Object.fromEntries(fields.map(([name, value]) => [name, [value].flat()]));
};

/** Fills in the pages up to "check your answers" and returns the HTML of that page. */
const fillIn = async (its: RegistrationService, answers = registerAnswers()): Promise<string> => {
  let page = (await seen(its.register, { step: 'about-you' })).body;
  for (const { slug } of kentRegistration.steps.slice(0, -1)) {
    let reply = await sent(its.register, { step: slug }, { ...hiddenIn(page), ...fieldsOf(slug, answers) });
    if (reply.body.includes('Which of these do you mean?'))
      reply = await sent(
        its.register,
        { step: slug },
        { ...hiddenIn(reply.body), chosenOrganisation: ['none'] },
      );
    page = (await follow(its, reply.headers['location'])).body;
  }
  return page;
};

const send = (its: RegistrationService, page: string, more: Record<string, readonly string[]> = {}) =>
  sent(its.register, { step: 'check-answers' }, { ...hiddenIn(page), consent: ['yes'], ...more });

const aMinute = 60_000;
const SENT = /^\/register\/sent\?so-far=/u;
const stored = ['audit', 'counter', 'counter', 'email', 'practitioner'];

describe('registering as a DPP in pages', () => {
  it('leads to one unconfirmed registration with one e-mail', async () => {
    const its = registrationService();
    const page = await fillIn(its);
    expect(page).toContain('Check your answers');
    its.pass(aMinute);
    expect((await send(its, page)).headers['location']).toMatch(SENT);
    expect(its.kinds()).toEqual(stored);
    expect(its.mails()).toEqual(['practitioner-address-confirm']);
  });

  it.each(['register', 'request'] as const)(
    'describes the journey on the first page of %s only',
    async (journey) => {
      const its = registrationService();
      const steps = journey === 'register' ? kentRegistration.steps : kentRequest.steps;
      const page = (await seen(its[journey], { step: steps[0]!.slug })).body;
      expect(/<meta name="description" content="([^"]+)"/u.exec(page)?.[1]).toContain('Kent and Medway');
      expect((await fillIn(its)).includes('name="description"')).toBe(false);
    },
  );

  it('says to which address the e-mail went, and sends it again or to another one', async () => {
    const its = registrationService();
    const page = await fillIn(its);
    its.pass(aMinute);
    const sentPage = (await follow(its, (await send(its, page)).headers['location'])).body;
    const email = String(formValues(kentRegistration.steps[0]!.questions, registerAnswers())['email']);
    expect(sentPage).toContain(`We have sent an email to ${email}.`);
    expect(sentPage).toContain(`Correct the address ${email}`);
    const again = await sent(its.register, { step: 'sent' }, hiddenIn(sentPage));
    expect(again.status).toBe(303);
    await sent(its.register, { step: 'sent' }, hiddenIn(sentPage));
    expect(its.mails()).toEqual(['practitioner-address-confirm', 'practitioner-address-confirm']);
    expect((await seen(its.register, { step: 'sent' })).body).not.toContain(email);
  });

  it('is stored once when it is sent twice', async () => {
    const its = registrationService();
    const page = await fillIn(its);
    its.pass(aMinute);
    const replies = [await send(its, page), await send(its, page)];
    for (const { headers } of replies) expect(headers['location']).toMatch(SENT);
    expect(its.kinds()).toEqual(stored);
  });

  it('shows a program the same confirmation and writes nothing', async () => {
    const its = registrationService();
    const page = await fillIn(its);
    its.pass(aMinute);
    const trapped = await send(its, page, { website: ['https://spam.example'] });
    expect(trapped.headers['location']).toMatch(SENT);
    const quick = registrationService();
    expect((await send(quick, await fillIn(quick))).headers['location']).toMatch(SENT);
    expect([...its.kinds(), ...quick.kinds()]).toEqual([]);
  });

  it('comes back with every answer, the words beside the field and in the summary, and writes nothing', async () => {
    const its = registrationService();
    const first = await seen(its.register, { step: 'about-you' });
    const fields = { ...fieldsOf('about-you'), email: ['not an address'] };
    const reply = await sent(its.register, { step: 'about-you' }, { ...hiddenIn(first.body), ...fields });
    expect(reply.status).toBe(422);
    expect(reply.body).toContain('There is a problem');
    expect(reply.body).toContain('href="#email"');
    expect(reply.body).toContain('value="not an address"');
    expect(reply.body).toContain('value="Amara Example"');
    expect(its.kinds()).toEqual([]);
  });

  it('lets one answer be changed from "check your answers" and comes back there', async () => {
    const its = registrationService();
    const page = await fillIn(its);
    const href = /href="(\/register\/about-you[^"]+changing=yes)"/.exec(page)?.[1]?.replaceAll('&amp;', '&');
    const step = await follow(its, href);
    const fields = { ...fieldsOf('about-you'), name: ['Amara Changed'] };
    const reply = await sent(its.register, { step: 'about-you' }, { ...hiddenIn(step.body), ...fields });
    expect(reply.headers['location']).toMatch(/^\/register\/check-answers\?/);
    expect((await follow(its, reply.headers['location'])).body).toContain('Amara Changed');
  });

  it('explains kindly to a dietitian why they cannot be a DPP', async () => {
    const its = registrationService();
    const first = await seen(its.register, { step: 'about-you' });
    const fields = { ...fieldsOf('about-you'), profession: ['dietitian'] };
    const reply = await sent(its.register, { step: 'about-you' }, { ...hiddenIn(first.body), ...fields });
    expect(reply.status).toBe(200);
    expect(reply.body).toContain('Dietitians cannot be DPPs yet');
    expect(reply.body).not.toContain('There is a problem');
  });

  it('starts again when answers were altered on their way', async () => {
    const its = registrationService();
    const reply = await sent(its.register, { step: 'support' }, { 'so-far': ['altered.answers'] });
    expect(reply.status).toBe(410);
    expect(its.kinds()).toEqual([]);
  });

  it('answers an address that is listed already as it answers any other, and tells the address', async () => {
    const its = registrationService();
    const first = await sentJson(its.register.takeJson, registerAnswers());
    const id = String(its.ofKind('practitioner')[0]?.['pk']).replace('PRACTITIONER#', '');
    const token = await its.link({ kind: 'confirm', recipient: 'practitioner', practitionerId: id });
    await sent(its.confirm, { token }, { decision: ['yes'] });
    const again = await sentJson(its.register.takeJson, registerAnswers({ email: 'AMARA@dpp.example' }));
    expect(again).toEqual(first);
    expect(its.mails()).toContain('practitioner-already-registered');
    expect(its.ofKind('practitioner')).toHaveLength(1);
  });
});

describe('registering as a DPP in JSON', () => {
  it('takes a whole body and says only what comes next', async () => {
    const its = registrationService();
    const reply = await sentJson(its.register.takeJson, registerAnswers());
    expect(reply).toMatchObject({ status: 202, body: '{"status":"confirm-your-address"}' });
    expect(its.kinds()).toEqual(stored);
  });

  it('names every field that is wrong, in the order of the questions, and writes nothing', async () => {
    const its = registrationService();
    const body = { ...registerAnswers({ name: undefined }), days: [], placesOffered: 'lots', height: 180 };
    const reply = await sentJson(its.register.takeJson, body);
    expect(reply.status).toBe(422);
    const { errors } = JSON.parse(reply.body) as { errors: { field: string; message: string }[] };
    expect(errors.map(({ field, message }) => [field, message])).toEqual([
      ['name', 'Enter your full name'],
      ['placesOffered', 'Learners at once must be a number, like 2'],
      ['days', 'Select the days you can supervise on'],
      ['height', 'We do not recognise this field'],
    ]);
    expect(its.kinds()).toEqual([]);
  });

  it('refuses a diagnostic radiographer with a code of its own', async () => {
    const its = registrationService();
    const body = registerAnswers({ profession: 'diagnostic-radiographer', registrationNumber: 'RA12345' });
    const reply = await sentJson(its.register.takeJson, body);
    expect(reply.status).toBe(422);
    expect(JSON.parse(reply.body)).toMatchObject({ type: 'urn:dpp-match:problem:supplementary-prescriber' });
    expect(its.kinds()).toEqual([]);
  });

  it('sends three confirmations a day to one address and no more', async () => {
    const its = registrationService();
    const statuses = [];
    for (let time = 0; time < 5; time += 1)
      statuses.push((await sentJson(its.register.takeJson, registerAnswers())).status);
    expect(statuses).toEqual([202, 202, 202, 429, 429]);
    expect(its.mails()).toHaveLength(3);
  });

  it.each([
    [
      'a tag',
      [
        'bomb@practice.example',
        'bomb+1@practice.example',
        'bomb+2@practice.example',
        'BOMB+3@practice.example',
      ],
    ],
    ['dots in Gmail', ['bomb@gmail.com', 'b.omb@gmail.com', 'bo.mb@googlemail.com', 'b.o.m.b+x@gmail.com']],
  ])('counts one mailbox once, whatever %s makes of its address', async (_, addresses) => {
    const its = registrationService();
    const statuses = [];
    for (const email of addresses)
      statuses.push((await sentJson(its.register.takeJson, registerAnswers({ email }))).status);
    expect(statuses).toEqual([202, 202, 202, 429]);
  });

  it('accepts exactly three of a hundred that arrive at once', async () => {
    const its = registrationService();
    const all = Array.from({ length: 100 }, () => sentJson(its.register.takeJson, registerAnswers()));
    const statuses = (await Promise.all(all)).map(({ status }) => status);
    expect(statuses.filter((status) => status === 202)).toHaveLength(3);
    expect(statuses.filter((status) => status === 429)).toHaveLength(97);
    expect(its.ofKind('practitioner')).toHaveLength(3);
  });
});
