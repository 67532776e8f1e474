import { describe, expect, it } from 'vitest';
import { addressHash } from '../../../functions/platform/hash.ts';
import { openRequests } from '../../../functions/store/open-requests.ts';
import { openRequest } from '../../../functions/programme/requests/open-request.ts';
import { refuseRequest } from '../../../functions/programme/requests/refuse-request.ts';
import { confirmPerson } from '../../../functions/programme/organisations/confirm-person.ts';
import { anHttpRequest } from '../../support/http-event.ts';
import { requestAnswers } from '../../support/journey/answers.ts';
import { registrationService, seen, sent, sentJson } from '../../support/registration-service.ts';

const YES = { decision: ['yes'] };
const SUPPORTS = { answer: ['supports'] };
const DOES_NOT = { answer: ['does-not-support'] };
const withoutLead = { employerSupport: false, nmpLeadName: undefined, nmpLeadEmail: undefined };
const THROW_AWAY = { email: 'x91@throw-away.example' };

/** A learner has confirmed a request, from an address that proves nothing unless the changes name another. */
const confirmedRequest = async (changes: Parameters<typeof requestAnswers>[0] = THROW_AWAY) => {
  const its = registrationService();
  const before = new Set(its.ofKind('request').map(({ pk }) => pk));
  await sentJson(its.request.takeJson, requestAnswers({ ...THROW_AWAY, ...changes }));
  const row = its.ofKind('request').find(({ pk }) => !before.has(pk));
  const id = String(row?.pk).split('#')[1] ?? '';
  const token = await its.link({ kind: 'confirm', recipient: 'requester', requestId: id });
  const reply = await sent(its.confirm, { token }, YES);
  const request = async () => {
    const found = await its.requests.findPresent(id);
    if (found === undefined) throw new Error('the request is gone');
    return found;
  };
  const lead = async () =>
    its.link({
      kind: 'support',
      recipient: 'lead',
      requestId: id,
      occasion: addressHash((await request()).nmpLeadEmail ?? ''),
    });
  const status = await its.link({ kind: 'status', recipient: 'requester', requestId: id });
  const page = async (action?: string) =>
    action === undefined
      ? seen(its.status, { token: status })
      : its.status.showAction(anHttpRequest({ params: { token: status, action } }));
  const act = (action: string, form: Record<string, readonly string[]>) =>
    its.status.takeAction(anHttpRequest({ method: 'POST', params: { token: status, action }, form }));
  const state = async () => (await request()).state;
  const counted = { ...its, openRequests: openRequests(its.table, its.requests) };
  return { its, id, token, reply, request, state, lead, page, act, counted };
};

describe('a request from an address that proves nothing', () => {
  it.each([
    ['an NHS address', 'lee@trust.nhs.uk', 'open'],
    ['the shared NHS mail', 'lee.learner7@nhs.net', 'open'],
    ['a confirmed domain', 'lee@learner.example', 'open'],
    ['free mail', 'lee@gmail.com', 'waiting-for-support'],
    ['a domain that looks like the NHS', 'lee@nhs.uk.example', 'waiting-for-support'],
    ['a part of a confirmed domain', 'lee@sub.learner.example', 'waiting-for-support'],
    ['a made-up domain', 'lee@evil.example', 'waiting-for-support'],
  ])('from %s', async (_, email, state) => {
    expect(await (await confirmedRequest({ email })).state()).toBe(state);
  });

  it('has no seats, so that nobody is asked, and its requester and lead are written to', async () => {
    const { its, request } = await confirmedRequest();
    expect(await request()).toMatchObject({ state: 'waiting-for-support', seats: [] });
    expect(its.mails()).toEqual([
      'lead-support-asked',
      'requester-address-confirm',
      'requester-support-awaited',
      'team-lead-named',
    ]);
  });

  it('says on its page what it waits for, from whom, since when, and what the learner can do', async () => {
    const { page } = await confirmedRequest();
    const { body } = await page();
    for (const words of [
      'Waiting for support',
      'Nina Lead (nina@learner.example), whom we asked on 21 November 2026',
      'We will tell the programme team on 26 November 2026',
      'Name another lead',
      'Use your work address',
    ])
      expect(body).toContain(words);
  });

  it('says so where no lead is named, and asks nobody', async () => {
    const { its, page } = await confirmedRequest(withoutLead);
    expect(its.mails()).not.toContain('lead-support-asked');
    const { body } = await page();
    expect(body).toContain('you have not named a prescribing lead');
    expect(body).toContain('Name your prescribing lead');
  });
});

