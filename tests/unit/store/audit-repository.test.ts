import { describe, expect, it } from 'vitest';
import { auditRepository } from '../../../functions/store/repositories/audit-repository.ts';
import { type Actor, auditRow } from '../../../functions/store/audit-row.ts';
import { auditOf030 } from '../../support/audit-of-0-3-0.ts';
import { NOW } from '../../support/builders.ts';
import { memoryTable } from '../../support/memory-table/memory-table.ts';

describe('the audit log of a subject', () => {
  const noted = async () => {
    const table = memoryTable();
    await table.commit([
      auditRow('request#r1', '2026-11-21T10:00:00.000Z', 'b', 'matcher', 'offer-made', { offerId: 'o1' }),
      auditRow('request#r1', '2026-11-21T09:00:00.000Z', 'a', 'requester', 'request-confirmed'),
      auditRow('request#r2', '2026-11-21T09:00:00.000Z', 'c', 'requester', 'request-confirmed'),
    ]);
    return { table, audit: auditRepository(table) };
  };

  it('is read in the order in which it happened', async () => {
    const { audit } = await noted();
    expect(await audit.of('request#r1')).toEqual([
      { at: '2026-11-21T09:00:00.000Z', actor: 'requester', action: 'request-confirmed', facts: {} },
      { at: '2026-11-21T10:00:00.000Z', actor: 'matcher', action: 'offer-made', facts: { offerId: 'o1' } },
    ]);
  });

  it('keeps codes and ids once the words of older versions are taken out, and only of that subject', async () => {
    const { table, audit } = await noted();
    const at = '2026-11-21T11:00:00.000Z';
    const facts = { why: 'Retired', practitioner: 'dpp1', note: 'Sam Example', to: 'sam@example.org' };
    for (const subject of ['request#r1', 'request#r2'])
      await table.commit([auditOf030(subject, at, 'd', 'team:Tess', 'tie-cleared', facts)]);
    await table.commit(await audit.withoutWords('request#r1'));
    expect((await audit.of('request#r1')).map((entry) => entry.facts)).toEqual([
      {},
      { offerId: 'o1' },
      { practitioner: 'dpp1' },
    ]);
    expect((await audit.of('request#r2')).at(-1)?.facts).toEqual(facts);
    expect(await audit.withoutWords('request#r1')).toEqual([]);
  });

  it.each(['Sam Example', 'sam@example.org', 'Señora', 'a\nb', '+44 7700 900123'])(
    'takes no words as a fact: %s',
    (fact) => {
      expect(() => auditRow('request#r1', NOW, 'a', 'matcher', 'offer-made', { fact })).toThrow(
        'neither a code',
      );
    },
  );

  it('takes no reason as a fact, even if it is one word', () => {
    expect(() => auditRow('request#r1', NOW, 'a', 'matcher', 'offer-made', { why: 'Ill' })).toThrow(
      'neither a code',
    );
  });

  it('names a member of the team by a key, the same for each spelling of the name', () => {
    const actorOf = (actor: Actor) => {
      const change = auditRow('request#r1', NOW, 'a', actor, 'tie-cleared');
      return change.do === 'put' ? change.row['actor'] : undefined;
    };
    expect(actorOf('team:Ann Smith')).toMatch(/^team:member-[\w-]{12}$/u);
    expect(actorOf('team:ann smith ')).toBe(actorOf('team:Ann Smith'));
    expect(actorOf('team:Ann Smyth')).not.toBe(actorOf('team:Ann Smith'));
    expect(actorOf('schedule')).toBe('schedule');
  });
});
