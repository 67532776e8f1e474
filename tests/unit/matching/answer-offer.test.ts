import { expect, test } from 'vitest';
import { nounChanges } from '../../../functions/store/noun-changes.ts';
import { answerOffer } from '../../../functions/matching/offers/answer-offer.ts';
import type { HttpRequest } from '../../../functions/web/http/http-message.ts';
import { linkRepository } from '../../../functions/store/repositories/link-repository.ts';
import { placesFree } from '../../../shared/capacity/capacity.ts';
import { periodOf } from '../../../shared/requests/request.ts';
import { anOffer, aPractitioner, aRequest, aSeat } from '../../support/builders.ts';
import { anHttpRequest } from '../../support/http-event.ts';
import { scene } from '../../support/matching-scene.ts';

const tokenOf = (offerId: string): string => offerId.padEnd(43, 'A');
const pendingOf = (offerId: string) => ({ offerId, from: '2027-02-01', to: '2027-07-31', holdsPlace: false });
const offeredSeat = (offerId: string) => aSeat({ state: 'offered', offerId, practitionerId: 'dpp1' });

/** A DPP with one place and, for each id, a learner with a pending offer of that place. */
const asked = async (ids: readonly string[] = ['offer1'], changes: Parameters<typeof aRequest>[0] = {}) => {
  const s = await scene({
    requests: ids.map((id, index) =>
      aRequest({
        id: `req${index + 1}`,
        email: `${id}@learner.example`,
        seats: [offeredSeat(id)],
        ...changes,
      }),
    ),
    practitioners: [aPractitioner({ pendingOffers: ids.map(pendingOf) })],
    offers: ids.map((id, index) => anOffer({ id, requestId: `req${index + 1}` })),
  });
  for (const offerId of ids)
    await s.table.commit([
      linkRepository(s.table).mint(
        {
          kind: 'offer',
          recipient: 'practitioner',
          practitionerId: 'dpp1',
          offerId,
          expiresAt: '2027-01-20T00:00:00.000Z',
        },
        tokenOf(offerId),
      ),
    ]);
  const { show, answer } = answerOffer(s.deps);
  const base = (offerId: string): HttpRequest =>
    anHttpRequest({
      method: 'POST',
      path: `/offers/${tokenOf(offerId)}`,
      params: { token: tokenOf(offerId) },
      wantsJson: true,
    });
  Object.assign(s.calls, { get: 0, query: 0, commit: 0 });
  return {
    ...s,
    post: (json: unknown, offerId = 'offer1') => answer({ ...base(offerId), json }),
    form: (form: HttpRequest['form'], offerId = 'offer1') =>
      answer({ ...base(offerId), form, wantsJson: false }),
    page: (offerId = 'offer1', query: HttpRequest['query'] = {}) =>
      show({ ...base(offerId), method: 'GET', wantsJson: false, query }),
    json: (offerId = 'offer1') => show({ ...base(offerId), method: 'GET' }),
  };
};

const resultOf = ({ body }: { readonly body: string }): string =>
  (JSON.parse(body) as { result: string }).result;

test('the page says who acts, what is asked and why, with nothing preselected, and changes nothing', async () => {
  const s = await asked();
  const before = JSON.stringify(s.table.rows());
  const { status, body } = await s.page();
  expect(status).toBe(200);
  expect(body).toContain('You are answering as Amara Example.');
  expect(body).toContain('Lee');
  expect(body).not.toContain('Learner@');
  expect(body).not.toContain('lee@learner.example');
  expect(body).toContain('Why we are asking you');
  expect(body).not.toMatch(/checked/u);
  expect(JSON.stringify(s.table.rows())).toBe(before);
  expect(JSON.parse((await s.json()).body)).toMatchObject({ state: 'pending', role: 'dpp' });
});

test('above accept and decline the page says what a DPP decides by, and asks for no reason yet', async () => {
  const s = await asked(['offer1'], { hours: 90, remoteAcceptable: true, employerSupport: true });
  const { body } = await s.page();
  const facts = body.slice(body.indexOf('The learner</h2>'), body.indexOf('>Accept</button>'));
  for (const words of [
    'Cardiovascular and hypertension',
    '20 hours, 90 in all: about 1 hour a week',
    '70 hours of 90 may be with colleagues',
    '1 February 2027 to 31 July 2027',
    '4 January 2027',
    'We do not know how far that is',
    'Part of it may be remote',
    'The employer supports the course.',
    'Answer by 9:15am on 27 November 2026',
  ])
    expect(facts).toContain(words);
  expect(body.indexOf('>Accept</button>')).toBeLessThan(body.indexOf('>Decline</button>'));
  expect(body).not.toContain('name="reason"');
  expect(body).not.toContain('name="conflicts"');
  expect(JSON.parse((await s.json()).body)).toMatchObject({
    learner: { hours: 20, hoursAWeek: 1, signOffNeededBy: '2027-01-04', employerSupport: true },
  });
});

