import { answerOffer } from '../../../functions/matching/offers/answer-offer.ts';
import { datesPage } from '../../../functions/matching/matches/dates-page.ts';
import { feedback } from '../../../functions/matching/matches/feedback.ts';
import { unsubscribe } from '../../../functions/notifications/unsubscribe/unsubscribe.ts';
import { stopFromLink } from '../../../functions/notifications/unsubscribe/stop-from-link.ts';
import { aDoor } from '../a-door.ts';
import { answerRequests, type LambdaReply } from '../../../functions/web/http/answer-requests.ts';
import type { Route } from '../../../functions/web/http/route.ts';
import { routesFor } from '../../../functions/web/http/routes-for.ts';
import { logTo } from '../../../functions/platform/log.ts';
import { suppressionRepository } from '../../../functions/store/repositories/suppression-repository.ts';
import type { Table } from '../../../functions/store/table/table.ts';
import { claim } from '../../../functions/store/unique-claims.ts';
import type { Link } from '../../../shared/notifications/link.ts';
import type { Practitioner } from '../../../shared/people/practitioner.ts';
import type { SupervisionRequest } from '../../../shared/requests/request.ts';
import { linkRepository } from '../../../functions/store/repositories/link-repository.ts';
import { organisationPersonId } from '../../../functions/store/repositories/organisation-trust-repository.ts';
import { addressHash } from '../../../functions/platform/hash.ts';
import { newOrganisation } from '../../../shared/people/new-organisation.ts';
import { vouchPage } from '../../../functions/programme/vouching/vouch-page.ts';
import { scene } from '../matching-scene.ts';
import { aMatch, anOffer, aPractitioner, aRequest, aSeat, NOW } from '../builders.ts';
import type { MemoryTable } from '../memory-table/memory-table.ts';
import { registrationService } from '../registration-service.ts';
import { brandingOf } from '../../../site/src/branding.ts';
import { kentAndMedway } from '../kent-and-medway.ts';

/** One function with its dependencies, over a table in memory. */
export interface Room {
  readonly send: (event: unknown) => Promise<LambdaReply>;
  readonly table: MemoryTable;
  /** Number of commits written. */
  readonly commits: () => number;
  /** Unexpected errors that were logged. */
  readonly surprises: () => readonly object[];
  readonly token: string;
}

const SITE = 'https://dpp.example';
const TOKEN = 'armour'.padEnd(43, 'A');
const LATER = '2027-12-31T00:00:00.000Z';

const roomOver = (table: MemoryTable, counted: Table, routes: readonly Route[]): Room => {
  let commits = 0;
  const commit = counted.commit.bind(counted);
  counted.commit = async (changes, key) => {
    const outcome = await commit(changes, key);
    if (outcome.committed) commits += 1;
    return outcome;
  };
  const surprises: object[] = [];
  const log = logTo({ info: () => undefined, error: (_, facts) => surprises.push(facts) });
  const handler = answerRequests({
    door: aDoor,
    log,
    servedFor: () => Promise.resolve({ routes, siteUrl: SITE, branding: brandingOf(kentAndMedway) }),
  });
  return {
    send: async (event) => handler(event, {} as never),
    table,
    commits: () => commits,
    surprises: () => surprises,
    token: TOKEN,
  };
};

const mint = (table: MemoryTable, link: Omit<Link, 'expiresAt'>) =>
  table.commit([linkRepository(table).mint({ ...link, expiresAt: LATER }, TOKEN)]);

export const registerRoom = (): Promise<Room> => {
  const its = registrationService();
  const { start, show, take, takeJson } = its.register;
  return Promise.resolve(
    roomOver(
      its.table,
      its.table,
      routesFor('registration/register', {
        'GET /register': start,
        'GET /register/{step}': show,
        'POST /register/{step}': take,
        'POST /api/v1/practitioners': takeJson,
      }),
    ),
  );
};

export const requestRoom = (): Promise<Room> => {
  const its = registrationService();
  const { start, takeJson } = its.request;
  const { show, take } = its.list.besides(its.request);
  return Promise.resolve(
    roomOver(
      its.table,
      its.table,
      routesFor('registration/request', {
        'GET /request': start,
        'GET /request/{step}': show,
        'POST /request/{step}': { handler: take, takesFiles: true },
        'POST /api/v1/requests': takeJson,
        'POST /api/v1/requests/list': its.list.takeJson,
      }),
    ),
  );
};

const { confirmedAt: _confirmedAt, ...unconfirmed } = aRequest({ state: 'unconfirmed', seats: [] });

