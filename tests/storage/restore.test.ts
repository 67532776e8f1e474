import { beforeAll, describe, expect, inject, it } from 'vitest';
import { type DrillCheck, restoreDrill } from '../../infra/ops/restore-drill.ts';
import { wholeTable } from '../../infra/ops/whole-table.ts';
import { makeWorld } from '../../infra/local/seed/make-world.ts';
import { writeWorld } from '../../infra/local/seed/write-world.ts';
import { NOW } from '../support/builders.ts';
import { localClient } from '../support/local-table.ts';

describe('a restore from a backup', () => {
  let checks: readonly DrillCheck[];
  beforeAll(async () => {
    const client = localClient(inject('dynamoEndpoint'));
    const [old, empty] = [
      await wholeTable(client, 'restore-old', 'kent-and-medway'),
      await wholeTable(client, 'restore-new', 'kent-and-medway'),
    ];
    await writeWorld(old.table, makeWorld(NOW));
    checks = await restoreDrill(old, empty, NOW);
  });

  it('restores everything with its links, except people erased since', () => {
    expect(checks.filter(({ ok }) => !ok)).toEqual([]);
    expect(checks).toHaveLength(8);
  });
});
