import { describe, expect, it } from 'vitest';
import { addressHash } from '../../../functions/platform/hash.ts';
import { anOffer, aPractitioner, aRequest, aSeat, NOW } from '../../support/builders.ts';
import { registrationService, seen, sent, sentJson } from '../../support/registration-service.ts';
import type { SupervisionRequest } from '../../../shared/requests/request.ts';

const pending = { offerId: 'offer1', from: '2027-02-01', to: '2027-07-31', holdsPlace: false };
const offered = aSeat({ state: 'offered', offerId: 'offer1', practitionerId: 'dpp1' });

const withRequest = async (changes: Parameters<typeof aRequest>[0] = {}) => {
  const its = registrationService();
  await its.given({ requests: [aRequest(changes)] });
  const token = await its.link({ kind: 'status', recipient: 'requester', requestId: 'req1' });
  const pages = { show: its.status.showAction, take: its.status.takeAction };
  return {
    its,
    home: () => seen(its.status, { token }),
    look: (action: string) => seen(pages, { token, action }),
    act: (action: string, form: Record<string, readonly string[]> = {}) =>
      sent(pages, { token, action }, form),
    json: (action: string, body: unknown) => sentJson(its.status.takeAction, body, { token, action }),
    stored: async (): Promise<SupervisionRequest> => (await its.requests.findPresent('req1'))!,
    offer: () => its.offers.find('offer1'),
    dpp: async () => (await its.practitioners.findPresent('dpp1'))!,
  };
};

const asked = async (changes: Parameters<typeof aRequest>[0] = {}) => {
  const its = await withRequest({ seats: [offered], ...changes });
  await its.its.given({
    practitioners: [aPractitioner({ pendingOffers: [pending] })],
    offers: [anOffer()],
  });
  return its;
};

