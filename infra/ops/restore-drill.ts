import type { Instant } from '../../shared/kernel/time.ts';
import { systemChance } from '../../functions/platform/chance.ts';
import { auditRepository } from '../../functions/store/repositories/audit-repository.ts';
import { emailRepository } from '../../functions/store/repositories/email-repository.ts';
import { keyWithoutSystem, lists } from '../../functions/store/table/keys.ts';
import { linkRepository } from '../../functions/store/repositories/link-repository.ts';
import { matchRepository } from '../../functions/store/repositories/match-repository.ts';
import { offerRepository } from '../../functions/store/repositories/offer-repository.ts';
import { organisationRepository } from '../../functions/store/repositories/organisation-repository.ts';
import { practitionerRepository } from '../../functions/store/repositories/practitioner-repository.ts';
import { requestRepository } from '../../functions/store/repositories/request-repository.ts';
import type { Table } from '../../functions/store/table/table.ts';
import { eraseRequest } from '../../functions/privacy/erasure/erase-request.ts';
import { eraseListing } from '../../functions/privacy/erasure/erase-listing.ts';
import { openRequests } from '../../functions/store/open-requests.ts';
import { everyDifference, reconcileBooks } from '../../functions/programme/reconciliation/reconcile-books.ts';
import { erasedAndBack } from '../../functions/privacy/retention/retain-rules.ts';
import type { WholeTable } from './whole-table.ts';

export interface DrillCheck {
  readonly what: string;
  readonly ok: boolean;
}

const serviceOn = (table: Table, now: Instant) => {
  const nouns = {
    table,
    practitioners: practitionerRepository(table),
    requests: requestRepository(table),
    offers: offerRepository(table),
    matches: matchRepository(table),
    organisations: organisationRepository(table),
    emails: emailRepository(table),
    audit: auditRepository(table),
    clock: { now: () => now },
    chance: systemChance,
  };
  const erase = { erasePractitioner: eraseListing(nouns), eraseRequest: eraseRequest(nouns) };
  const books = reconcileBooks({ ...nouns, openRequests: openRequests(table, nouns.requests) });
  return { ...nouns, ...erase, books, links: linkRepository(table) };
};

const inOrder = (rows: readonly object[]): readonly string[] =>
  rows.map((row) => JSON.stringify(Object.entries(row).toSorted(([a], [b]) => (a < b ? -1 : 1)))).toSorted();

/**
 * Rehearses a restore: backs up a table with a year of data, erases two people, and restores the backup into an empty
 * table as the runbook describes.
 * @param old the table with data, to which nobody else may write during the drill
 * @returns one line per check
 */
export const restoreDrill = async (
  old: WholeTable,
  empty: WholeTable,
  now: Instant,
): Promise<readonly DrillCheck[]> => {
  const before = serviceOn(old.table, now);
  const [practitioner] = (await before.practitioners.inState('listed')).filter(
    ({ commitments }) => commitments.length > 0,
  );
  const [asked] = await before.requests.inState('open');
  if (practitioner === undefined || asked === undefined)
    throw new Error('the demonstration data contains nobody to erase');
  const token = systemChance.token();
  const expiresAt = '9999-01-01T00:00:00.000Z';
  await old.table.commit([
    before.links.mint({ kind: 'status', recipient: 'requester', requestId: asked.id, expiresAt }, token),
  ]);
  const backup = await old.everything();
  const erased = [await before.erasePractitioner(practitioner.id), await before.eraseRequest(asked.id)];

  await empty.store(backup);
  const restored = inOrder(await empty.everything());
  const log = (await old.everything()).filter(
    ({ listPk = '' }) => keyWithoutSystem(listPk) === lists.erasures,
  );
  const after = serviceOn(empty.table, now);
  const link = await after.links.find(token, now);
  const differencesBefore = await everyDifference(after.books.lists);
  await empty.store(log);
  const { found: again } = await erasedAndBack(after)(now, undefined);
  for (const deletion of again) await deletion();
  const left = JSON.stringify(await empty.everything());
  const traces = [
    practitioner.name,
    practitioner.email,
    practitioner.registrationNumber,
    asked.requesterName,
    asked.email,
  ];
  const present = JSON.stringify(backup);

  return [
    {
      what: `${backup.length} rows exported, and the same ${restored.length} imported`,
      ok: inOrder(backup).join() === restored.join(),
    },
    { what: 'places, matches, offers and seats agree after the restore', ok: differencesBefore.length === 0 },
    { what: 'a link from an old e-mail still works', ok: link?.expired === false },
    { what: 'two people were erased after the backup', ok: erased.every(({ ok }) => ok) && log.length === 2 },
    { what: 'the restore brought them back', ok: traces.every((trace) => present.includes(trace)) },
    {
      what: 'they are erased again',
      ok: again.length === 2 && (await erasedAndBack(after)(now, undefined)).found.length === 0,
    },
    { what: 'nothing of them is left', ok: traces.every((trace) => !left.includes(trace)) },
    {
      what: 'places, matches, offers and seats agree after the erasures',
      ok: (await everyDifference(after.books.lists)).length === 0,
    },
  ];
};