test('the questions of an answer appear when it is chosen, without script, and nothing is changed', async () => {
  const s = await asked();
  const before = JSON.stringify(s.table.rows());
  const accepting = (await s.page('offer1', { answer: ['accept'] })).body;
  expect(accepting).toContain('name="conflicts"');
  expect(accepting).not.toContain('name="reason"');
  expect(accepting).toContain('name="decision" value="accept"');
  const declining = (await s.page('offer1', { answer: ['decline'] })).body;
  expect(declining).toContain('name="reason"');
  expect(declining).not.toContain('name="conflicts"');
  expect((await s.page('offer1', { answer: ['perhaps'] })).body).toContain('>Accept</button>');
  expect(JSON.stringify(s.table.rows())).toBe(before);
});

test('the learner’s first name is the same on the page, for programs and in the e-mail', async () => {
  const s = await asked(['offer1'], { requesterName: 'Dr Amara Okafor' });
  expect((await s.page()).body).toMatch(/Learner<\/dt>\s*<dd[^>]*>Amara</u);
  expect(JSON.parse((await s.json()).body)).toMatchObject({ learner: { firstName: 'Amara' } });
});

test('nobody is their own back-up, in whatever case they write their address', async () => {
  const s = await asked();
  for (const backUpEmail of ['amara@dpp.example', 'AMARA@DPP.example', 'amara+dpp@dpp.example']) {
    const reply = await s.post({ decision: 'accept', backUpEmail });
    expect(reply.status).toBe(422);
    expect(reply.body).toContain('Enter the email address of somebody else');
  }
  expect(s.matches()).toEqual([]);
});

test('an acceptance takes the place, fills the seat, agrees the match and writes to both sides, in six calls', async () => {
  const s = await asked(['offer1', 'offer2']);
  const reply = await s.post({
    decision: 'accept',
    backUpName: 'Ben Backup',
    backUpEmail: 'ben@dpp.example',
  });
  expect(reply.status).toBe(200);
  expect(resultOf(reply)).toBe('accepted');
  expect(s.calls.get + s.calls.query + s.calls.commit).toBeLessThanOrEqual(6);
  const [match] = s.matches();
  expect(match).toMatchObject({ state: 'agreed', practitionerId: 'dpp1', requestId: 'req1', hours: 20 });
  expect((await s.request()).state).toBe('matched');
  expect((await s.request()).seats[0]).toMatchObject({ state: 'filled', matchId: match!.id });
  const practitioner = await s.practitioner();
  expect(practitioner.commitments.map(({ matchId }) => matchId)).toEqual([match!.id]);
  expect(practitioner.pendingOffers).toEqual([]);
  expect(practitioner.backUpEmail).toBe('ben@dpp.example');
  expect((await s.offer('offer2')).state).toBe('withdrawn');
  expect((await s.request('req2')).seats[0]).toMatchObject({ state: 'vacant', tried: [] });
  expect(s.emailNames()).toEqual([
    'named-in-listing',
    'practitioner-match-agreed',
    'practitioner-offer-withdrawn',
    'requester-match-agreed',
    'requester-offer-taken-back',
  ]);
});

test('of ten simultaneous acceptances of the last place one wins, nine see that it is filled, and one set of e-mails is sent', async () => {
  const ids = Array.from({ length: 10 }, (_, index) => `offer${index + 1}`);
  const s = await asked(ids);
  const replies = await Promise.all(ids.map((id) => s.post({ decision: 'accept' }, id)));
  expect(replies.filter(({ status }) => status === 200)).toHaveLength(1);
  const others = replies.filter(({ status }) => status !== 200);
  expect(others.map(({ status }) => status)).toEqual(Array(9).fill(409));
  expect(new Set(others.map(({ body }) => (JSON.parse(body) as { type: string }).type))).toEqual(
    new Set(['urn:dpp-match:problem:offer-already-filled']),
  );
  expect(s.matches()).toHaveLength(1);
  expect(s.emailNames().filter((name) => name.endsWith('match-agreed'))).toHaveLength(2);
  expect(placesFree(await s.practitioner(), periodOf(aRequest()))).toBe(0);
});