describe('changing an open request', () => {
  it('links each answer to the page on which it changes, filled in', async () => {
    const { home, look } = await withRequest();
    expect((await home()).body).toContain('/change-the-course');
    const page = await look('change-what-you-will-prescribe');
    expect(page.body).toContain('Adults with hypertension in primary care.');
    expect(page.body).toContain('keeps its place in the queue');
  });

  it('keeps the place in the queue, and writes codes and ids to the audit', async () => {
    const { its, json, stored } = await withRequest();
    expect((await json('change-when-and-where', { maxMinutes: 60 })).status).toBe(200);
    const after = await stored();
    expect(after).toMatchObject({ maxMinutes: 60, createdAt: aRequest().createdAt, state: 'open' });
    expect(its.mails()).toEqual(['requester-request-changed']);
    const audit = await its.audit.of('request#req1');
    expect(audit.at(-1)).toMatchObject({ action: 'request-changed', facts: { fields: 'maxMinutes' } });
  });

  it('changes nothing when the same answers are saved', async () => {
    const { its, json } = await withRequest();
    const rows = its.table.rows();
    expect((await json('change-when-and-where', { maxMinutes: 30 })).status).toBe(200);
    expect(its.table.rows()).toEqual(rows);
  });

  it('names the field of a wrong answer and writes nothing', async () => {
    const { its, json, act } = await withRequest();
    const rows = its.table.rows();
    const reply = await json('change-when-and-where', { maxMinutes: 'far' });
    expect(reply.status).toBe(422);
    expect(reply.body).toContain('maxMinutes');
    expect((await json('change-when-and-where', { email: 'new@learner.example' })).body).toContain('email');
    const page = await act('change-the-course', { university: ['medway'] });
    expect(page.status).toBe(422);
    expect(its.table.rows()).toEqual(rows);
  });

  it('asks on the same page for an answer of another page that no longer goes with the new ones', async () => {
    const { act, stored } = await withRequest({ hours: 90, spokeHours: 60 });
    const course = {
      university: ['medway'],
      'courseStart-day': ['1'],
      'courseStart-month': ['2'],
      'courseStart-year': ['2027'],
      'courseEnd-day': ['31'],
      'courseEnd-month': ['7'],
      'courseEnd-year': ['2027'],
      'applicationsClose-day': ['18'],
      'applicationsClose-month': ['1'],
      'applicationsClose-year': ['2027'],
      'signOffNeededBy-day': ['4'],
      'signOffNeededBy-month': ['1'],
      'signOffNeededBy-year': ['2027'],
      hours: ['60'],
      namedDppHours: ['20'],
    };
    const page = await act('change-the-course', course);
    expect(page.status).toBe(422);
    expect(page.body).toContain('name="spokeHours"');
    const saved = await act('change-the-course', { ...course, also: ['spokeHours'], spokeHours: ['20'] });
    expect(saved.status).toBe(303);
    expect(await stored()).toMatchObject({ hours: 60, spokeHours: 20 });
    expect((await stored()).seats.map(({ role, hours }) => [role, hours])).toEqual([
      ['dpp', 40],
      ['spoke-supervisor', 20],
    ]);
  });

  it('keeps a live offer that still fits, with new days and reasons, and tells the DPP', async () => {
    const { its, json, offer, dpp } = await asked();
    expect((await json('change-the-course', { courseEnd: '2027-08-31' })).status).toBe(200);
    expect(await offer()).toMatchObject({ state: 'pending', expiresAt: anOffer().expiresAt });
    expect((await dpp()).pendingOffers).toEqual([{ ...pending, to: '2027-08-31' }]);
    expect(its.mails()).toEqual(['practitioner-offer-changed', 'requester-request-changed']);
  });

  it('does not write to the DPP about what they do not read', async () => {
    const { its, json } = await asked();
    await json('change-when-and-where', { maxMinutes: 45 });
    expect(its.mails()).toEqual(['requester-request-changed']);
  });

  it('takes back a live offer that no longer fits, and looks again', async () => {
    const { its, json, offer, dpp, stored } = await asked();
    await json('change-what-you-will-prescribe', { leadArea: 'dermatology', areas: [] });
    expect(await offer()).toMatchObject({ state: 'withdrawn' });
    expect((await dpp()).pendingOffers).toEqual([]);
    expect((await stored()).seats[0]?.state).toBe('vacant');
    expect(its.mails()).toEqual(['practitioner-offer-withdrawn', 'requester-request-changed']);
  });

  it('lets the time to answer end no later than the search', async () => {
    const { json, offer } = await asked({ signOffNeededBy: '2027-01-04' });
    await json('change-the-course', { signOffNeededBy: '2026-11-24' });
    expect(await offer()).toMatchObject({ state: 'pending', expiresAt: '2026-11-24T17:00:00.000Z' });
  });

  it('does not change what a DPP has agreed to', async () => {
    const { json, stored } = await withRequest({
      state: 'matched',
      seats: [aSeat({ state: 'filled', matchId: 'match1' })],
    });
    expect((await json('change-the-course', { hours: 40 })).status).toBe(422);
    expect((await json('change-when-and-where', { hours: 40 })).status).toBe(422);
    expect((await stored()).hours).toBe(90);
  });

  it('counts a learner under the new number only, and refuses the number of somebody who has a request', async () => {
    const { its, json } = await withRequest();
    expect((await json('change-the-learner', { registrationNumber: '2065432' })).status).toBe(200);
    const token = await its.link({ kind: 'status', recipient: 'requester', requestId: 'req2' });
    await its.given({
      requests: [aRequest({ id: 'req2', email: 'kim@learner.example', registrationNumber: '2043210' })],
    });
    const reply = await sentJson(
      its.status.takeAction,
      { registrationNumber: '2065432' },
      { token, action: 'change-the-learner' },
    );
    expect(reply.status).toBe(409);
  });
});

describe('what a lead supported', () => {
  const supported = {
    email: 'lee@throw-away.example',
    nmpLeadName: 'Nia Lead',
    nmpLeadEmail: 'nia@harbour.nhs.uk',
    support: { since: NOW, askedAt: NOW, answer: { says: 'supports' as const, at: NOW, counts: true } },
  };

  it('waits for the lead again when it changes; nobody stays asked', async () => {
    const { its, json, stored, offer } = await asked(supported);
    await json('change-what-you-will-prescribe', { leadArea: 'lipids', areas: [] });
    expect(await stored()).toMatchObject({ state: 'waiting-for-support', createdAt: aRequest().createdAt });
    expect((await stored()).support?.answer).toBeUndefined();
    expect(await offer()).toMatchObject({ state: 'withdrawn' });
    expect(its.mails()).toContain('lead-support-asked');
  });

  it('stays open for what the lead did not read', async () => {
    const { json, stored } = await asked(supported);
    await json('change-when-and-where', { maxMinutes: 45 });
    expect((await stored()).state).toBe('open');
  });

  it('opens again with the seats that it had, when the lead supports it', async () => {
    const tried = [{ practitionerId: 'dpp9', outcome: 'declined' as const, at: NOW }];
    const { its, json, stored } = await withRequest({ ...supported, seats: [aSeat({ tried })] });
    await json('change-the-learner', { registrationNumber: '2065432' });
    const token = await its.link({
      kind: 'support',
      recipient: 'lead',
      requestId: 'req1',
      occasion: addressHash('nia@harbour.nhs.uk'),
    });
    expect((await sentJson(its.support.take, { answer: 'supports' }, { token })).status).toBe(200);
    expect(await stored()).toMatchObject({ state: 'open', seats: [{ tried }] });
  });
});

