import { describe, expect, it } from 'vitest';
import { isComparisonDue } from '../../../functions/directory/publish/comparison-due.ts';
import { practitionerRepository } from '../../../functions/store/repositories/practitioner-repository.ts';
import { datedTable } from '../../../functions/store/table/dated-table.ts';
import { addMilliseconds } from '../../../shared/kernel/time.ts';
import { erasedPractitioner } from '../../../shared/privacy/erase-practitioner.ts';
import { aPractitioner, NOW } from '../../support/builders.ts';
import { second, systemWithFiles } from '../../support/directory/system-with-files.ts';

describe('the comparison of the files with the rows', () => {
  it('finds and counts what was never announced for a minute', async () => {
    const system = await systemWithFiles([aPractitioner(), second]);
    await system.publisher().rebuild();
    await system.save({ ...(await system.row()), state: 'paused' });
    system.later(70_000);
    expect(await system.publisher().tick()).toEqual({ late: 1 });
    expect((await system.shown())?.names).toEqual(['Ben Other']);
  });

  it('reads only what was written lately, and says how far the files are complete', async () => {
    const system = await systemWithFiles([aPractitioner(), second]);
    await system.publisher().rebuild();
    const first = (await system.shown())!.manifest.completeTo;
    system.later(600_000);
    await system.save({ ...(await system.row('dpp2')), name: 'Ben Renamed' });
    system.asked();
    system.later(60_000);
    await system.publisher().tick();
    expect(system.asked()).toEqual(['by-change']);
    const { names, manifest } = (await system.shown())!;
    expect(names).toEqual(['Amara Example', 'Ben Renamed']);
    expect(manifest.completeTo).toBe(addMilliseconds(first, 660_000));
  });

  it('finds somebody who was erased or newly listed and never announced', async () => {
    const system = await systemWithFiles([aPractitioner(), { ...second, state: 'paused' }]);
    await system.publisher().rebuild();
    await system.save(erasedPractitioner(await system.row(), NOW));
    await system.save({ ...(await system.row('dpp2')), state: 'listed' });
    system.later(60_000);
    await system.publisher().tick();
    expect((await system.shown())?.names).toEqual(['Ben Other']);
    expect(await system.everything()).not.toMatch(/amara|dpp1/iu);
  });

  it('finds a row whose commit took minutes', async () => {
    const system = await systemWithFiles([aPractitioner()]);
    const slow = datedTable(
      {
        ...system.table,
        commit: async (changes) => {
          system.later(240_000);
          await system.publisher().tick();
          return system.memory.commit(changes);
        },
      },
      { now: () => system.now() },
    );
    await system.publisher().rebuild();
    await slow.commit([practitionerRepository(slow).save({ ...(await system.row()), state: 'paused' })]);
    system.later(60_000);
    await system.publisher().tick();
    expect((await system.shown())?.names).toEqual([]);
  });

  it('does not call a change late because the details are old', async () => {
    const system = await systemWithFiles([aPractitioner({ updatedAt: addMilliseconds(NOW, -86_400_000) })]);
    await system.publisher().rebuild();
    system.later(120_000);
    await system.save({ ...(await system.row()), pendingOffers: [] });
    expect(await system.publisher().tick()).toEqual({ late: 0 });
    await system.save({ ...(await system.row()), pendingOffers: [] });
    expect(await system.publisher().rebuild()).toEqual({ late: 0 });
  });

  it('compares with all rows once an hour, so that a row without a date of writing is found too', async () => {
    const system = await systemWithFiles([aPractitioner(), second]);
    await system.publisher().rebuild();
    await system.saveUndated({ ...(await system.row()), state: 'paused' });
    const complete: number[] = [];
    for (let minute = 1; minute <= 120; minute += 1) {
      system.later(60_000);
      system.asked();
      await system.publisher().tick();
      if (system.asked().includes('by-list')) complete.push(minute);
    }
    expect(complete).toHaveLength(2);
    expect(complete[1]! - complete[0]!).toBe(60);
    expect((await system.shown())?.names).toEqual(['Ben Other']);
  });

  it('compares different systems at different minutes of the hour', () => {
    const systems = Array.from({ length: 36 }, (_, index) => `system-${String(index)}`);
    const due = Array.from({ length: 60 }, (_, minute) => {
      const now = addMilliseconds(NOW, minute * 60_000);
      return systems.filter((id) => isComparisonDue(id, addMilliseconds(now, -60_000), now)).length;
    });
    expect(due.reduce((sum, count) => sum + count)).toBe(36);
    expect(Math.max(...due)).toBeLessThanOrEqual(4);
  });
});
