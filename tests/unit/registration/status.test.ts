import { describe, expect, it } from 'vitest';
import { NOW, aMatch, anOffer, aPractitioner, aRequest, aSeat } from '../../support/builders.ts';
import { registrationService, seen, sent } from '../../support/registration-service.ts';

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
    stored: () => its.requests.find('req1'),
  };
};

const agreed = async () => {
  const seat = aSeat({ state: 'filled', offerId: 'offer1', practitionerId: 'dpp1', matchId: 'match1' });
  const its = await withRequest({ state: 'matched', seats: [seat] });
  await its.its.given({
    practitioners: [
      aPractitioner({
        commitments: [
          {
            matchId: 'match1',
            requestId: 'req1',
            seatId: 'seat1',
            from: '2027-02-01',
            to: '2027-07-31',
            university: 'medway',
          },
        ],
      }),
    ],
    offers: [anOffer({ state: 'accepted', matchId: 'match1', decidedAt: NOW })],
    matches: [
      aMatch(),
      aMatch({
        id: 'match0',
        state: 'completed',
        learnerFeedback: { at: NOW, rating: 5, wouldAgain: true, comment: 'Lee was glad' },
      }),
    ],
  });
  return its;
};

describe("a requester's own page", () => {
  it('has the dates as a calendar file, and what to do next, once a DPP has agreed', async () => {
    const { home, look } = await agreed();
    const page = await home();
    expect(page.body).toContain('/calendar');
    expect(page.body).toContain('Write to them this week');
    const dates = await look('calendar');
    expect(dates.headers['content-type']).toBe('text/calendar; charset=utf-8');
    expect(dates.body).toContain('SUMMARY:Supervision with Amara Example starts\r\n');
  });

  it('has no calendar file before that', async () => {
    const { look } = await withRequest();
    expect((await look('calendar')).status).toBe(404);
  });

  it('says that a DPP was asked and until when, without saying who', async () => {
    const tried = [{ practitionerId: 'dpp9', outcome: 'declined' as const, at: NOW }];
    const { its, home } = await withRequest({
      seats: [aSeat({ state: 'offered', offerId: 'offer1', practitionerId: 'dpp1', tried })],
    });
    await its.given({ practitioners: [aPractitioner()], offers: [anOffer()] });
    const page = await home();
    expect(page.body).toContain('They have until 9:15am on 27 November 2026 to answer');
    expect(page.body).toContain('1 DPP was asked earlier and could not help');
    expect(page.body).not.toContain('Amara');
    expect(page.body).not.toContain('dpp9');
  });

  it('says which one change would open more once nobody is left, in counts and without names', async () => {
    const far = aPractitioner({ sites: [{ outcode: 'CT1', town: 'Canterbury', place: 'east-kent' }] });
    const vacant = aSeat({ nobodyLeftAt: NOW });
    const stuck = await withRequest({ seats: [vacant] });
    await stuck.its.given({ practitioners: [far] });
    const { body } = await stuck.home();
    expect(body).toContain('More DPPs could fit your request');
    expect(body).toMatch(/1 more DPP would fit if you could travel \d+ minutes further\./);
    expect(body).not.toContain('Amara');
    const searching = await withRequest();
    await searching.its.given({ practitioners: [far] });
    expect((await searching.home()).body).not.toContain('What would open more');
  });

  it('gives the work contact of the DPP who agreed', async () => {
    const { home } = await agreed();
    const page = await home();
    expect(page.body).toContain('Amara Example');
    expect(page.body).toContain('amara@dpp.example');
  });

  it('says when a seat is vacant again', async () => {
    const { home } = await withRequest({ reopenedAt: NOW });
    expect((await home()).body).toContain('Your request now has priority');
  });

  it('withdraws only when that is chosen, frees the place and tells the DPP; repeating it changes nothing', async () => {
    const { its, act, stored } = await agreed();
    expect((await act('withdraw')).status).toBe(422);
    expect((await stored())?.state).toBe('matched');
    await act('withdraw', { decision: ['yes'] });
    const rows = its.table.rows();
    await act('withdraw', { decision: ['yes'] });
    expect(its.table.rows()).toEqual(rows);
    expect((await stored())?.state).toBe('withdrawn');
    expect((await its.practitioners.findPresent('dpp1'))?.commitments).toEqual([]);
    expect(its.mails()).toContain('practitioner-match-ended');
  });

  it('erases every trace of the requester, and repeating it changes nothing', async () => {
    const { its, act } = await agreed();
    await act('erase', { decision: ['yes'] });
    const rows = its.table.rows();
    const dump = JSON.stringify(rows);
    for (const trace of ['Lee', 'lee@learner.example', '2054321', 'hypertension'])
      expect(dump).not.toContain(trace);
    await act('erase', { decision: ['yes'] });
    expect(its.table.rows()).toEqual(rows);
  });

  it('exports what we hold, without those who declined', async () => {
    const tried = [{ practitionerId: 'dpp9', outcome: 'declined' as const, at: NOW }];
    const { look } = await withRequest({ seats: [aSeat({ tried })] });
    const data = await look('data');
    expect(data.body).toContain('lee@learner.example');
    expect(data.body).not.toContain('dpp9');
  });
});