describe('the page of a lead who is asked for support', () => {
  it('shows the request and changes nothing when it is only opened', async () => {
    const { its, lead } = await confirmedRequest();
    const token = await lead();
    const rows = its.table.rows();
    const page = await seen(its.support, { token });
    expect(page.status).toBe(200);
    expect(page.body).toContain('Do you support this request?');
    expect(page.body).toContain('Lee Learner');
    expect(its.table.rows()).toEqual(rows);
  });

  it('asks for a choice', async () => {
    const { its, lead, state } = await confirmedRequest();
    const reply = await sent(its.support, { token: await lead() }, {});
    expect(reply.status).toBe(422);
    expect(await state()).toBe('waiting-for-support');
  });

  it('opens the request by one press of somebody at a confirmed domain, once', async () => {
    const { its, lead, request } = await confirmedRequest();
    const token = await lead();
    const first = await sent(its.support, { token }, SUPPORTS);
    expect(first.body).toContain('We have started to look for a DPP');
    expect(await request()).toMatchObject({
      state: 'open',
      seats: [{ state: 'vacant' }],
      support: { answer: { says: 'supports', counts: true } },
    });
    const rows = its.table.rows();
    expect((await sent(its.support, { token }, SUPPORTS)).body).toBe(first.body);
    expect(its.table.rows()).toEqual(rows);
    expect(its.mails()).toContain('requester-request-open');
  });

  it('opens nothing by the press of a second throw-away address, and shows it to the team', async () => {
    const { its, lead, request, page } = await confirmedRequest({ nmpLeadEmail: 'y92@throw-away.example' });
    const reply = await sent(its.support, { token: await lead() }, SUPPORTS);
    expect(reply.body).toContain('The programme team will check the request');
    expect(await request()).toMatchObject({
      state: 'waiting-for-support',
      seats: [],
      support: { answer: { says: 'supports', counts: false, because: 'address-not-known' } },
    });
    expect(its.mails()).toContain('team-support-answered');
    expect(its.mails()).not.toContain('requester-request-open');
    expect((await page()).body).toContain('The programme team checks this before we ask a DPP');
  });

  it('counts from a private address if the team has confirmed its owner for the employer', async () => {
    const { its, lead, request, state } = await confirmedRequest({ nmpLeadEmail: 'practice@shared.example' });
    const { organisation } = await request();
    const confirmation = {
      organisation: organisation.id,
      role: 'voucher',
      email: 'practice@shared.example',
      name: 'Nina Lead',
      how: 'called the practice',
      by: 'Tess',
      replaces: false,
    } as const;
    expect(await confirmPerson(its)(confirmation)).toMatchObject({ ok: true });
    await sent(its.support, { token: await lead() }, SUPPORTS);
    expect(await state()).toBe('open');
  });

  it('tells learner and team that the lead does not support it, and lets the lead change their mind', async () => {
    const { its, lead, state, page } = await confirmedRequest();
    const token = await lead();
    await sent(its.support, { token }, DOES_NOT);
    expect(await state()).toBe('waiting-for-support');
    expect(its.mails()).toContain('requester-support-declined');
    expect(its.mails()).toContain('team-support-answered');
    expect((await page()).body).toContain('that they do not support your request');
    await sent(its.support, { token }, SUPPORTS);
    expect(await state()).toBe('open');
  });

  it('does not open a second request of a learner who has another open one', async () => {
    const { its, lead, request, counted } = await confirmedRequest();
    await sentJson(its.request.takeJson, requestAnswers({ email: 'lee@learner.example' }));
    const other = its.ofKind('request').at(-1);
    const token = await its.link({
      kind: 'confirm',
      recipient: 'requester',
      requestId: String(other?.pk).split('#')[1] ?? '',
    });
    await sent(its.confirm, { token }, YES);
    expect(await its.requests.inState('open')).toHaveLength(1);
    await sent(its.support, { token: await lead() }, SUPPORTS);
    expect(await request()).toMatchObject({
      state: 'waiting-for-support',
      support: { answer: { counts: false, because: 'another-request-is-open' } },
    });
    expect(await openRequest(counted)((await request()).id, 'Nina', 'called')).toEqual({
      ok: false,
      refusal: 'learner-has-another-open-request',
    });
  });

  it('ends when another lead is named, and when the request is withdrawn', async () => {
    const { its, lead, act, state } = await confirmedRequest();
    const token = await lead();
    await act('another-lead', { name: ['Olu Lead'], email: ['olu@learner.example'] });
    expect((await seen(its.support, { token })).status).toBe(410);
    expect((await sent(its.support, { token }, SUPPORTS)).status).toBe(410);
    expect(await state()).toBe('waiting-for-support');
    const second = await lead();
    await act('withdraw', YES);
    const late = await sent(its.support, { token: second }, SUPPORTS);
    expect(late.status).toBe(410);
    expect(late.body).toContain('Your answer is no longer needed');
  });
});

