import { describe, expect, it } from 'vitest';
import { clean, forgetReasons, forgetMentions } from '../../../functions/privacy/erasure/forget-mentions.ts';
import { auditOf030 } from '../../support/audit-of-0-3-0.ts';
import { mentionRepository } from '../../../functions/store/repositories/mention-repository.ts';
import type { Change } from '../../../functions/store/table/table.ts';
import { aPractitioner, aRequest, NOW } from '../../support/builders.ts';
import { registrationService } from '../../support/registration-service.ts';

const ann = { id: 'dpp9', name: 'Ann Smith', email: 'ann@dpp.example' };
const inConflict = { committed: false, unmet: [], conflict: true } as const;

/** A service that records how many changes each commit contains. */
const recorded = () => {
  const its = registrationService();
  const commits: number[] = [];
  const table: typeof its.table = {
    ...its.table,
    commit: (changes, key) => {
      commits.push(changes.length);
      return its.table.commit(changes, key);
    },
  };
  return { its, table, commits };
};

describe('removing a person’s mentions', () => {
  it('writes nothing where nobody mentions them', async () => {
    const { its, table, commits } = recorded();
    await its.given({
      practitioners: [aPractitioner({ backUpName: 'Bob Jones', backUpEmail: 'bob@dpp.example' })],
      requests: [aRequest({ nmpLeadName: 'Bob Jones' })],
    });
    await forgetMentions(table, NOW)(ann);
    expect(commits).toEqual([]);
  });

  it('asks the team about a text that holds their name among other words', async () => {
    const { its, table } = recorded();
    await its.given({
      practitioners: [aPractitioner({ employerApprover: 'the line manager, Ann Smith' })],
      requests: [aRequest({ nmpLeadName: 'ask Ann Smith first' })],
    });
    await forgetMentions(table, NOW)(ann);
    expect(await mentionRepository(table).all()).toEqual([
      { noun: 'practitioner', id: 'dpp1', at: NOW },
      { noun: 'request', id: 'req1', at: NOW },
    ]);
  });

  it('does not ask the team about their own listing or request, which is erased anyway', async () => {
    const { its, table } = recorded();
    await its.given({
      practitioners: [aPractitioner({ id: ann.id, employerApprover: 'Ann Smith herself' })],
      requests: [aRequest({ id: ann.id, nmpLeadName: 'Ann Smith herself' })],
    });
    await forgetMentions(table, NOW)(ann);
    expect(await mentionRepository(table).all()).toEqual([]);
  });

  it('fails when the team could not be asked', async () => {
    const { its } = recorded();
    await its.given({ practitioners: [aPractitioner({ employerApprover: 'ask Ann Smith first' })] });
    const table: typeof its.table = { ...its.table, commit: () => Promise.resolve(inConflict) };
    await expect(forgetMentions(table, NOW)(ann)).rejects.toThrow('cannot ask the team');
  });
});

describe('cleaning one noun', () => {
  const change: Change = { do: 'remove', key: { pk: 'A', sk: 'B' }, when: { is: 'anything' } };
  const cleaning = (noun: string | undefined) => ({
    find: () => Promise.resolve(noun),
    without: (found: string): string => found.toUpperCase(),
    save: () => change,
  });

  it('writes nothing when the noun no longer exists', async () => {
    const { table, commits } = recorded();
    await clean(table, 'A', cleaning(undefined));
    expect(commits).toEqual([]);
    await clean(table, 'A', cleaning('noun'));
    expect(commits).toEqual([1]);
  });

  it('fails when every attempt has a write conflict', async () => {
    const table = { commit: () => Promise.resolve(inConflict) };
    await expect(clean(table, 'A', cleaning('noun'))).rejects.toThrow('repeated write conflicts');
  });
});

describe('removing the reasons of older versions from the audit', () => {
  const entries = (count: number) =>
    Array.from({ length: count }, (_, index) =>
      auditOf030(
        'request#req1',
        NOW,
        `id${String(index).padStart(3, '0')}`,
        'team:robin',
        'conflict-cleared',
        {
          reason: 'a reason',
        },
      ),
    );

  it.each([
    [1, [1]],
    [50, [50]],
    [51, [50, 1]],
  ])('of %i entries takes commits of 50 at most', async (count, sizes) => {
    const { its, table, commits } = recorded();
    for (const entry of entries(count)) await its.table.commit([entry]);
    await forgetReasons(table, 'request#req1');
    expect(commits).toEqual(sizes);
    expect(JSON.stringify(its.table.rows())).not.toContain('a reason');
  });

  it('fails when a commit is refused', async () => {
    const { its } = recorded();
    await its.table.commit(entries(1));
    const table: typeof its.table = { ...its.table, commit: () => Promise.resolve(inConflict) };
    await expect(forgetReasons(table, 'request#req1')).rejects.toThrow('cannot remove words');
  });
});
