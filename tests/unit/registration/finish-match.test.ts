import { describe, expect, it } from 'vitest';
import { epochOf } from '../../../shared/kernel/time.ts';
import { NOW, aMatch, anOffer, aPractitioner, aRequest, aSeat } from '../../support/builders.ts';
import { registrationService, seen, sent, sentJson } from '../../support/registration-service.ts';

/** A match whose hours may be done before its last day; both sides have a page of their own. */
const underWay = async (today = '2027-06-20T09:00:00.000Z') => {
  const its = registrationService();
  its.pass(epochOf(today) - epochOf(NOW));
  const days = { from: '2027-02-01', to: '2027-07-31' };
  await its.given({
    practitioners: [
      aPractitioner({
        commitments: [
          { matchId: 'match1', requestId: 'req1', seatId: 'seat1', ...days, university: 'medway' },
        ],
      }),
    ],
    requests: [
      aRequest({
        state: 'matched',
        seats: [aSeat({ state: 'filled', offerId: 'offer1', practitionerId: 'dpp1', matchId: 'match1' })],
      }),
    ],
    offers: [anOffer({ state: 'accepted', matchId: 'match1', decidedAt: NOW })],
    matches: [aMatch({ state: 'started', ...days })],
  });
  const tokens = {
    dpp: await its.link({ kind: 'manage', recipient: 'practitioner', practitionerId: 'dpp1' }),
    learner: await its.link({ kind: 'status', recipient: 'requester', requestId: 'req1' }),
  };
  const of = { dpp: its.manage, learner: its.status };
  const params = (who: 'dpp' | 'learner') => ({ token: tokens[who], action: 'finish-match1' });
  const pages = (who: 'dpp' | 'learner') => ({ show: of[who].showAction, take: of[who].takeAction });
  return {
    its,
    home: (who: 'dpp' | 'learner') => seen(of[who], { token: tokens[who] }),
    look: (who: 'dpp' | 'learner') => seen(pages(who), params(who)),
    press: (who: 'dpp' | 'learner', decision?: string) =>
      sent(pages(who), params(who), decision === undefined ? {} : { decision: [decision] }),
    json: (who: 'dpp' | 'learner') => sentJson(pages(who).take, { decision: 'yes' }, params(who)),
    match: () => its.matches.find('match1'),
    rows: () => JSON.stringify(its.table.rows()),
  };
};

describe('hours that are done before the last day', () => {
  it('are complete only when both sides say so; the first asks the other', async () => {
    const one = await underWay();
    expect((await one.home('learner')).body).toContain('/finish-match1');
    expect((await one.press('learner', 'yes')).body).toContain('We have asked Amara');
    expect(await one.match()).toMatchObject({
      state: 'started',
      finishedSaid: { requester: '2027-06-20T09:00:00.000Z' },
    });
    expect(one.its.mails()).toEqual(['practitioner-match-finished']);
    expect((await one.home('dpp')).body).toContain('The learner has said so already.');
    expect((await one.look('dpp')).body).toContain('has said so already');
    expect((await one.json('dpp')).body).toContain('"status":"completed"');
    expect(await one.match()).toMatchObject({ state: 'completed' });
    expect((await one.its.practitioners.findPresent('dpp1'))?.commitments).toEqual([]);
    expect((await one.its.requests.findPresent('req1'))?.state).toBe('completed');
    expect(one.its.ofKind('ledger')).toEqual([]);
  });

  it('change nothing when one side says it again, says no, or says nothing', async () => {
    const one = await underWay();
    const before = one.rows();
    expect((await one.press('dpp')).status).toBe(422);
    expect((await one.press('dpp', 'no')).status).toBe(303);
    await one.look('dpp');
    expect(one.rows()).toBe(before);
    await one.press('dpp', 'yes');
    expect(one.its.mails()).toEqual(['requester-match-finished']);
    const said = one.rows();
    await one.press('dpp', 'yes');
    expect(one.rows()).toBe(said);
    await one.press('learner', 'yes');
    const over = one.rows();
    expect((await one.json('learner')).status).toBe(200);
    expect(one.rows()).toBe(over);
    expect(one.its.ofKind('audit').map(({ action }) => action)).toEqual([
      'match-finish-said',
      'match-completed',
    ]);
  });

  it('cannot be done before the first day', async () => {
    const one = await underWay('2027-01-10T09:00:00.000Z');
    const before = one.rows();
    expect((await one.home('dpp')).body).not.toContain('/finish-match1');
    const reply = await one.json('dpp');
    expect(reply.status).toBe(409);
    expect(reply.body).toContain('match-not-begun');
    expect(one.rows()).toBe(before);
  });
});
