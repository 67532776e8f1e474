import { randomUUID } from 'node:crypto';
import { inject } from 'vitest';
import type { PractitionerDeps } from '../../functions/programme/practitioners/practitioner-deps.ts';
import { matchSeats } from '../../functions/matching/seats/match-seats.ts';
import { supplyOfRows } from '../../functions/matching/seats/matching-supply.ts';
import { nounChanges } from '../../functions/store/noun-changes.ts';
import { readNouns } from '../../functions/store/read-nouns.ts';
import { auditRepository } from '../../functions/store/repositories/audit-repository.ts';
import { emailRepository } from '../../functions/store/repositories/email-repository.ts';
import { practitionerRepository } from '../../functions/store/repositories/practitioner-repository.ts';
import { indexedTable } from '../../functions/store/table/indexed-table.ts';
import { claim } from '../../functions/store/unique-claims.ts';
import { policy } from '../../shared/matching/policy.ts';
import { aMatch, anOffer, aPractitioner, aRequest, aSeat, NOW } from './builders.ts';
import { kentAndMedway } from './kent-and-medway.ts';
import { localClient, localTable } from './local-table.ts';
import { memoryObjects } from './memory-objects.ts';
import { noContext } from './no-context.ts';
import { aPublisher, SYSTEM_ID } from './publisher.ts';

/** Who of the team acts, and why. */
export const why = { why: 'seen in the register', by: 'Nina' };
/** A decision about the two learners: one stays and one ends. */
export const split = { stays: ['match1'], ends: ['match2'] };

/**
 * Stores a DPP with two learners and an offer to a third, and another DPP who can be asked next.
 * @returns the deps of the acts, and what people have after them
 */
export const teamScene = async () => {
  const table = indexedTable(
    await localTable(localClient(inject('dynamoEndpoint')), `team-acts-${randomUUID()}`),
  );
  const period = { from: '2027-02-01', to: '2027-07-31' };
  const filled = (id: string, matchId: string, email: string) =>
    aRequest({
      id,
      email,
      state: 'matched',
      seats: [aSeat({ state: 'filled', offerId: `offer-${id}`, practitionerId: 'dpp1', matchId })],
    });
  const dpp = aPractitioner({
    placesOffered: 3,
    commitments: [
      { matchId: 'match1', requestId: 'req1', seatId: 'seat1', ...period, university: 'medway' },
      { matchId: 'match2', requestId: 'req2', seatId: 'seat1', ...period, university: 'brighton' },
    ],
    pendingOffers: [{ offerId: 'offer3', ...period, holdsPlace: false }],
  });
  const next = aPractitioner({
    id: 'next',
    email: 'next@dpp.example',
    registrationNumber: '2099999',
    placesOffered: 3,
  });
  const nouns = {
    practitioners: [dpp, next],
    requests: [
      filled('req1', 'match1', 'one@learner.example'),
      filled('req2', 'match2', 'two@learner.example'),
      aRequest({
        id: 'req3',
        email: 'three@learner.example',
        seats: [aSeat({ state: 'offered', offerId: 'offer3', practitionerId: 'dpp1' })],
      }),
    ],
    offers: [
      anOffer({ id: 'offer-req1', state: 'accepted', matchId: 'match1' }),
      anOffer({ id: 'offer-req2', requestId: 'req2', state: 'accepted', matchId: 'match2' }),
      anOffer({ id: 'offer3', requestId: 'req3' }),
    ],
    matches: [aMatch(), aMatch({ id: 'match2', requestId: 'req2', offerId: 'offer-req2' })],
  };
  const fresh = <Noun extends { readonly version: number }>(all: readonly Noun[]) =>
    all.map((noun) => ({ ...noun, version: 0 }));
  await table.commit([
    ...nounChanges(table, {
      practitioners: fresh(nouns.practitioners),
      requests: fresh(nouns.requests),
      offers: fresh(nouns.offers),
      matches: fresh(nouns.matches),
    }),
    ...claim(table, dpp),
  ]);
  let ids = 0;
  const deps: PractitionerDeps = {
    table,
    practitioners: practitionerRepository(table),
    emails: emailRepository(table),
    clock: { now: () => NOW },
    chance: { id: () => `id${String((ids += 1)).padStart(4, '0')}` },
  };
  const dppNow = async () => (await readNouns(table, { practitioners: ['dpp1'] })).practitioners.get('dpp1')!;
  const objects = memoryObjects();
  const publisher = aPublisher({ table, objects, now: () => NOW });
  await publisher.rebuild();
  return {
    deps,
    dpp: dppNow,
    /** Tells the builder that the DPP has changed, as the queue does, and says whether the open data show them. */
    isInPublicFile: async () => {
      await publisher.changed(['dpp1']);
      const found = await objects.get(`${SYSTEM_ID}/open-data/plain/directory.json`);
      if (typeof found !== 'object') throw new Error('there are no open data');
      return new TextDecoder().decode(found.body).includes('amara-example-dpp1');
    },
    offer: async () => (await readNouns(table, { offers: ['offer3'] })).offers.get('offer3')!,
    match: async (id: string) => (await readNouns(table, { matches: [id] })).matches.get(id)!,
    request: async (id: string) => (await readNouns(table, { requests: [id] })).requests.get(id)!,
    /** Lists the mails that wait, each with whom or what it is about. */
    mails: async () =>
      (await deps.emails.waiting('9999-12-31T00:00:00.000Z', 100))
        .map(({ name, about }) => `${name} ${about.offerId ?? about.matchId ?? about.practitionerId ?? ''}`)
        .toSorted(),
    actions: async () =>
      (await auditRepository(table).of('practitioner#dpp1')).map(({ action, actor }) => `${actor} ${action}`),
    matchAll: () =>
      matchSeats({
        ...deps,
        system: kentAndMedway,
        policy,
        supply: supplyOfRows({ table, clock: deps.clock, memory: () => Promise.resolve(noContext) }),
        log: { event: () => undefined, surprise: () => undefined },
      })(),
  };
};

export type TeamScene = Awaited<ReturnType<typeof teamScene>>;