describe('a learner whose request waits', () => {
  it('names another lead, who is asked', async () => {
    const { its, act, request } = await confirmedRequest(withoutLead);
    const reply = await act('another-lead', { name: ['Olu Lead'], email: ['olu@learner.example'] });
    expect(reply.status).toBe(200);
    expect(reply.body).toContain('It went to olu@learner.example');
    expect(await request()).toMatchObject({ nmpLeadName: 'Olu Lead', support: { askedAt: its.clock.now() } });
    expect(its.mails()).toContain('lead-support-asked');
  });

  it('is told what is missing', async () => {
    const { act } = await confirmedRequest();
    const reply = await act('another-lead', { name: ['Olu'], email: ['olu'] });
    expect(reply.status).toBe(422);
    expect(reply.body).toContain('email');
  });

  it('cannot have more than five leads asked, nor one mailbox more than three times a day', async () => {
    const { its, act } = await confirmedRequest();
    const statuses = [];
    for (let index = 0; index < 7; index += 1)
      statuses.push(
        (await act('another-lead', { name: ['Olu Lead'], email: [`o${index}@learner.example`] })).status,
      );
    expect(statuses).toEqual([200, 200, 200, 200, 200, 429, 429]);
    expect(its.mails().filter((name) => name === 'lead-support-asked')).toHaveLength(6);
  });

  it('uses a work address, which opens the request when it is confirmed', async () => {
    const { its, id, act, request } = await confirmedRequest();
    const reply = await act('work-address', { email: ['lee.learner@trust.nhs.uk'] });
    expect(reply.body).toContain('It went to lee.learner@trust.nhs.uk');
    expect(await request()).toMatchObject({ email: 'x91@throw-away.example', state: 'waiting-for-support' });
    const token = await its.link({
      kind: 'confirm',
      recipient: 'requester',
      requestId: id,
      occasion: addressHash('lee.learner@trust.nhs.uk'),
    });
    const rows = its.table.rows();
    expect((await seen(its.confirm, { token })).body).toContain('lee.learner@trust.nhs.uk');
    expect(its.table.rows()).toEqual(rows);
    await sent(its.confirm, { token }, YES);
    const opened = await request();
    expect(opened).toMatchObject({ email: 'lee.learner@trust.nhs.uk', state: 'open' });
    expect(opened).not.toHaveProperty('newEmail');
    expect((await sent(its.confirm, { token }, YES)).status).toBe(200);
  });

  it('keeps waiting after another address that proves nothing', async () => {
    const { its, id, act, request } = await confirmedRequest();
    await act('work-address', { email: ['lee@other.example'] });
    const token = await its.link({
      kind: 'confirm',
      recipient: 'requester',
      requestId: id,
      occasion: addressHash('lee@other.example'),
    });
    await sent(its.confirm, { token }, YES);
    expect(await request()).toMatchObject({ email: 'lee@other.example', state: 'waiting-for-support' });
  });

  it('loses nothing to a link for an address that was replaced by another', async () => {
    const { its, id, act, request } = await confirmedRequest();
    await act('work-address', { email: ['first@trust.nhs.uk'] });
    const token = await its.link({
      kind: 'confirm',
      recipient: 'requester',
      requestId: id,
      occasion: addressHash('first@trust.nhs.uk'),
    });
    await act('work-address', { email: ['second@trust.nhs.uk'] });
    expect((await sent(its.confirm, { token }, YES)).status).toBe(410);
    expect(await request()).toMatchObject({ email: 'x91@throw-away.example' });
  });

  it('names no other lead once the request is open, but may have another address', async () => {
    const { page } = await confirmedRequest({ email: 'lee@learner.example' });
    expect((await page('another-lead')).status).toBe(404);
    expect((await page('work-address')).status).toBe(200);
    expect((await page()).body).not.toContain('Name another lead');
  });
});

describe('the programme team', () => {
  it('opens a request that waits, with a recorded reason', async () => {
    const { its, id, counted, request } = await confirmedRequest();
    expect(await openRequest(counted)(id, 'Nina', 'the practice manager knows him')).toMatchObject({
      ok: true,
    });
    expect(await request()).toMatchObject({
      state: 'open',
      decision: { by: 'Nina', why: 'the practice manager knows him' },
    });
    expect(its.mails()).toContain('requester-request-open');
  });

  it('refuses it, and the requester reads that on the page but not the reason', async () => {
    const { its, id, page, state } = await confirmedRequest();
    expect(await refuseRequest(its)(id, 'Nina', 'nobody knows him')).toMatchObject({ ok: true });
    expect(await state()).toBe('refused');
    expect(its.mails()).toContain('requester-request-refused');
    const { body } = await page();
    expect(body).toContain('The programme team decided that we cannot look for a DPP');
    expect(body).not.toContain('nobody knows him');
  });
});