test('the same answer again shows the same result and writes nothing', async () => {
  const s = await asked();
  const first = await s.post({ decision: 'accept' });
  const rows = JSON.stringify(s.table.rows());
  const again = await Promise.all([s.post({ decision: 'accept' }), s.form({ decision: ['accept'] })]);
  expect(again[0].body).toBe(first.body);
  expect(again[1].status).toBe(200);
  expect(again[1].body).toContain('You have accepted');
  expect(JSON.stringify(s.table.rows())).toBe(rows);
});

test('a decline needs a reason: the page comes back with the words and every answer kept', async () => {
  const s = await asked();
  const page = await s.form({ decision: ['decline'], note: ['Busy <term>'] });
  expect(page.status).toBe(422);
  expect(page.body).toContain('Select why you cannot supervise this learner');
  expect(page.body).toContain('Busy &lt;term');
  const json = await s.post({ decision: 'decline' });
  expect(JSON.parse(json.body)).toMatchObject({ status: 422, errors: [{ field: 'reason' }] });
  const nothing = await s.form({});
  expect(nothing.body).toContain('Select whether you can supervise this learner');
  expect(s.calls.commit).toBe(0);
});

test('a decline with a reason frees the seat and remembers who was asked', async () => {
  const s = await asked();
  expect(resultOf(await s.post({ decision: 'decline', reason: 'no-time' }))).toBe('declined');
  expect((await s.request()).seats[0]).toMatchObject({
    state: 'vacant',
    tried: [{ practitionerId: 'dpp1', outcome: 'declined' }],
  });
  expect((await s.practitioner()).pendingOffers).toEqual([]);
  expect(s.emailNames()).toEqual(['requester-offer-declined']);
});

test('after accepting, the DPP reads who, how to reach them, what to do next and when, and can undo it', async () => {
  const s = await asked();
  await s.post({ decision: 'accept' });
  const { body } = await s.page();
  for (const words of [
    'You have accepted',
    'Lee Learner',
    'offer1@learner.example',
    'Write to the learner this week',
    '1 February 2027 to 31 July 2027',
    '?dates=ics',
    'Email me a link to my page',
    'Undo my answer',
  ])
    expect(body).toContain(words);
  expect(JSON.parse((await s.json()).body)).toMatchObject({
    contact: expect.arrayContaining([{ label: 'Work email', value: 'offer1@learner.example' }]) as unknown,
    from: '2027-02-01',
  });
  const dates = await s.page('offer1', { dates: ['ics'] });
  expect(dates.headers['content-type']).toBe('text/calendar; charset=utf-8');
  expect(dates.body).toContain('DTSTART;VALUE=DATE:20270201\r\n');
  expect(dates.body).toContain('SUMMARY:Supervision with Lee starts\r\n');
});

test('the lead who supported the request by one press is told that a DPP accepted, another lead is not', async () => {
  const answer = (counts: boolean) => ({ says: 'supports' as const, at: '2026-11-20T09:15:00.000Z', counts });
  for (const [counts, mails] of [
    [true, 1],
    [false, 0],
  ] as const) {
    const s = await asked(['offer1'], {
      nmpLeadName: 'Nina Lead',
      nmpLeadEmail: 'nina@trust.example',
      support: { since: '2026-11-20T09:15:00.000Z', answer: answer(counts) },
    });
    await s.post({ decision: 'accept' });
    expect(s.emailNames().filter((name) => name === 'lead-match-agreed')).toHaveLength(mails);
  }
});

test('before accepting, nobody reads how to reach the learner', async () => {
  const s = await asked();
  const pages = [await s.page(), await s.page('offer1', { dates: ['ics'] }), await s.json()];
  for (const { body } of pages) expect(body).not.toContain('offer1@learner.example');
});

