import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { systemFileSchema } from '../../../shared/systems/system-file.ts';
import { systemTravel } from '../../../shared/systems/system-travel.ts';

const sussex = systemFileSchema.parse(
  JSON.parse(
    readFileSync(join(import.meta.dirname, '../../../shared/reference/systems/sussex/system.json'), 'utf8'),
  ),
);
const noRoads = { outcodes: [], minutes: [], tenthsOfMiles: [] };

describe('the drives of a system', () => {
  it('come from its road graph, and from the formula for outcodes outside it', () => {
    const travel = systemTravel(sussex, {
      outcodes: ['BN1', 'BN7'],
      minutes: [11, 24, 9],
      tenthsOfMiles: [20, 88, 15],
    });
    expect(travel.between('BN7', 'BN1')).toEqual({ minutes: 24, miles: 8.8 });
    expect(travel.between('BN1', 'BN3')).toEqual(systemTravel(sussex, noRoads).between('BN1', 'BN3'));
  });

  it('lead from every outcode of a system without a road graph to every other', () => {
    const travel = systemTravel(sussex, noRoads);
    for (const { outcode } of sussex.outcodes) {
      const minutes = sussex.outcodes.map((to) => travel.between(outcode, to.outcode)?.minutes ?? 0);
      expect(Math.min(...minutes)).toBe(10);
      expect(Math.max(...minutes)).toBeLessThan(110);
    }
    expect(travel.between('BN1', 'PO19')).toEqual({ minutes: 49, miles: 36 });
  });
});