describe('widening by one press', () => {
  const stuck = async () => {
    const its = await withRequest({ seats: [aSeat({ nobodyLeftAt: NOW })] });
    await its.its.given({
      practitioners: [aPractitioner({ sites: [{ outcode: 'CT1', town: 'Canterbury', place: 'east-kent' }] })],
    });
    return its;
  };

  it('has a button for what would help, whose second press changes nothing', async () => {
    const { its, home, act, stored } = await stuck();
    const [, minutes = ''] = /name="maxMinutes" value="(\d+)"/u.exec((await home()).body) ?? [];
    expect(Number(minutes)).toBeGreaterThan(30);
    expect((await act('widen', { maxMinutes: [minutes] })).status).toBe(303);
    expect((await stored()).maxMinutes).toBe(Number(minutes));
    const rows = its.table.rows();
    await act('widen', { maxMinutes: [minutes] });
    expect(its.table.rows()).toEqual(rows);
  });

  it('never narrows a request', async () => {
    const { act, stored } = await stuck();
    await act('widen', { maxMinutes: ['5'] });
    expect((await stored()).maxMinutes).toBe(30);
  });
});

describe('pausing', () => {
  it('asks nobody, takes back a live offer and goes on with the place in the queue', async () => {
    const { its, act, stored, offer, home } = await asked();
    await act('pause');
    expect(await stored()).toMatchObject({ state: 'paused', seats: [{ state: 'vacant' }] });
    expect(await offer()).toMatchObject({ state: 'withdrawn' });
    expect((await home()).body).toContain('Go on with the search');
    const rows = its.table.rows();
    await act('pause');
    expect(its.table.rows()).toEqual(rows);
    await act('resume');
    expect(await stored()).toMatchObject({ state: 'open', createdAt: aRequest().createdAt });
    expect(its.mails()).toEqual([
      'practitioner-offer-withdrawn',
      'requester-request-paused',
      'requester-request-resumed',
    ]);
  });

  it('is not possible once everybody has agreed', async () => {
    const { act } = await withRequest({ state: 'matched', seats: [aSeat({ state: 'filled' })] });
    expect((await act('pause')).status).toBe(404);
  });
});

describe('withdrawing and asking again', () => {
  it('keeps the reason, which the audit has as a code and an erasure removes', async () => {
    const { its, act, stored } = await withRequest();
    await act('withdraw', { decision: ['yes'], reason: ['funding'], words: ['Ask Nia about it'] });
    expect(await stored()).toMatchObject({
      state: 'withdrawn',
      withdrawal: { reason: 'funding', words: 'Ask Nia about it' },
    });
    expect((await its.audit.of('request#req1')).at(-1)?.facts).toMatchObject({ because: 'funding' });
    await act('erase', { decision: ['yes'] });
    expect(JSON.stringify(its.table.rows())).not.toContain('Nia');
  });

  it('needs no reason', async () => {
    const { act, stored } = await withRequest();
    await act('withdraw', { decision: ['yes'] });
    expect(await stored()).toMatchObject({ state: 'withdrawn' });
    expect((await stored()).withdrawal).toBeUndefined();
  });

  it('opens the form with everything filled in', async () => {
    const { its, look, home } = await withRequest({ state: 'withdrawn' });
    expect((await home()).body).toContain('Ask again with these answers');
    const { status, headers } = await look('ask-again');
    expect(status).toBe(303);
    const { pathname, searchParams } = new URL(String(headers['location']), 'https://dpp.example');
    const query = Object.fromEntries([...searchParams].map(([name, value]) => [name, [value]]));
    const form = await seen(its.request, { step: pathname.split('/').at(-1) ?? '' }, query);
    // The lead is missing from the answers of the request, so that the form opens there.
    const page = await seen(its.request, { step: 'what-you-will-prescribe' }, query);
    expect(form.status).toBeLessThan(400);
    expect(page.body).toContain('Adults with hypertension in primary care.');
  });
});