test('the opposite answer says what was decided and offers to undo it', async () => {
  const s = await asked();
  await s.post({ decision: 'accept' });
  const page = await s.form({ decision: ['decline'], reason: ['no-time'] });
  expect(page.status).toBe(409);
  expect(page.body).toContain('You have already accepted this request');
  expect(page.body).toContain('Undo my answer');
  const json = await s.post({ decision: 'decline', reason: 'no-time' });
  expect(JSON.parse(json.body)).toMatchObject({ type: 'urn:dpp-match:problem:offer-already-accepted' });
  expect((await s.offer()).state).toBe('accepted');
});

test('an acceptance can be undone for an hour: the place is free and the offer waits again', async () => {
  const s = await asked();
  await s.post({ decision: 'accept' });
  s.at('2026-11-21T09:59:59.999Z');
  expect(resultOf(await s.form({ decision: ['undo'] }).then(() => s.post({ decision: 'undo' })))).toBe(
    'asked-again',
  );
  expect((await s.offer()).state).toBe('pending');
  expect((await s.practitioner()).commitments).toEqual([]);
  expect((await s.request()).state).toBe('open');
  expect(s.matches()[0]?.state).toBe('undone');
  expect(resultOf(await s.post({ decision: 'decline', reason: 'too-far' }))).toBe('declined');
});

test('after the hour nothing is undone', async () => {
  const s = await asked();
  await s.post({ decision: 'accept' });
  s.at('2026-11-21T10:00:00.000Z');
  const reply = await s.post({ decision: 'undo' });
  expect(reply.status).toBe(409);
  expect(JSON.parse(reply.body)).toMatchObject({ type: 'urn:dpp-match:problem:undo-too-late' });
  expect((await s.offer()).state).toBe('accepted');
  expect((await s.page()).body).not.toContain('Undo my answer');
});

test('a decline that is undone after the next was asked leaves the practitioner willing', async () => {
  const s = await asked();
  await s.post({ decision: 'decline', reason: 'no-time' });
  const request = await s.request();
  const [seat] = request.seats;
  const next = { ...seat!, state: 'offered' as const, offerId: 'next', practitionerId: 'dpp2' };
  await s.table.commit(nounChanges(s.table, { requests: [{ ...request, seats: [next] }] }));
  expect(resultOf(await s.post({ decision: 'undo' }))).toBe('willing');
  expect((await s.request()).seats[0]).toMatchObject({ offerId: 'next', tried: [] });
  expect((await s.offer()).state).toBe('declined');
  const rows = JSON.stringify(s.table.rows());
  expect(resultOf(await s.post({ decision: 'undo' }))).toBe('willing');
  expect(JSON.stringify(s.table.rows())).toBe(rows);
});

test('an acceptance with a declared conflict goes to the team and agrees nothing', async () => {
  const s = await asked();
  const reply = await s.form({ decision: ['accept'], conflicts: ['line-manager'] });
  expect(reply.body).toContain('The programme team will look at your conflict of interest');
  expect(s.matches()).toEqual([]);
  expect((await s.request()).conflicts).toEqual([
    { kind: 'line-manager', practitionerId: 'dpp1', decision: { is: 'undecided' } },
  ]);
  expect((await s.request()).seats[0]?.state).toBe('vacant');
  expect(s.emailNames()).toEqual(['team-conflict-declared']);
});

test('an expired offer cannot be accepted, even before the schedule marks it lapsed', async () => {
  const s = await asked();
  s.at('2026-11-27T09:15:00.000Z');
  const reply = await s.post({ decision: 'accept' });
  expect(reply.status).toBe(410);
  expect(JSON.parse(reply.body)).toMatchObject({ type: 'urn:dpp-match:problem:offer-lapsed' });
  expect((await s.page()).status).toBe(410);
  expect(s.matches()).toEqual([]);
});

test('an unknown link, an expired one and one of another kind get the same answer', async () => {
  const s = await asked();
  const unknown = await s.post({ decision: 'accept' }, 'offer9');
  s.at('2027-01-20T00:00:00.000Z');
  const expired = await s.post({ decision: 'accept' });
  expect([unknown.status, expired.status]).toEqual([410, 410]);
  expect(unknown.body).toBe(expired.body);
});

test('unknown fields and wrong types are named and write nothing', async () => {
  const s = await asked();
  const reply = await s.post({ decision: 7, surprise: true });
  expect(reply.status).toBe(422);
  const { errors } = JSON.parse(reply.body) as { errors: readonly { field: string }[] };
  expect(errors.map(({ field }) => field).toSorted()).toEqual(['decision', 'surprise']);
  expect(s.calls.commit).toBe(0);
});
