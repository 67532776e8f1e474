import { describe, expect, it } from 'vitest';
import { datesPage } from '../../../functions/matching/matches/dates-page.ts';
import { datesUnanswered } from '../../../functions/notifications/reminders/dates.ts';
import { matchStarting } from '../../../functions/notifications/reminders/matches.ts';
import type { Practitioner } from '../../../shared/people/practitioner.ts';
import { aMatch, anOffer, aPractitioner, aRequest, aSeat, NOW } from '../../support/builders.ts';
import { registrationService, seen, sentJson } from '../../support/registration-service.ts';

const later = { courseStart: '2027-09-20', courseEnd: '2028-03-20' };
const { id: matchId, from, to } = aMatch();
const commitment = { matchId, requestId: 'req1', seatId: 'seat1', from, to, university: 'medway' };

/** A matched request whose learner moves the dates on their page. */
const moving = async (changes: Partial<Practitioner> = {}) => {
  const its = registrationService();
  await its.given({
    requests: [
      aRequest({
        state: 'matched',
        seats: [aSeat({ state: 'filled', offerId: 'offer1', practitionerId: 'dpp1', matchId })],
      }),
    ],
    practitioners: [aPractitioner({ commitments: [commitment], ...changes })],
    offers: [anOffer({ state: 'accepted', matchId, decidedAt: NOW })],
    matches: [aMatch()],
  });
  const token = await its.link({ kind: 'status', recipient: 'requester', requestId: 'req1' });
  const home = () => seen(its.status, { token });
  const saved = await sentJson(its.status.takeAction, later, { token, action: 'move-dates' });
  const dates = await its.link({ kind: 'dates', recipient: 'practitioner', practitionerId: 'dpp1', matchId });
  const page = datesPage(its);
  return {
    its,
    saved,
    home,
    look: () => seen(page, { token: dates }),
    say: (answer: string) => sentJson(page.take, { answer }, { token: dates }),
    match: async () => (await its.matches.find(matchId))!,
    dpp: async () => (await its.practitioners.findPresent('dpp1'))!,
    request: async () => (await its.requests.findPresent('req1'))!,
  };
};

describe('moving the dates of an agreed match', () => {
  it('asks the DPP, and changes nothing for them until they answer', async () => {
    const { its, saved, home, look, match, dpp, request } = await moving();
    expect(saved.status).toBe(200);
    expect(await match()).toMatchObject({ from, to, move: { from: '2027-09-20', to: '2028-03-20' } });
    expect((await dpp()).commitments).toEqual([commitment]);
    expect(await request()).toMatchObject({ state: 'matched', ...later });
    expect(its.mails()).toEqual(['practitioner-dates-asked', 'requester-request-changed']);
    expect((await look()).body).toContain('20 September 2027');
    expect((await home()).body).toContain('Move the dates');
  });

  it('moves match and place together when the DPP says yes, once', async () => {
    const { its, say, match, dpp, request } = await moving();
    expect((await say('yes')).status).toBe(200);
    expect(await match()).toMatchObject({ state: 'agreed', from: '2027-09-20', to: '2028-03-20' });
    expect((await match()).move).toBeUndefined();
    expect((await dpp()).commitments).toMatchObject([{ matchId, from: '2027-09-20', to: '2028-03-20' }]);
    expect((await request()).state).toBe('matched');
    expect(its.mails()).toContain('requester-dates-agreed');
    const rows = its.table.rows();
    await say('yes');
    expect(its.table.rows()).toEqual(rows);
  });

  it('refuses a yes when another learner has the place then, and changes nothing', async () => {
    const other = {
      ...commitment,
      matchId: 'match2',
      requestId: 'req2',
      from: '2027-10-01',
      to: '2028-01-31',
    };
    const { its, say, match } = await moving({ commitments: [commitment, other] });
    const rows = its.table.rows();
    expect((await say('yes')).status).toBe(409);
    expect(its.table.rows()).toEqual(rows);
    expect((await match()).move).toBeDefined();
  });

  it('ends the match when the DPP says no: place free, seat at the front, the dates of the learner new', async () => {
    const { its, say, match, dpp, request } = await moving();
    await say('no');
    expect(await match()).toMatchObject({ state: 'ended-early', from, to });
    expect((await dpp()).commitments).toEqual([]);
    expect(await request()).toMatchObject({
      state: 'open',
      reopenedAt: NOW,
      ...later,
      seats: [{ state: 'vacant', tried: [{ practitionerId: 'dpp1', outcome: 'left' }] }],
    });
    expect(its.mails()).toContain('requester-seat-reopened');
    expect(its.ofKind('ledger').length).toBeGreaterThan(0);
  });

  it('asks again after 5 working days, and tells the team', async () => {
    const { its } = await moving();
    const due = async (today: string) =>
      (await datesUnanswered(its.matches).page({ now: `${today}T07:00:00.000Z`, today }, 0, undefined)).found;
    expect(await due('2026-11-26')).toEqual([]);
    expect((await due('2026-11-28')).flatMap(({ emails }) => emails.map(({ name }) => name))).toEqual([
      'practitioner-dates-asked',
      'team-dates-unanswered',
    ]);
  });

  it('does not start a match whose learner may start later', async () => {
    const { its } = await moving();
    const today = '2027-02-02';
    const moment = { now: `${today}T07:00:00.000Z`, today };
    expect((await matchStarting(its.matches).page(moment, 0, undefined)).found).toEqual([]);
  });
});