/** Builds the pages on which people confirm that an e-mail reached them, with one link. */
const confirmationRoom = async (
  its: ReturnType<typeof registrationService>,
  link: Omit<Link, 'expiresAt'>,
): Promise<Room> => {
  await mint(its.table, link);
  return roomOver(
    its.table,
    its.table,
    routesFor('registration/confirm', {
      'GET /confirm/{token}': its.confirm.show,
      'POST /confirm/{token}': its.confirm.take,
      'GET /named/{token}': its.named.show,
      'POST /named/{token}': its.named.take,
      'GET /lead/{token}': its.lead.show,
      'POST /lead/{token}': its.lead.take,
      'GET /support/{token}': its.support.show,
      'POST /support/{token}': its.support.take,
    }),
  );
};

export const confirmRoom = async (what: 'practitioner' | 'request'): Promise<Room> => {
  const its = registrationService();
  if (what === 'practitioner') {
    await its.given({ practitioners: [aPractitioner({ state: 'unconfirmed' })] });
    return confirmationRoom(its, { kind: 'confirm', recipient: 'practitioner', practitionerId: 'dpp1' });
  }
  await its.given({ requests: [unconfirmed] });
  return confirmationRoom(its, { kind: 'confirm', recipient: 'requester', requestId: 'req1' });
};

const nmpLeadEmail = 'nina@shared.example';

/** A request that waits for the support of a lead who was asked. */
export const waitingRequest = aRequest({
  state: 'waiting-for-support',
  seats: [],
  support: { since: NOW, askedAt: NOW },
  nmpLeadName: 'Nina Lead',
  nmpLeadEmail,
});

/** Builds the page on which a named lead says whether they support a request. */
export const supportRoom = async (): Promise<Room> => {
  const its = registrationService();
  await its.given({ requests: [waitingRequest] });
  const occasion = addressHash(nmpLeadEmail);
  return confirmationRoom(its, { kind: 'support', recipient: 'lead', requestId: 'req1', occasion });
};

/** Builds the page on which somebody says whether they are the prescribing lead of an organisation. */
export const leadRoom = async (): Promise<Room> => {
  const its = registrationService();
  const {
    organisation,
    site: { place },
  } = aRequest();
  const email = 'nina@shared.example';
  const personId = organisationPersonId('lead', email);
  await its.table.commit([
    its.organisations.save(newOrganisation(organisation, place, NOW)),
    its.trust.savePerson({
      id: personId,
      version: 0,
      organisationId: organisation.id,
      role: 'lead',
      name: 'Nina Lead',
      email,
      state: 'proposed',
      proposedAt: NOW,
    }),
  ]);
  return confirmationRoom(its, {
    kind: 'lead',
    recipient: 'lead',
    organisationId: organisation.id,
    personId,
  });
};

/** Builds the page on which somebody whom a DPP has named may object. */
export const namedRoom = async (): Promise<Room> => {
  const its = registrationService();
  const backUpEmail = 'bilal@dpp.example';
  await its.given({ practitioners: [aPractitioner({ backUpName: 'Bilal Back-up', backUpEmail })] });
  return confirmationRoom(its, {
    kind: 'named',
    recipient: 'named-person',
    practitionerId: 'dpp1',
    occasion: addressHash(backUpEmail),
  });
};

/** Builds the pages with which a DPP manages a listing, and the check-in. */
export const listingRoom = async (
  kind: 'manage' | 'capacity',
  practitioner: Practitioner = aPractitioner(),
): Promise<Room> => {
  const its = registrationService();
  await its.given({ practitioners: [practitioner] });
  await its.table.commit(claim(its.table, practitioner));
  await mint(its.table, { kind, recipient: 'practitioner', practitionerId: practitioner.id });
  return roomOver(its.table, its.table, [
    ...routesFor('registration/manage', {
      'GET /manage/{token}': its.manage.show,
      'POST /manage/{token}': its.manage.take,
      'GET /manage/{token}/{action}': its.manage.showAction,
      'POST /manage/{token}/{action}': its.manage.takeAction,
    }),
    ...routesFor('registration/capacity', {
      'GET /capacity/{token}': its.capacity.show,
      'POST /capacity/{token}': its.capacity.take,
    }),
  ]);
};

/** Builds a requester's own page with its actions. */
export const statusRoom = async (request: SupervisionRequest = aRequest()): Promise<Room> => {
  const its = registrationService();
  await its.given({ requests: [request] });
  await mint(its.table, { kind: 'status', recipient: 'requester', requestId: 'req1' });
  return roomOver(
    its.table,
    its.table,
    routesFor('registration/status', {
      'GET /status/{token}': its.status.show,
      'POST /status/{token}': its.status.take,
      'GET /status/{token}/{action}': its.status.showAction,
      'POST /status/{token}/{action}': its.status.takeAction,
    }),
  );
};

