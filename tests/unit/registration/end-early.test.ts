import { describe, expect, it } from 'vitest';
import { epochOf } from '../../../shared/kernel/time.ts';
import { NOW, aMatch, anOffer, aPractitioner, aRequest, aSeat } from '../../support/builders.ts';
import { registrationService, seen, sent, sentJson } from '../../support/registration-service.ts';

const commitment = {
  matchId: 'match1',
  requestId: 'req1',
  seatId: 'seat1',
  from: '2027-02-01',
  to: '2027-07-31',
  university: 'medway',
};

const HALF_WAY = '2027-05-02T09:00:00.000Z';

/** A learner who is half way through 90 hours with a DPP; each has a page of their own. */
const halfWay = async (changes: Parameters<typeof aRequest>[0] = {}) => {
  const its = registrationService();
  its.pass(epochOf(HALF_WAY) - epochOf(NOW));
  await its.given({
    practitioners: [aPractitioner({ commitments: [commitment] })],
    requests: [
      aRequest({
        state: 'matched',
        seats: [
          aSeat({ state: 'filled', hours: 90, offerId: 'offer1', practitionerId: 'dpp1', matchId: 'match1' }),
        ],
        ...changes,
      }),
    ],
    offers: [anOffer({ state: 'accepted', matchId: 'match1', decidedAt: NOW })],
    matches: [aMatch({ state: 'started', hours: 90, from: '2027-02-01', to: '2027-07-31' })],
  });
  const tokens = {
    dpp: await its.link({ kind: 'manage', recipient: 'practitioner', practitionerId: 'dpp1' }),
    learner: await its.link({ kind: 'status', recipient: 'requester', requestId: 'req1' }),
  };
  const of = { dpp: its.manage, learner: its.status };
  const pages = (who: 'dpp' | 'learner') => ({ show: of[who].showAction, take: of[who].takeAction });
  return {
    its,
    look: (who: 'dpp' | 'learner', action = 'end-match1') => seen(pages(who), { token: tokens[who], action }),
    press: (who: 'dpp' | 'learner', form: Record<string, readonly string[]>) =>
      sent(pages(who), { token: tokens[who], action: 'end-match1' }, form),
    json: (who: 'dpp' | 'learner', body: unknown, action = 'end-match1') =>
      sentJson(pages(who).take, body, { token: tokens[who], action }),
    home: (who: 'dpp' | 'learner') => seen(of[who], { token: tokens[who] }),
    match: () => its.matches.find('match1'),
    request: () => its.requests.findPresent('req1'),
    ledger: () => its.ofKind('ledger').map((row) => (row['entry'] as { readonly hours: number }).hours),
  };
};

const broke = { reason: 'broke-down', hoursDone: 30, decision: 'yes' };

