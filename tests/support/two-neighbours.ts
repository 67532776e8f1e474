import { borrowPlaces } from '../../functions/borders/borrow-places.ts';
import { sharingNeighbours } from '../../functions/borders/neighbours.ts';
import { tendLoans } from '../../functions/borders/tend-loans.ts';
import { lapseOffers } from '../../functions/matching/offers/lapse-offers.ts';
import { decideOffer } from '../../functions/matching/offers/decide-offer.ts';
import { judgeContextOf } from '../../functions/store/judge-context.ts';
import type { FunctionSystem } from '../../functions/store/function-system.ts';
import { ledgerRepository } from '../../functions/store/repositories/ledger-repository.ts';
import { loanRepository } from '../../functions/store/repositories/loan-repository.ts';
import { matchRepository } from '../../functions/store/repositories/match-repository.ts';
import { offerRepository } from '../../functions/store/repositories/offer-repository.ts';
import { practitionerRepository } from '../../functions/store/repositories/practitioner-repository.ts';
import { requestRepository } from '../../functions/store/repositories/request-repository.ts';
import { systemTable } from '../../functions/store/table/system-table.ts';
import type { Change, Table } from '../../functions/store/table/table.ts';
import type { Email } from '../../shared/notifications/email.ts';
import { addMinutes } from '../../shared/kernel/time.ts';
import { policy } from '../../shared/matching/policy.ts';
import type { Practitioner } from '../../shared/people/practitioner.ts';
import { aPractitioner, aRequest, NOW } from './builders.ts';
import { kentAndMedway } from './kent-and-medway.ts';
import { memoryTable } from './memory-table/memory-table.ts';
import { sussex as sussexData } from './sussex.ts';

/** Which of the two systems has agreed to share places with the other. */
interface Agreement {
  readonly kent: boolean;
  readonly sussex: boolean;
}

/**
 * Two neighbouring systems in one table: a learner near the border in Kent for whom nobody is left, and a DPP with a free
 * place in Sussex, 22 minutes away.
 */
export const twoNeighbours = async (agreed: Agreement = { kent: true, sussex: true }) => {
  let now = NOW;
  let ids = 0;
  let beforeCommit: () => void = () => undefined;
  const memory = memoryTable();
  const stored: Table = {
    ...memory,
    commit: (changes, key) => {
      beforeCommit();
      return memory.commit(changes, key);
    },
  };
  const systemOf = (system: typeof kentAndMedway, sharesWith: readonly string[]): FunctionSystem => ({
    system,
    sharesWith,
    sharedNetworks: [],
    table: systemTable(stored, system.id),
    siteUrl: `https://${system.id}.example`,
    teamEmail: 'team@dpp.example',
    replyTo: 'team@dpp.example',
    placeLeads: {},
    map: () => Promise.reject(new Error('no map is shown')),
  });
  let agreement = agreed;
  const kentNow = () => systemOf(kentAndMedway, agreement.kent ? ['sussex'] : []);
  const sussexNow = () => systemOf(sussexData, agreement.sussex ? ['kent-and-medway'] : []);
  const kent = kentNow();
  const sussex = sussexNow();
  const systems = {
    find: (id: string | undefined) =>
      Promise.resolve([kentNow(), sussexNow()].find(({ system }) => system.id === id)),
  };
  const clock = { now: () => now };
  const chance = { id: () => `id${(ids += 1)}` };
  const log = { event: () => undefined, surprise: () => undefined };
  const given = async ({ table }: FunctionSystem, ...changes: readonly Change[]) => {
    const outcome = await table.commit(changes);
    if (!outcome.committed) throw new Error('the test could not store what it is given');
  };
  const request = aRequest({ version: 0, site: { outcode: 'TN2', town: 'Pembury', place: 'west-kent' } });
  const seats = request.seats.map((seat) => ({ ...seat, nobodyLeftAt: NOW }));
  await given(kent, requestRepository(kent.table).save({ ...request, seats }));
  const dpp = (changes: Partial<Practitioner> = {}) =>
    aPractitioner({
      version: 0,
      sites: [{ outcode: 'TN5', town: 'Wadhurst', place: 'east-sussex' }],
      ...changes,
    });
  await given(sussex, practitionerRepository(sussex.table).save(dpp()));
  const nounsOf = ({ table }: FunctionSystem) => ({
    practitioners: practitionerRepository(table),
    requests: requestRepository(table),
    offers: offerRepository(table),
    matches: matchRepository(table),
    loans: loanRepository(table),
    table,
  });
  const memoryOf = (own: FunctionSystem) =>
    judgeContextOf({ system: own.system, ledger: ledgerRepository(own.table), clock, policy });
  const share = async (own: FunctionSystem = kentNow()) => {
    const deps = { own, systems, clock, chance, policy, log };
    await tendLoans(deps)();
    return borrowPlaces({
      ...deps,
      neighbours: () => sharingNeighbours(systems, own),
      memory: memoryOf(own),
      heldBack: () => Promise.resolve(() => false),
    })();
  };
  return {
    memory,
    agree: (from: Agreement) => {
      agreement = from;
    },
    /** Lists the messages of one name in the learner's system. */
    mailed: (name: string) =>
      memory
        .rows()
        .filter(({ kind }) => kind === 'email')
        .map((row) => row['noun'] as Email)
        .filter((email) => email.name === name),
    given,
    dpp,
    clock,
    chance,
    kent: { ...nounsOf(kent), functionSystem: kent },
    sussex: { ...nounsOf(sussex), functionSystem: sussex },
    /** Tends the loans of the learner's system and borrows for its seats. */
    share,
    decide: (offerId: string, decision: Parameters<ReturnType<typeof decideOffer>>[1]) =>
      decideOffer({ ...kent, chance })(offerId, decision, now),
    /** Lets the overdue offers of the learner's system lapse. */
    lapse: () => lapseOffers({ ...kent, clock, chance, log })(),
    wait: (minutes: number) => {
      now = addMinutes(now, minutes);
    },
    at: (moment: string) => {
      now = moment;
    },
    /** Lets the commit with this number from now on fail, as if the function had been stopped. */
    stopAtCommit: (number: number) => {
      let commits = 0;
      beforeCommit = () => {
        commits += 1;
        if (commits === number) throw new Error('stopped');
      };
    },
    goOn: () => {
      beforeCommit = () => undefined;
    },
  };
};
