import { describe, expect, it } from 'vitest';
import { NOW, aMatch, anOffer, aPractitioner, aRequest, aSeat } from '../../support/builders.ts';
import { registrationService, seen, sent, sentJson } from '../../support/registration-service.ts';

/** A DPP with a learner and a live offer about another one. */
const withBoth = async () => {
  const its = registrationService();
  await its.given({
    practitioners: [
      aPractitioner({
        placesOffered: 2,
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
        pendingOffers: [{ offerId: 'offer2', from: '2027-02-01', to: '2027-07-31', holdsPlace: false }],
      }),
    ],
    requests: [
      aRequest({
        requesterName: 'Lee Learner',
        state: 'matched',
        seats: [aSeat({ state: 'filled', offerId: 'offer1', practitionerId: 'dpp1', matchId: 'match1' })],
      }),
      aRequest({
        id: 'req2',
        requesterName: 'Ana Asker',
        email: 'ana@learner.example',
        seats: [aSeat({ id: 'seat2', state: 'offered', offerId: 'offer2', practitionerId: 'dpp1' })],
      }),
    ],
    offers: [
      anOffer({ state: 'accepted', matchId: 'match1', decidedAt: NOW }),
      anOffer({ id: 'offer2', requestId: 'req2', seatId: 'seat2' }),
    ],
    matches: [aMatch()],
  });
  const token = await its.link({ kind: 'manage', recipient: 'practitioner', practitionerId: 'dpp1' });
  const pages = { show: its.manage.showAction, take: its.manage.takeAction };
  return {
    its,
    home: () => seen(its.manage, { token }),
    look: (action: string) => seen(pages, { token, action }),
    press: (action: string, form: Record<string, readonly string[]> = {}) =>
      sent(pages, { token, action }, form),
    json: (action: string, body: unknown) => sentJson(pages.take, body, { token, action }),
    stored: () => its.practitioners.findPresent('dpp1'),
  };
};

describe("a DPP's page as home", () => {
  it('shows live offers first, then each learner with contact and dates, then the listing', async () => {
    const { home, its } = await withBoth();
    const rows = JSON.stringify(its.table.rows());
    const { body } = await home();
    const order = [
      'Waiting for your answer',
      'Answer the offer about Ana',
      'Your learner: Lee Learner',
      'End the supervision of Lee',
      'Your places',
      'Your listing',
    ];
    const found = order.map((words) => body.indexOf(words));
    expect(found).not.toContain(-1);
    expect(found).toEqual(found.toSorted((a, b) => a - b));
    expect(body).not.toContain('Ana Asker');
    expect(body).not.toContain('ana@learner.example');
    expect(JSON.stringify(its.table.rows())).toBe(rows);
  });

  it('leads to the page of the offer, and only the button makes the link', async () => {
    const { its, look, press, json } = await withBoth();
    const links = () => its.ofKind('link').length;
    const before = links();
    expect((await look('offer-offer2')).body).toContain('Open the offer');
    expect(links()).toBe(before);
    const moved = await press('offer-offer2');
    expect(moved.status).toBe(303);
    const [, token = ''] = /^\/offers\/(.+)$/u.exec(moved.headers['location'] ?? '') ?? [];
    expect((await its.links.find(token, NOW))?.link).toMatchObject({
      kind: 'offer',
      recipient: 'practitioner',
      practitionerId: 'dpp1',
      offerId: 'offer2',
      requestId: 'req2',
    });
    expect((await json('offer-offer2', {})).body).toContain('"offer":"/offers/');
    expect((await look('offer-offer1')).status).toBe(404);
    expect((await press('offer-offer9')).status).toBe(404);
  });

  it('shows live offers before a pause, and asks what to do with them', async () => {
    const { look, press, json, stored, its } = await withBoth();
    expect((await look('pause')).body).toContain('Ana, ');
    expect((await press('pause')).status).toBe(422);
    expect((await json('pause', {})).body).toContain('"offers"');
    expect((await stored())?.state).toBe('listed');
    expect((await press('pause', { offers: ['answer-first'] })).status).toBe(303);
    expect((await stored())?.state).toBe('listed');
    await press('pause', { offers: ['give-back'] });
    expect(await stored()).toMatchObject({ state: 'paused', pendingOffers: [] });
    expect(its.mails()).toEqual(['practitioner-offer-withdrawn', 'requester-offer-taken-back']);
    const rows = JSON.stringify(its.table.rows());
    await press('pause');
    expect(JSON.stringify(its.table.rows())).toBe(rows);
  });

  it('names each learner before somebody leaves, and says what happens to them', async () => {
    const { look } = await withBoth();
    const { body } = await look('leave');
    expect(body).toContain('Lee Learner, 1 February 2027 to 31 July 2027: we tell them today');
    expect(body).toContain('Ana, ');
  });
});
