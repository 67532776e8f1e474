import { beforeEach, describe, expect, it } from 'vitest';
import { addressHash, registrationHash } from '../../../functions/platform/hash.ts';
import { suppressionRepository } from '../../../functions/store/repositories/suppression-repository.ts';
import { NOW } from '../../support/builders.ts';
import { memoryTable } from '../../support/memory-table/memory-table.ts';

const ADDRESS = 'Amara@dpp.example';
let table = memoryTable();
let suppressions = suppressionRepository(table);
beforeEach(() => {
  table = memoryTable();
  suppressions = suppressionRepository(table);
});

describe('an address', () => {
  it('gets everything at first', async () => {
    expect(await suppressions.held(ADDRESS)).toBeUndefined();
  });

  it.each(['bounced', 'complained'] as const)('that %s gets no e-mail, in any spelling', async (reason) => {
    await table.commit([suppressions.suppress(addressHash(ADDRESS), reason, NOW)]);
    await table.commit([suppressions.suppress(addressHash(ADDRESS), reason, NOW)]);
    expect(await suppressions.held(' amara@DPP.example')).toBe('everything');
  });

  it('that was unsubscribed gets no nudges', async () => {
    await table.commit([suppressions.unsubscribe(ADDRESS, NOW)]);
    expect(await suppressions.held(ADDRESS)).toBe('nudges');
  });

  it('that bounced gets nothing, whatever was recorded before or after', async () => {
    await table.commit([suppressions.unsubscribe(ADDRESS, NOW)]);
    await table.commit([suppressions.suppress(addressHash(ADDRESS), 'bounced', NOW)]);
    await table.commit([suppressions.unsubscribe(ADDRESS, NOW)]);
    expect(await suppressions.held(ADDRESS)).toBe('everything');
  });

  it('gets e-mails again once the suppression is lifted, but no reminders if they were stopped', async () => {
    await table.commit([
      suppressions.suppress(addressHash(ADDRESS), 'bounced', NOW),
      suppressions.unsubscribe(ADDRESS, NOW),
    ]);
    await table.commit([suppressions.lift(ADDRESS)]);
    expect(await suppressions.held(ADDRESS)).toBe('nudges');
  });

  it('is stored only as a hash', async () => {
    await table.commit([
      suppressions.suppress(addressHash(ADDRESS), 'bounced', NOW),
      suppressions.unsubscribe(ADDRESS, NOW),
    ]);
    expect(JSON.stringify(table.rows()).toLowerCase()).not.toContain('amara');
  });
});

describe('hashes for comparing', () => {
  it('normalise the spelling of an address and a registration number', () => {
    expect(addressHash(' AMARA@dpp.example ')).toBe(addressHash('amara@dpp.example'));
    expect(registrationHash('nmc', '01a 2345-n')).toBe(registrationHash('nmc', '01A2345N'));
  });

  it('distinguish addresses, numbers and regulators', () => {
    const hashes = [
      addressHash('a@dpp.example'),
      addressHash('b@dpp.example'),
      registrationHash('gphc', '2012345'),
      registrationHash('gmc', '2012345'),
    ];
    expect(new Set(hashes).size).toBe(4);
  });
});
