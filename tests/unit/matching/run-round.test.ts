import { describe, expect, it } from 'vitest';
import { aSeat } from '../../support/builders.ts';
import { hall } from '../../support/rounds/hall.ts';
import { dpp, learner } from '../../support/rounds/people.ts';

const nurse = (id: string) =>
  learner(id, {
    profession: 'nurse',
    learnerType: 'v300',
    seats: [
      aSeat({ id: `${id}-1`, role: 'practice-assessor', hours: 30 }),
      aSeat({ id: `${id}-2`, role: 'practice-supervisor', hours: 60 }),
    ],
  });

describe('a cohort that is gathered for a round', () => {
  it('is not matched one by one, and others are', async () => {
    const s = await hall(
      [learner('a'), learner('b', { courseStart: '2027-02-01', signOffNeededBy: '2027-01-04' })],
      [dpp('d1', { placesOffered: 2 })],
    );
    await s.gather();
    await s.matchSeats();
    expect(s.offers().map(({ requestId }) => requestId)).toEqual(['b']);
  });

  it('is matched one by one when its sign-off day comes near, or the round keeps it no longer', async () => {
    const s = await hall([learner('a')], [dpp('d1', { confirmedAt: '2027-05-20T09:00:00.000Z' })]);
    await s.gather();
    s.at('2027-05-21T09:00:00.000Z');
    await s.matchSeats();
    expect(s.offers()).toHaveLength(1);
  });
});

describe('a planned round', () => {
  it('places one learner more than first come, first served would', async () => {
    // Both DPPs can supervise the first learner, whom d1 suits better. Only d1 can supervise the second learner.
    const first = { confirmedAt: '2026-11-01T09:00:00.000Z' };
    const skin = { leadArea: 'dermatology' as const, areas: ['dermatology' as const] };
    const s = await hall(
      [learner('a', first), learner('b', skin)],
      [dpp('d1', { areas: ['cardiovascular', 'dermatology'] }), dpp('d2', { setting: 'acute-hospital' })],
    );
    const id = await s.gather();
    await s.plan(id);
    const round = await s.rounds.find(id);
    expect(round?.state).toBe('planned');
    expect(round?.plan?.summary).toMatchObject({ signOff: { placed: 2 }, firstCome: { placed: 1 } });
    expect(s.offers()).toEqual([]);
  });

  it('stores no name, address or registration number', async () => {
    const s = await hall([learner('a', { scope: 'Marker scope' })], [dpp('d1')]);
    const id = await s.gather();
    await s.plan(id);
    const kept = s.table.rows().filter(({ pk }) => pk.startsWith(`ROUND#${id}`));
    const text = JSON.stringify(kept);
    expect(kept.length).toBeGreaterThan(3);
    for (const marker of ['Lee', 'Person d1', '@dpp.example', '@learner.example', 'Marker', '9d1'])
      expect(text).not.toContain(marker);
  });

  it('publishes the hash of its seed from the start, and the seed only when it is revealed', async () => {
    const s = await hall([learner('a')], [dpp('d1')]);
    const id = await s.gather();
    await s.plan(id);
    expect(await s.run({ command: 'round-reveal', id, by: s.by })).toMatchObject({ ok: false });
    expect(JSON.stringify(await s.command({ command: 'round-list' }))).not.toContain('token1');
    await s.confirm(id);
    await s.command({ command: 'round-reveal', id, by: s.by });
    expect(JSON.stringify(await s.command({ command: 'round-list' }))).toContain('token1');
  });

  it('is refused with the changes when it no longer fits', async () => {
    const s = await hall([learner('a'), learner('b')], [dpp('d1'), dpp('d2')]);
    const id = await s.gather();
    await s.plan(id);
    const { d1 } = { d1: await s.practitioner('d1') };
    await s.table.commit([
      {
        do: 'put',
        when: { is: 'anything' },
        row: {
          ...s.table.rows().find(({ pk }) => pk === 'PRACTITIONER#d1')!,
          noun: { ...d1, placesOffered: 0 },
        },
      },
    ]);
    const outcome = await s.run({ command: 'round-confirm', id, by: s.by, from: 0 });
    expect(outcome).toMatchObject({ ok: false, refusal: 'round-does-not-fit' });
    expect(JSON.stringify(outcome)).toContain('Places free in the period');
    expect(JSON.stringify(outcome)).toContain('with Person d1');
    expect(s.offers()).toEqual([]);
    expect((await s.rounds.find(id))?.state).toBe('planned');
  });
});

