import { emailRepository } from '../../../functions/store/repositories/email-repository.ts';
import { ledgerRepository } from '../../../functions/store/repositories/ledger-repository.ts';
import { matchRepository } from '../../../functions/store/repositories/match-repository.ts';
import { offerRepository } from '../../../functions/store/repositories/offer-repository.ts';
import { organisationRepository } from '../../../functions/store/repositories/organisation-repository.ts';
import { organisationTrustRepository } from '../../../functions/store/repositories/organisation-trust-repository.ts';
import { practitionerRepository } from '../../../functions/store/repositories/practitioner-repository.ts';
import { requestRepository } from '../../../functions/store/repositories/request-repository.ts';
import { roundRepository } from '../../../functions/store/repositories/round-repository.ts';
import { suppressionRepository } from '../../../functions/store/repositories/suppression-repository.ts';
import { addressHash } from '../../../functions/platform/hash.ts';
import type { Change, Table } from '../../../functions/store/table/table.ts';
import { claim, claimAddress } from '../../../functions/store/unique-claims.ts';
import { ledgerHistoryOf } from '../../../shared/matches/ledger.ts';
import { trustRows } from './trust.ts';
import type { SeededWorld } from './make-world.ts';

const CHANGES_PER_COMMIT = 90;

/**
 * States in which a practitioner's e-mail address and registration number are taken, so that nobody else can
 * register with them.
 */
const statesWithClaims = new Set([
  'awaiting-check',
  'awaiting-proof',
  'listed',
  'paused',
  'unlisted',
  'stale',
  'suspended',
]);

/**
 * Rows of the organisations and practitioners, of the practitioners' claims to their address and registration
 * number, and of offers and matches.
 */
const supplyRows = (table: Table, world: SeededWorld): readonly Change[] => {
  const practitioners = [...world.practitioners.values()];
  return [
    ...world.organisations.map((organisation) => organisationRepository(table).save(organisation)),
    ...world.trust.flatMap(({ domains, people }) => [
      ...domains.map((domain) => organisationTrustRepository(table).saveDomain(domain)),
      ...people.map((person) => organisationTrustRepository(table).savePerson(person)),
    ]),
    ...practitioners.map((practitioner) => practitionerRepository(table).save(practitioner)),
    ...practitioners
      .filter(({ state }) => statesWithClaims.has(state))
      // The number that somebody claims stays with the other until the team has decided.
      .flatMap((one) => (one.claimsNumberOf === undefined ? claim(table, one) : [claimAddress(table, one)])),
    ...practitioners.flatMap(({ email, unreachableSince }) =>
      unreachableSince === undefined
        ? []
        : [suppressionRepository(table).suppress(addressHash(email), 'bounced', unreachableSince)],
    ),
    ...[...world.offers.values()].map((offer) => offerRepository(table).save(offer)),
    ...[...world.matches.values()].map((match) => matchRepository(table).save(match)),
    ...[...world.matches.values()]
      .flatMap(ledgerHistoryOf)
      .map((entry) => ledgerRepository(table).append(entry)),
  ];
};

/**
 * Rows of rounds, requests and e-mails. Rounds come first, so that the requests of their cohorts are held for
 * them. Requests must be written after all practitioners, because the service matches a request as soon as it
 * is written.
 */
const demandRows = (table: Table, world: SeededWorld): readonly Change[] => [
  ...world.rounds.map((round) => roundRepository(table).save(round)),
  ...[...world.requests.values()].map((request) => requestRepository(table).save(request)),
  ...world.emails.map((email) => emailRepository(table).save(email)),
];

/**
 * Writes the demonstration data through the repositories. Does nothing if the data exists from an earlier
 * start.
 * @param between makes further writes after the practitioners and before the requests
 * @returns whether anything was written
 */
export const writeWorld = async (
  table: Table,
  world: SeededWorld,
  between: () => Promise<void> = () => Promise.resolve(),
): Promise<boolean> => {
  const write = async (changes: readonly Change[], mayBeThere: boolean): Promise<boolean> => {
    for (let start = 0; start < changes.length; start += CHANGES_PER_COMMIT) {
      const { committed } = await table.commit(changes.slice(start, start + CHANGES_PER_COMMIT));
      if (!committed && start === 0 && mayBeThere) return false;
      if (!committed)
        throw new Error('the demonstration data was written in part: start with an empty folder');
    }
    return true;
  };
  if (!(await write(supplyRows(table, world), true))) return false;
  await write(trustRows(table, world), false);
  await between();
  return write(demandRows(table, world), false);
};
