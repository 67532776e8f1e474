import { gunzipSync } from 'node:zlib';
import { beforeEach, describe, expect, it } from 'vitest';
import { exportAudit } from '../../../functions/privacy/audit/export-audit.ts';
import { reportMissing } from '../../../functions/privacy/audit/report-missing.ts';
import { auditRow } from '../../../functions/store/audit-row.ts';
import { auditRepository } from '../../../functions/store/repositories/audit-repository.ts';
import { auditOf030 } from '../../support/audit-of-0-3-0.ts';
import { memoryObjects } from '../../support/memory-objects.ts';
import { memoryTable } from '../../support/memory-table/memory-table.ts';

const service = () => {
  const table = memoryTable();
  const objects = memoryObjects();
  let now = '2026-12-02T03:30:00.000Z';
  const setAside: unknown[] = [];
  const lines: string[] = [];
  const log = { event: (code: string) => lines.push(code) };
  const deps = {
    systemId: 'anyshire',
    audit: auditRepository({ ...table, setAside: (row) => setAside.push(row.pk) }),
    objects,
    clock: { now: () => now },
    log,
  };
  return {
    table,
    objects,
    deps,
    lines,
    setAside,
    at: (instant: string) => (now = instant),
    note: (at: string, id = 'a') =>
      table.commit([auditRow('request#r1', at, id, 'matcher', 'offer-made', { offer: 'o1', rank: 1 })]),
    run: exportAudit(deps),
    read: async (key: string): Promise<readonly unknown[]> => {
      const found = await objects.get(key);
      if (typeof found !== 'object') throw new Error('there is no such export');
      const text = gunzipSync(found.body).toString();
      return text
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => JSON.parse(line) as unknown);
    },
  };
};

describe('the daily export of the audit', () => {
  let its: ReturnType<typeof service>;
  beforeEach(() => (its = service()));

  it('writes the entries of the day before, one a line, oldest first', async () => {
    await its.note('2026-12-01T23:59:59.999Z', 'b');
    await its.note('2026-12-01T00:00:00.000Z', 'a');
    await its.note('2026-12-02T00:00:00.000Z', 'c');
    expect(await its.run()).toBe(1);
    expect(its.objects.keys()).toEqual(['anyshire/2026-12-01.jsonl.gz']);
    const entry = { actor: 'matcher', action: 'offer-made', facts: { offer: 'o1', rank: 1 } };
    expect(await its.read('anyshire/2026-12-01.jsonl.gz')).toEqual([
      { at: '2026-12-01T00:00:00.000Z', subject: 'request#r1', id: 'a', entry },
      { at: '2026-12-01T23:59:59.999Z', subject: 'request#r1', id: 'b', entry },
    ]);
    expect(its.objects.about('anyshire/2026-12-01.jsonl.gz')).toMatchObject({ locked: true });
    expect(its.lines).toEqual(['audit-exported']);
  });

  it('writes nothing before there is an entry, and nothing of the day that is not over', async () => {
    expect(await its.run()).toBe(0);
    await its.note('2026-12-02T01:00:00.000Z');
    expect(await its.run()).toBe(0);
    expect(its.objects.keys()).toEqual([]);
  });

  it('never writes a day again, even if its entries have changed since', async () => {
    await its.note('2026-12-01T10:00:00.000Z');
    await its.run();
    const before = await its.objects.get('anyshire/2026-12-01.jsonl.gz');
    await its.note('2026-12-01T11:00:00.000Z', 'late');
    expect(await its.run()).toBe(0);
    expect(await its.objects.get('anyshire/2026-12-01.jsonl.gz')).toEqual(before);
  });

  it('writes the same bytes for a day in two runs at the same time', async () => {
    for (let index = 0; index < 1_203; index += 1)
      await its.note(`2026-12-01T10:00:00.${String(index % 1_000).padStart(3, '0')}Z`, `id${String(index)}`);
    const bucket = memoryObjects();
    await Promise.all([its.run(), exportAudit({ ...its.deps, objects: bucket })()]);
    const [key = ''] = bucket.keys();
    expect(await bucket.get(key)).toEqual(await its.objects.get(key));
    expect(await its.read(key)).toHaveLength(1_203);
    expect(await Promise.all([its.run(), its.run()])).toEqual([0, 0]);
  });

  it('makes up days that were missed, with an object for a day without entries', async () => {
    await its.note('2026-12-01T10:00:00.000Z');
    await its.run();
    await its.note('2026-12-04T10:00:00.000Z');
    its.at('2026-12-05T03:30:00.000Z');
    expect(await its.run()).toBe(3);
    expect(await its.read('anyshire/2026-12-02.jsonl.gz')).toEqual([]);
    expect(await its.read('anyshire/2026-12-04.jsonl.gz')).toHaveLength(1);
  });

  it('goes on with the day at which it failed, so that no day is left out', async () => {
    await its.note('2026-11-30T10:00:00.000Z');
    await its.note('2026-12-01T10:00:00.000Z');
    let puts = 0;
    const objects = {
      ...its.objects,
      put: (...given: Parameters<typeof its.objects.put>) => {
        puts += 1;
        return puts === 1 ? its.objects.put(...given) : Promise.reject(new Error('S3 refused'));
      },
    };
    await expect(exportAudit({ ...its.deps, objects })()).rejects.toThrow('S3 refused');
    expect(its.objects.keys()).toEqual(['anyshire/2026-11-30.jsonl.gz']);
    expect(await its.run()).toBe(1);
  });

  it('writes 40 days in one run at most, and says that some are left', async () => {
    await its.note('2026-10-01T10:00:00.000Z');
    const run = reportMissing(its.deps.log, its.run);
    await expect(run()).rejects.toThrow('days of the audit are left');
    expect(its.objects.keys()).toHaveLength(40);
    expect(its.lines).toEqual(['audit-exported', 'audit-not-exported']);
    await run();
    expect(its.objects.keys()).toHaveLength(62);
    expect(its.lines).toEqual(['audit-exported', 'audit-not-exported', 'audit-exported']);
  });

  it('leaves out the names and reasons that 0.3.0 stored', async () => {
    const facts = { why: 'Zephyrine is a cousin', practitioner: 'dpp1' };
    await its.table.commit([
      auditOf030('request#r1', '2026-12-01T10:00:00.000Z', 'a', 'team:Tess', 'tie-cleared', facts),
    ]);
    await its.run();
    expect(await its.read('anyshire/2026-12-01.jsonl.gz')).toMatchObject([
      {
        entry: { actor: expect.stringMatching(/^team:member-/u) as string, facts: { practitioner: 'dpp1' } },
      },
    ]);
    expect(JSON.stringify(await its.read('anyshire/2026-12-01.jsonl.gz'))).not.toMatch(/Tess|cousin/u);
  });

  it('names an entry that cannot be read, without its content, and reports it', async () => {
    const change = auditRow('request#r1', '2026-12-01T10:00:00.000Z', 'a', 'matcher', 'offer-made');
    if (change.do === 'put') await its.table.commit([{ ...change, row: { ...change.row, action: 7 } }]);
    await its.run();
    expect(await its.read('anyshire/2026-12-01.jsonl.gz')).toEqual([
      { at: '2026-12-01T10:00:00.000Z', subject: 'request#r1', id: 'a' },
    ]);
    expect(new Set(its.setAside)).toEqual(new Set(['AUDIT#request#r1']));
  });
});