describe('a confirmed round', () => {
  it('makes every offer once, each holding its place, each with its e-mail and reasons', async () => {
    const s = await hall([learner('a'), learner('b')], [dpp('d1'), dpp('d2')]);
    const id = await s.gather();
    await s.plan(id);
    await s.confirm(id);
    await s.confirm(id);
    const offers = s.offers();
    expect(offers).toHaveLength(2);
    for (const offer of offers) {
      expect(offer).toMatchObject({ state: 'pending', holdsPlace: true, roundId: id, eligibleCount: 2 });
      expect(offer.cost).toBe(offer.contributions.reduce((sum, { points }) => sum + points, 0));
    }
    expect(s.emailNames()).toEqual(['practitioner-offer-made', 'practitioner-offer-made']);
    expect((await s.rounds.find(id))?.state).toBe('confirmed');
  });

  it('gives a nurse two people, the second only when there is somebody to sign off', async () => {
    const s = await hall(
      [nurse('n'), nurse('m')],
      [dpp('d1'), dpp('d2'), dpp('d3', { seatRoles: ['practice-supervisor'] })],
    );
    const id = await s.gather();
    await s.plan(id);
    await s.confirm(id);
    const both = s
      .offers()
      .map(({ requestId, role, practitionerId }) => ({ requestId, role, practitionerId }));
    expect(both.filter(({ role }) => role === 'practice-assessor')).toHaveLength(2);
    expect(both.filter(({ role }) => role === 'practice-supervisor')).toHaveLength(1);
    for (const request of ['n', 'm']) {
      const people = both.filter(({ requestId }) => requestId === request).map((one) => one.practitionerId);
      expect(new Set(people).size).toBe(people.length);
    }
  });

  it('after a decline matches only those without an offer again', async () => {
    const s = await hall([learner('a'), learner('b')], [dpp('d1'), dpp('d2'), dpp('d3')]);
    const id = await s.gather();
    await s.plan(id);
    await s.confirm(id);
    const [declined, stands] = s.offers();
    await s.answer(declined!.id, { decision: 'decline', reason: 'no-time' }, s.now());
    await s.matchSeats();
    expect(s.offers(), 'the round keeps its learners').toHaveLength(2);

    await s.plan(id);
    await s.confirm(id);
    const after = s.offers();
    expect(after).toHaveLength(3);
    expect(after.find((one) => one.id === stands!.id)).toEqual(stands);
    const [again] = after.filter((one) => one.id !== stands!.id && one.id !== declined!.id);
    expect(again).toMatchObject({ requestId: declined!.requestId, state: 'pending', holdsPlace: true });
    expect([declined!.practitionerId, stands!.practitionerId]).not.toContain(again!.practitionerId);
    expect(await s.rounds.find(id)).toMatchObject({ state: 'confirmed', wave: 1, offersMade: 3 });
  });

  it('is still explained, compared and asked again as it was made, after its follow-up', async () => {
    const skin = { leadArea: 'dermatology' as const, areas: ['dermatology' as const] };
    const first = { confirmedAt: '2026-11-01T09:00:00.000Z' };
    const s = await hall(
      [learner('a', first), learner('b', skin), learner('c', first)],
      [
        dpp('d1', { areas: ['cardiovascular', 'dermatology'] }),
        dpp('d2', { setting: 'acute-hospital' }),
        dpp('d3', { setting: 'hospice' }),
      ],
    );
    const id = await s.gather();
    await s.plan(id);
    await s.confirm(id);
    const declined = s.offers().find(({ practitionerId }) => practitionerId === 'd3')!;
    await s.answer(declined.id, { decision: 'decline', reason: 'no-time' }, s.now());
    await s.plan(id);
    await s.confirm(id);
    const { plan } = (await s.rounds.find(id))!;
    expect(plan?.summary).toMatchObject({ firstCome: { placed: 2 } });

    const view = JSON.stringify(await s.command({ command: 'round-show', id }));
    expect(view).toContain('Asked earlier in this round. Ranked 2 of 3 eligible practitioners.');
    expect(view).toContain('Person d1 fits 50 points better but is assigned to');
    const kept = s.offers().find(({ practitionerId }) => practitionerId === 'd2')!;
    const why = await s.command({
      command: 'round-why-not',
      id,
      learner: kept.requestId,
      practitioner: 'd1',
    });
    expect(why).toMatchObject({ eligible: true, rank: 1 });
    const { changes } = (await s.command({
      command: 'round-replay',
      id,
      policy: {
        version: 'none',
        quotas: { system: { value: 0, reason: 'x' }, places: {}, organisations: {} },
      },
    })) as unknown as { changes: readonly object[] };
    expect(changes).toHaveLength(3);
  });

  it('continues after an interruption, and makes no offer twice', async () => {
    const many = Array.from({ length: 30 }, (_, index) => `l${index}`);
    const s = await hall(
      many.map((one) => learner(one)),
      many.map((one) => dpp(`d${one}`)),
    );
    const id = await s.gather();
    await s.plan(id);
    await s.command({ command: 'round-confirm', id, by: s.by, from: 0 });
    expect(s.offers()).toHaveLength(25);
    expect((await s.rounds.find(id))?.state).toBe('confirming');
    await s.confirm(id);
    expect(s.offers()).toHaveLength(30);
    expect(await s.rounds.find(id)).toMatchObject({ state: 'confirmed', offersMade: 30 });
  });

  it.each([999, 30, 25, 3])('makes every offer when it is asked to begin at seat %i', async (from) => {
    const many = Array.from({ length: 30 }, (_, index) => `l${index}`);
    const s = await hall(
      many.map((one) => learner(one)),
      many.map((one) => dpp(`d${one}`)),
    );
    const id = await s.gather();
    await s.plan(id);
    const confirmed = await s.command({ command: 'round-confirm', id, by: s.by, from });
    if (from < 5) await s.command({ command: 'round-confirm', id, by: s.by, from: from + 25 });
    else expect(confirmed).toMatchObject({ done: 30, of: 30, offersMade: 30 });
    expect(s.offers()).toHaveLength(30);
    expect(await s.rounds.find(id)).toMatchObject({ state: 'confirmed', offersMade: 30 });
  });

  it('stores the pressure prices', async () => {
    const s = await hall([learner('a'), learner('b')], [dpp('d1')]);
    const id = await s.gather();
    await s.plan(id);
    await s.confirm(id);
    expect((await s.rounds.pressure()).prices).toEqual({ d1: 120 });
  });
});