describe('ending one match early', () => {
  it('is offered to both sides on their own pages, with reasons that fit the side', async () => {
    const one = await halfWay();
    expect((await one.home('dpp')).body).toContain('/end-match1');
    expect((await one.home('learner')).body).toContain('/end-match1');
    const [dpp, learner] = [(await one.look('dpp')).body, (await one.look('learner')).body];
    expect(dpp).toContain('I cannot sign the learner off');
    expect(dpp).not.toContain('My funding was withdrawn');
    expect(learner).toContain('My funding was withdrawn');
    expect(learner).not.toContain('I cannot sign the learner off');
    expect(dpp).toContain('value="44"');
  });

  it('asks whether the person is sure before anything changes, without JavaScript', async () => {
    const one = await halfWay();
    const rows = JSON.stringify(one.its.table.rows());
    const second = await one.press('dpp', { reason: ['broke-down'], hoursDone: ['30'] });
    expect(second.body).toContain('The DPP told us that the placement is not working for them.');
    expect(second.body).toContain('for the 60 hours left');
    const form = { reason: ['broke-down'], hoursDone: ['30'], second: ['yes'] };
    expect((await one.press('dpp', form)).status).toBe(422);
    expect((await one.press('dpp', { ...form, decision: ['no'] })).status).toBe(303);
    expect(JSON.stringify(one.its.table.rows())).toBe(rows);
    expect((await one.press('dpp', { ...form, decision: ['yes'] })).body).toContain('It has ended');
    expect(await one.match()).toMatchObject({
      state: 'ended-early',
      endReason: 'not-working',
      ending: { by: 'practitioner', cause: 'broke-down', hoursDone: 30 },
    });
  });

  it('names the field of a bad answer in page and JSON, and writes nothing', async () => {
    const one = await halfWay();
    const rows = JSON.stringify(one.its.table.rows());
    expect((await one.press('dpp', { hoursDone: ['91'] })).body).toContain(
      'Hours done must be between 0 and 90',
    );
    const bad = await one.json('learner', { ...broke, reason: 'dpp-is-rude' });
    expect(bad.status).toBe(422);
    expect(bad.body).toContain('"reason"');
    expect((await one.json('learner', { reason: 'other', hoursDone: 3 })).body).toContain('"decision"');
    expect(JSON.stringify(one.its.table.rows())).toBe(rows);
  });

  it('opens the seat in front for the hours that are left, and keeps the hours done in the ledger', async () => {
    const one = await halfWay();
    await one.json('learner', broke);
    const request = await one.request();
    expect(request).toMatchObject({ state: 'open', reopenedAt: HALF_WAY });
    expect(request?.seats[0]).toMatchObject({ state: 'vacant', hours: 60, hoursDone: 30 });
    expect(request?.seats[0]?.tried).toMatchObject([{ practitionerId: 'dpp1', outcome: 'left' }]);
    expect((await one.its.practitioners.findPresent('dpp1'))?.commitments).toEqual([]);
    expect(one.ledger()).toEqual([-60, -60]);
    expect((await one.home('learner')).body).toContain('30 hours done before count');
  });

  it('tells the other side, the team, and the lead who supported the request', async () => {
    const one = await halfWay({
      nmpLeadName: 'Nina Lead',
      nmpLeadEmail: 'nina@learner.example',
      support: { since: NOW, answer: { says: 'supports', at: NOW, counts: true } },
    });
    await one.json('dpp', broke);
    expect(one.its.mails()).toEqual(
      expect.arrayContaining(['requester-seat-reopened', 'team-match-ended', 'lead-match-ended']),
    );
    expect(one.its.mails()).not.toContain('practitioner-match-ended');
    const other = await halfWay();
    await other.json('learner', { ...broke, reason: 'dpp-moves' });
    expect(other.its.mails()).toContain('practitioner-match-ended');
    expect(other.its.mails()).not.toContain('lead-match-ended');
    expect(other.its.mails()).not.toContain('team-match-ended');
  });

  it.each(['not-signed-off', 'funding', 'course-closed', 'suspended', 'learner-left'])(
    'ends the request too for the reason %s, because no other DPP is needed for now',
    async (reason) => {
      const one = await halfWay();
      await one.json('learner', { ...broke, reason });
      expect(await one.request()).toMatchObject({ state: 'withdrawn' });
      expect(await one.match()).toMatchObject({ state: 'ended-early', ending: { cause: reason } });
      expect(one.ledger()).toEqual([-60, -60]);
    },
  );

  it('changes nothing when it is repeated, and audits codes and ids only', async () => {
    const one = await halfWay();
    await one.json('dpp', broke);
    const rows = JSON.stringify(one.its.table.rows());
    expect((await one.json('dpp', { ...broke, hoursDone: 50 })).status).toBe(200);
    expect((await one.look('learner')).body).toContain('It has ended');
    expect(JSON.stringify(one.its.table.rows())).toBe(rows);
    expect(one.its.ofKind('audit').map(({ action, facts, actor }) => ({ action, facts, actor }))).toEqual([
      {
        action: 'match-ended-early',
        actor: 'practitioner',
        facts: { match: 'match1', cause: 'broke-down' },
      },
    ]);
  });

  it('does not show or end the match of somebody else', async () => {
    const one = await halfWay();
    await one.its.given({ matches: [aMatch({ id: 'match2', practitionerId: 'dpp2', requestId: 'req2' })] });
    expect((await one.look('dpp', 'end-match2')).status).toBe(404);
    expect((await one.json('learner', broke, 'end-match2')).status).toBe(404);
    expect((await one.look('learner', 'end-nothing')).status).toBe(404);
  });
});
