import { expect, test } from 'vitest';
import { nounChanges } from '../../../functions/store/noun-changes.ts';
import { feedback } from '../../../functions/matching/matches/feedback.ts';
import type { HttpRequest } from '../../../functions/web/http/http-message.ts';
import { linkRepository } from '../../../functions/store/repositories/link-repository.ts';
import { aMatch, anOffer, aPractitioner, aRequest, aSeat } from '../../support/builders.ts';
import { anHttpRequest } from '../../support/http-event.ts';
import { scene } from '../../support/matching-scene.ts';

const tokens = { practitioner: 'p'.repeat(43), requester: 'r'.repeat(43) };
type Side = keyof typeof tokens;

/** A current match, with one feedback link for the DPP and one for the learner. */
const matched = async () => {
  const { id: matchId, requestId, seatId, from, to } = aMatch();
  const s = await scene({
    requests: [
      aRequest({
        state: 'matched',
        seats: [aSeat({ state: 'filled', offerId: 'offer1', practitionerId: 'dpp1', matchId })],
      }),
    ],
    practitioners: [
      aPractitioner({ commitments: [{ matchId, requestId, seatId, from, to, university: 'medway' }] }),
    ],
    offers: [anOffer({ state: 'accepted', matchId })],
    matches: [aMatch({ state: 'started', endingAskedAt: '2026-11-20T07:00:00.000Z' })],
  });
  const expiresAt = '2027-12-31T00:00:00.000Z';
  for (const recipient of ['practitioner', 'requester'] as const)
    await s.table.commit([
      linkRepository(s.table).mint({ kind: 'feedback', recipient, matchId, expiresAt }, tokens[recipient]),
    ]);
  const { show, answer } = feedback(s.deps);
  const base = (side: Side): HttpRequest =>
    anHttpRequest({
      method: 'POST',
      path: `/feedback/${tokens[side]}`,
      params: { token: tokens[side] },
      wantsJson: true,
    });
  Object.assign(s.calls, { get: 0, query: 0, commit: 0 });
  return {
    ...s,
    post: (json: unknown, side: Side = 'requester') => answer({ ...base(side), json }),
    form: (form: HttpRequest['form'], side: Side = 'requester') =>
      answer({ ...base(side), form, wantsJson: false }),
    page: (side: Side = 'requester') => show({ ...base(side), method: 'GET', wantsJson: false }),
  };
};

test('opening the page changes nothing and asks for the state of the match', async () => {
  const s = await matched();
  const rows = JSON.stringify(s.table.rows());
  const { status, body } = await s.page();
  expect(status).toBe(200);
  expect(body).toContain('Is the period of learning in practice over?');
  expect(body).not.toMatch(/checked/u);
  expect(JSON.stringify(s.table.rows())).toBe(rows);
});

test('completing frees the place, completes the request and asks both for feedback, in six calls', async () => {
  const s = await matched();
  const reply = await s.post({ outcome: 'completed' });
  expect(JSON.parse(reply.body)).toMatchObject({
    state: 'completed',
    asks: ['rating', 'wouldAgain', 'comment'],
  });
  expect(s.calls.get + s.calls.query + s.calls.commit).toBeLessThanOrEqual(6);
  expect((await s.practitioner()).commitments).toEqual([]);
  expect((await s.request()).state).toBe('completed');
  expect(s.emailNames()).toEqual(['practitioner-feedback-asked', 'requester-feedback-asked']);
  const rows = JSON.stringify(s.table.rows());
  expect((await s.post({ outcome: 'completed' }, 'practitioner')).status).toBe(200);
  expect(JSON.stringify(s.table.rows())).toBe(rows);
});

test('each side’s feedback is kept once', async () => {
  const s = await matched();
  await s.form({ outcome: ['completed'] });
  expect((await s.page()).body).toContain('How did the supervision go?');
  const thanks = await s.form({ rating: ['5'], wouldAgain: ['yes'], comment: ['Kind'] });
  expect(thanks.body).toContain('Thank you for your feedback');
  await s.post({ rating: 4, wouldAgain: false }, 'practitioner');
  await s.post({ rating: 1, wouldAgain: false });
  expect(await s.match()).toMatchObject({
    learnerFeedback: { rating: 5, wouldAgain: true, comment: 'Kind' },
    practitionerFeedback: { rating: 4, wouldAgain: false },
  });
});

test('ended early needs a reason; the seat is then sought again at the front', async () => {
  const s = await matched();
  const page = await s.form({ outcome: ['ended-early'] });
  expect(page.status).toBe(422);
  expect(page.body).toContain('Select why the period ended early');
  await s.form({ outcome: ['ended-early'], reason: ['not-working'] });
  expect(await s.match()).toMatchObject({ state: 'ended-early', endReason: 'not-working' });
  expect(await s.request()).toMatchObject({ state: 'open', reopenedAt: s.now() });
  expect((await s.request()).seats[0]?.tried.map(({ outcome }) => outcome)).toEqual(['left']);
  expect((await s.practitioner()).commitments).toEqual([]);
  expect(s.emailNames()).toContain('requester-seat-reopened');
});

test('a learner who left withdraws the whole request', async () => {
  const s = await matched();
  const reply = await s.post({ outcome: 'ended-early', reason: 'learner-left' }, 'practitioner');
  expect(reply.status).toBe(200);
  expect(s.calls.get + s.calls.query + s.calls.commit).toBeLessThanOrEqual(6);
  expect((await s.request()).state).toBe('withdrawn');
  expect(await s.match()).toMatchObject({ state: 'ended-early', endReason: 'learner-left' });
  expect((await s.practitioner()).commitments).toEqual([]);
});

test('more time keeps the place until the new day, and both are asked again', async () => {
  const s = await matched();
  const same = await s.form({
    outcome: ['longer'],
    'until-day': ['31'],
    'until-month': ['7'],
    'until-year': ['2027'],
  });
  expect(same.status).toBe(422);
  expect(same.body).toContain('New last day must be later than the old one');
  await s.post({ outcome: 'longer', until: '2027-08-31' });
  expect(await s.match()).toMatchObject({ state: 'started', to: '2027-08-31' });
  expect(await s.match()).not.toHaveProperty('endingAskedAt');
  expect((await s.practitioner()).commitments[0]?.to).toBe('2027-08-31');
});

test('more time is refused when somebody else was promised the place, and the page says what to do', async () => {
  const s = await matched();
  const next = {
    matchId: 'match2',
    requestId: 'req2',
    seatId: 'seat1',
    from: '2027-08-20',
    to: '2027-12-31',
    university: 'medway',
  };
  const before = await s.practitioner();
  const { commitments } = before;
  for (const change of nounChanges(s.table, {
    practitioners: [{ ...before, commitments: [...commitments, next] }],
  }))
    await s.table.commit([change]);
  const rows = JSON.stringify(s.table.rows());
  const taken = await s.post({ outcome: 'longer', until: '2027-08-20' });
  expect(taken.status).toBe(422);
  expect(JSON.parse(taken.body)).toMatchObject({ errors: [{ field: 'until' }] });
  const page = await s.form({
    outcome: ['longer'],
    'until-day': ['31'],
    'until-month': ['8'],
    'until-year': ['2027'],
  });
  expect(page.body).toContain('Another learner has this place before the new last day');
  expect(JSON.stringify(s.table.rows())).toBe(rows);
  expect((await s.post({ outcome: 'longer', until: '2027-08-19' })).status).toBe(200);
});

test('feedback before the end is refused', async () => {
  const s = await matched();
  expect((await s.post({ rating: '5', wouldAgain: true })).status).toBe(409);
});
