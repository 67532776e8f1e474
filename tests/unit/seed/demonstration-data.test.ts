import { describe, expect, it } from 'vitest';
import { makeWorld } from '../../../infra/local/seed/make-world.ts';
import { writeWorld } from '../../../infra/local/seed/write-world.ts';
import { isCurrent, matchSchema } from '../../../shared/matches/match.ts';
import { feedbackOf } from '../../../shared/matches/match-feedback.ts';
import { offerSchema } from '../../../shared/offers/offer.ts';
import { practitionerSchema, practitionerStates } from '../../../shared/people/practitioner.ts';
import { checkRegistrationNumber } from '../../../shared/people/registration-number.ts';
import { requestSchema, requestStates } from '../../../shared/requests/request.ts';
import { professions } from '../../../shared/reference/professions.ts';
import { settingIds } from '../../../shared/reference/settings.ts';
import { newcomerSteps } from '../../../infra/local/seed/newcomer-steps.ts';
import { trustRows } from '../../../infra/local/seed/trust.ts';
import { everyStanding, standingsOf } from '../../../shared/people/standing.ts';
import { NOW, TODAY } from '../../support/builders.ts';
import { memoryTable } from '../../support/memory-table/memory-table.ts';
import { kentAndMedway } from '../../support/kent-and-medway.ts';

const world = makeWorld(NOW);
const practitioners = [...world.practitioners.values()];
const requests = [...world.requests.values()];
const matches = [...world.matches.values()];
const listed = practitioners.filter(({ state }) => state === 'listed');

describe('the demonstration data', () => {
  it('has at least 60 listed DPPs over all professions that may supervise, all places and all settings', () => {
    const independent = professions
      .filter(({ prescribes }) => prescribes === 'independent')
      .map(({ id }) => id);
    expect(listed.length).toBeGreaterThanOrEqual(60);
    expect(new Set(listed.map(({ profession }) => profession))).toEqual(new Set(independent));
    expect(new Set(listed.map(({ setting }) => setting))).toEqual(new Set(settingIds));
    expect(new Set(listed.flatMap(({ sites }) => sites.map(({ place }) => place)))).toEqual(
      new Set(kentAndMedway.geography.places.map(({ id }) => id)),
    );
    expect(world.organisations).toHaveLength(40);
  });

  it('has at least 30 requests, and requests and DPPs in every state that a living one can be in', () => {
    const alive = (states: readonly string[]) => new Set(states.filter((state) => state !== 'erased'));
    expect(requests.length).toBeGreaterThanOrEqual(30);
    // No move leads to `paused` yet.
    expect(new Set(requests.map(({ state }) => state)).add('paused')).toEqual(alive(requestStates));
    expect(new Set(practitioners.map(({ state }) => state))).toEqual(alive(practitionerStates));
  });

  it('has somebody in every standing, and a number that two people claim', () => {
    const standings = new Set(practitioners.flatMap((one) => standingsOf(one, TODAY)));
    expect(everyStanding().filter((standing) => !standings.has(standing))).toEqual([]);
    const claiming = practitioners.find(({ claimsNumberOf }) => claimsNumberOf !== undefined);
    const owner = world.practitioners.get(claiming?.claimsNumberOf ?? '');
    expect(owner).toMatchObject({ state: 'listed', registrationNumber: claiming?.registrationNumber });
    expect(world.emails.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['team-number-claimed', 'team-practitioner-unreachable']),
    );
  });

  it('has the organisations that the runner names to a newcomer: one with a domain, one with a voucher', () => {
    const [surgery, pharmacy] = world.stage.employers;
    expect(newcomerSteps[0]).toContain(surgery?.organisation.name);
    expect(newcomerSteps[0]).toContain(surgery?.trust.domains[0]?.domain);
    expect(newcomerSteps[0]).toContain(pharmacy?.organisation.name);
    const rows = JSON.stringify(trustRows(memoryTable(), world));
    expect(rows).toContain(`"organisationId":"${pharmacy?.organisation.id ?? ''}","role":"voucher"`);
  });

  it('has offers, declines, lapses, matches of every kind and feedback', () => {
    const offerStates = new Set([...world.offers.values()].map(({ state }) => state));
    expect([...offerStates].toSorted()).toEqual(['accepted', 'declined', 'lapsed', 'pending']);
    expect(new Set(matches.map(({ state }) => state))).toEqual(
      new Set(['agreed', 'started', 'completed', 'ended-early']),
    );
    expect(matches.filter((match) => feedbackOf(match, 'requester') !== undefined).length).toBeGreaterThan(3);
    expect(requests.some(({ reopenedAt }) => reopenedAt !== undefined)).toBe(true);
  });

  it('holds nothing that the service would not have stored', () => {
    for (const practitioner of practitioners) {
      expect(practitionerSchema.safeParse(practitioner).error).toBeUndefined();
      const { profession, registrationNumber } = practitioner;
      expect(checkRegistrationNumber(profession, registrationNumber).ok).toBe(true);
    }
    for (const request of requests) expect(requestSchema.safeParse(request).error).toBeUndefined();
    for (const offer of world.offers.values()) expect(offerSchema.safeParse(offer).error).toBeUndefined();
    for (const match of matches) expect(matchSchema.safeParse(match).error).toBeUndefined();
  });

  it('uses exactly the places of the matches that go on', () => {
    const used = practitioners.flatMap(({ commitments }) => commitments.map(({ matchId }) => matchId));
    const going = matches.filter(isCurrent).map(({ id }) => id);
    expect(used.toSorted()).toEqual(going.toSorted());
    for (const { requestId, seatId, id } of matches.filter(({ state }) => state === 'started')) {
      const seat = world.requests.get(requestId)?.seats.find((one) => one.id === seatId);
      expect(seat).toMatchObject({ state: 'filled', matchId: id });
    }
  });

  it('uses only reserved e-mail domains', () => {
    const text = JSON.stringify([practitioners, requests, world.organisations]);
    const addresses = text.match(/[\w.+-]+@[\w.-]+/g) ?? [];
    expect(addresses.length).toBeGreaterThan(100);
    expect(addresses.filter((address) => !address.endsWith('.example'))).toEqual([]);
  });

  it('is the same at the same moment', () => {
    expect(JSON.stringify([...makeWorld(NOW).requests])).toBe(JSON.stringify([...world.requests]));
  });

  it.each(['2026-03-29T00:30:00.000Z', '2027-02-28T23:59:59.000Z', '2026-12-25T12:00:00.000Z'])(
    'can be made at %s too',
    (moment) => {
      const made = makeWorld(moment);
      expect(made.requests.size).toBe(world.requests.size);
      expect(new Set([...made.requests.values()].map(({ state }) => state)).size).toBe(
        requestStates.filter((state) => !['erased', 'paused'].includes(state)).length,
      );
    },
  );

  it('is written once, and a table that has it already is left unchanged', async () => {
    const table = memoryTable();
    await writeWorld(table, world);
    const rows = table.rows().length;
    expect(rows).toBeGreaterThan(300);
    await writeWorld(table, makeWorld(NOW));
    expect(table.rows()).toHaveLength(rows);
  });
});
