import { describe, expect, it } from 'vitest';
import { recordsThatName } from '../../../functions/privacy/erasure/records-that-name.ts';
import { addressHash, registrationHash } from '../../../functions/platform/hash.ts';
import { emailRepository } from '../../../functions/store/repositories/email-repository.ts';
import { linkRepository } from '../../../functions/store/repositories/link-repository.ts';
import { matchRepository } from '../../../functions/store/repositories/match-repository.ts';
import { offerRepository } from '../../../functions/store/repositories/offer-repository.ts';
import { practitionerRepository } from '../../../functions/store/repositories/practitioner-repository.ts';
import { requestRepository } from '../../../functions/store/repositories/request-repository.ts';
import { pruneIndex } from '../../../functions/store/prune-index.ts';
import { rowsFoundUnder } from '../../../functions/store/rows-found-under.ts';
import { indexedTable } from '../../../functions/store/table/indexed-table.ts';
import { keys } from '../../../functions/store/table/keys.ts';
import { systemTable } from '../../../functions/store/table/system-table.ts';
import type { Change } from '../../../functions/store/table/table.ts';
import { outboxEmail } from '../../../functions/store/noun-changes.ts';
import { aMatch, anOffer, aPractitioner, aRequest, NOW } from '../../support/builders.ts';
import { memoryTable } from '../../support/memory-table/memory-table.ts';

const dpp = aPractitioner({ version: 0 });
const ofDpp = keys.recordsOf('practitioner', 'dpp1');

/** A table that records the size of each commit. */
const aTable = () => {
  const memory = memoryTable();
  const sizes: number[] = [];
  const table = indexedTable({
    ...memory,
    commit: (changes: readonly Change[], key?: string) => {
      sizes.push(changes.length);
      return memory.commit(changes, key);
    },
  });
  return { table, sizes };
};
const pksOf = async (table: Parameters<typeof rowsFoundUnder>[0], ...partitions: readonly string[]) =>
  (await rowsFoundUnder(table, partitions)).map(({ pk }) => pk).toSorted();

describe('a record of a person', () => {
  it('is found by address and by registration number from the commit that stores it', async () => {
    const { table, sizes } = aTable();
    await table.commit([practitionerRepository(table).save(dpp)]);
    expect(sizes).toHaveLength(1);
    expect(await pksOf(table, keys.find(addressHash(` ${dpp.email.toUpperCase()} `)))).toEqual([
      'PRACTITIONER#dpp1',
    ]);
    const number = registrationHash(dpp.regulator, dpp.registrationNumber);
    expect(await pksOf(table, keys.findNumber(number))).toEqual(['PRACTITIONER#dpp1']);
  });

  it('leads to its offers, matches, e-mails and links', async () => {
    const { table } = aTable();
    await table.commit([
      offerRepository(table).save(anOffer({ version: 0 })),
      matchRepository(table).save(aMatch({ version: 0 })),
      outboxEmail(table, 'practitioner-already-registered', 'cause', { practitionerId: 'dpp1' }, NOW),
      outboxEmail(table, 'practitioner-already-registered', 'other', { practitionerId: 'dpp2' }, NOW),
      linkRepository(table).mint(
        { kind: 'manage', recipient: 'practitioner', practitionerId: 'dpp1', expiresAt: NOW },
        'A'.repeat(43),
      ),
    ]);
    const found = await rowsFoundUnder(table, [ofDpp]);
    expect(found.map(({ kind }) => kind).toSorted()).toEqual(['email', 'link', 'match', 'offer']);
  });

  it('is in the index of its own system only', async () => {
    const memory = memoryTable();
    const [kent, sussex] = ['kent', 'sussex'].map((id) => systemTable(memory, id)) as [
      ReturnType<typeof systemTable>,
      ReturnType<typeof systemTable>,
    ];
    await kent.commit([practitionerRepository(kent).save(dpp)]);
    expect(await pksOf(kent, keys.find(addressHash(dpp.email)))).toEqual(['PRACTITIONER#dpp1']);
    expect(await pksOf(sussex, keys.find(addressHash(dpp.email)))).toEqual([]);
  });

  it.each([
    ['as prescribing lead', aRequest({ version: 0, nmpLeadEmail: dpp.email, nmpLeadName: 'Lee Lead' })],
    [
      'as a conflict, by name',
      aRequest({
        version: 0,
        conflicts: [{ kind: 'line-manager', name: 'Example, Amara', decision: { is: 'undecided' } }],
      }),
    ],
    [
      'by an address in a longer text',
      aRequest({
        version: 0,
        conflicts: [
          { kind: 'relative-or-close-tie', name: `my aunt ${dpp.email}.`, decision: { is: 'undecided' } },
        ],
      }),
    ],
  ])('is found by whom others name %s', async (_, request) => {
    const { table } = aTable();
    await table.commit([
      requestRepository(table).save(request),
      requestRepository(table).save(aRequest({ version: 0, id: 'req9' })),
    ]);
    const { requests } = await recordsThatName(table, dpp);
    expect(requests.map(({ id }) => id)).toEqual(['req1']);
  });

  it('is found also if its index rows do not fit into one commit with it', async () => {
    const { table, sizes } = aTable();
    const emails = Array.from({ length: 60 }, (_, n) =>
      outboxEmail(
        table,
        'practitioner-already-registered',
        `c${String(n)}`,
        { practitionerId: 'dpp1', requestId: 'r1' },
        NOW,
      ),
    );
    expect((await table.commit(emails)).committed).toBe(true);
    expect(sizes).toEqual([100, 20, 60]);
    expect(await rowsFoundUnder(table, [ofDpp])).toHaveLength(60);
  });

  it('is filed once for an e-mail that changes state', async () => {
    const { table, sizes } = aTable();
    await table.commit([
      outboxEmail(table, 'practitioner-already-registered', 'cause', { practitionerId: 'dpp1' }, NOW),
    ]);
    const emails = emailRepository(table);
    const [email] = await emails.waiting('9999-12-31T00:00:00.000Z', 10);
    await table.commit([emails.save(email!)]);
    expect(sizes).toEqual([2, 1]);
  });
});

describe('pruning the index', () => {
  it('deletes what leads to records that no longer hold the address, and keeps the rest', async () => {
    const { table } = aTable();
    const requests = requestRepository(table);
    await table.commit([
      requests.save(aRequest({ version: 0, nmpLeadEmail: dpp.email })),
      requests.save(aRequest({ version: 0, id: 'req2', nmpLeadEmail: dpp.email })),
    ]);
    const { nmpLeadEmail, ...without } = (await requests.findPresent('req1'))!;
    await table.commit([requests.save(without)]);
    const partition = keys.find(addressHash(dpp.email));
    await pruneIndex(table, [partition]);
    expect((await table.query({ from: 'table', partition })).map(({ sk }) => sk)).toEqual([
      'REQUEST#req2#REQUEST',
    ]);
  });
});