export const offerRoom = async (): Promise<Room> => {
  const offer = anOffer();
  const s = await scene({
    requests: [aRequest({ seats: [aSeat({ state: 'offered', offerId: offer.id, practitionerId: 'dpp1' })] })],
    practitioners: [
      aPractitioner({
        pendingOffers: [{ offerId: offer.id, from: '2027-02-01', to: '2027-07-31', holdsPlace: false }],
      }),
    ],
    offers: [offer],
  });
  await mint(s.table, {
    kind: 'offer',
    recipient: 'practitioner',
    practitionerId: 'dpp1',
    offerId: offer.id,
  });
  const { show, answer } = answerOffer(s.deps);
  return roomOver(
    s.table,
    s.deps.table,
    routesFor('matching/answer-offer', {
      'GET /offers/{token}': show,
      'POST /offers/{token}': answer,
    }),
  );
};

export const feedbackRoom = async (ended: boolean): Promise<Room> => {
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
    matches: [
      ended
        ? aMatch({ state: 'completed', endedAt: '2026-11-20T07:00:00.000Z' })
        : aMatch({ state: 'started', endingAskedAt: '2026-11-20T07:00:00.000Z' }),
    ],
  });
  await mint(s.table, { kind: 'feedback', recipient: 'requester', requestId, matchId });
  const { show, answer } = feedback(s.deps);
  const dates = datesPage(s.deps);
  return roomOver(
    s.table,
    s.deps.table,
    routesFor('matching/feedback', {
      'GET /feedback/{token}': show,
      'POST /feedback/{token}': answer,
      'GET /dates/{token}': dates.show,
      'POST /dates/{token}': dates.take,
    }),
  );
};

/** Builds the page on which a DPP says whether other dates of a match are possible. */
export const datesRoom = async (): Promise<Room> => {
  const move = { from: '2027-09-20', to: '2028-03-20', askedAt: '2026-11-20T07:00:00.000Z' };
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
    matches: [aMatch({ move })],
  });
  await mint(s.table, {
    kind: 'dates',
    recipient: 'practitioner',
    practitionerId: 'dpp1',
    requestId,
    matchId,
  });
  const { show, answer } = feedback(s.deps);
  const dates = datesPage(s.deps);
  return roomOver(
    s.table,
    s.deps.table,
    routesFor('matching/feedback', {
      'GET /feedback/{token}': show,
      'POST /feedback/{token}': answer,
      'GET /dates/{token}': dates.show,
      'POST /dates/{token}': dates.take,
    }),
  );
};

/** Builds the page on which a confirmed person vouches for a DPP who waits for a proof. */
export const vouchRoom = async (): Promise<Room> => {
  const its = registrationService();
  const { organisation } = aPractitioner();
  const personId = organisationPersonId('voucher', 'petra@shared.example');
  const ids = { practitionerId: 'dpp1', organisationId: organisation.id, personId };
  await its.given({ practitioners: [aPractitioner({ state: 'awaiting-proof' })] });
  await its.table.commit([
    its.trust.savePerson({
      id: personId,
      version: 0,
      organisationId: organisation.id,
      role: 'voucher',
      name: 'Petra Manager',
      email: 'petra@shared.example',
      state: 'confirmed',
      proposedAt: NOW,
    }),
    its.vouches.save({ ...ids, version: 0, askedAt: NOW }),
  ]);
  await mint(its.table, {
    kind: 'vouch',
    recipient: 'organisation',
    practitionerId: 'dpp1',
    organisationId: organisation.id,
    occasion: personId,
  });
  const { show, take } = vouchPage(its);
  return roomOver(
    its.table,
    its.table,
    routesFor('programme/vouch', { 'GET /vouch/{token}': show, 'POST /vouch/{token}': take }),
  );
};

export const unsubscribeRoom = async (): Promise<Room> => {
  const its = registrationService();
  await its.given({ practitioners: [aPractitioner()] });
  await mint(its.table, { kind: 'unsubscribe', recipient: 'practitioner', practitionerId: 'dpp1' });
  const { show, stop } = unsubscribe({
    ...its,
    suppressions: suppressionRepository(its.table),
    stopOf: stopFromLink(its),
  });
  return roomOver(
    its.table,
    its.table,
    routesFor('notifications/unsubscribe', {
      'GET /unsubscribe/{token}': show,
      'POST /unsubscribe/{token}': { handler: stop, isOneClick: true },
    }),
  );
};
