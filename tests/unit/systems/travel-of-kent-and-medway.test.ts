import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { straightMiles } from '../../../shared/geography/straight-miles.ts';
import { readRoadGraph } from '../../../shared/systems/road-graph.ts';
import { roadDrives } from '../../../shared/systems/road-drives.ts';
import { travelFileText } from '../../../shared/systems/travel-file.ts';
import { kentAndMedway } from '../../support/kent-and-medway.ts';

const folder = join(import.meta.dirname, '../../../shared/reference/systems/kent-and-medway');
const read = readRoadGraph(readFileSync(join(folder, 'roads.json'), 'utf8'));
const graph = read.ok ? read.value : undefined;
const drives = graph === undefined ? [] : roadDrives(graph);
const { travel, geography } = kentAndMedway;
const outcodes = [...new Set(drives.map(({ from }) => from))];
const own = geography.outcodes;

/** Every pair of Kent and Medway's own outcodes with the straight miles between their towns. */
const ownPairs = own.flatMap((from, index) =>
  own.slice(index + 1).map((to) => ({
    straight: straightMiles(from, to)!,
    ...travel.between(from.outcode, to.outcode)!,
  })),
);

describe('the drives of Kent and Medway', () => {
  it('are made from the road graph, byte for byte', () => {
    expect(drives).toHaveLength(4371);
    expect(travelFileText(drives)).toBe(readFileSync(join(folder, 'travel.csv'), 'utf8'));
  });

  it('exist between all outcodes of the system', () => {
    expect(own.filter(({ outcode }) => travel.between(outcode, 'CT16') === undefined)).toEqual([]);
    expect(travel.between('ME7', 'M1')).toBeUndefined();
    expect(travel.between('M1', 'ME7')).toBeUndefined();
  });

  it('are the same in both directions and lead to the outcodes across the border', () => {
    expect(outcodes).toHaveLength(93);
    for (const { from, to, minutes } of drives) {
      expect(travel.between(from, to)?.minutes).toBe(minutes);
      expect(travel.between(to, from)).toEqual(travel.between(from, to));
    }
  });

  it('are never longer than a detour', () => {
    const minutes = outcodes.map((from) => outcodes.map((to) => travel.between(from, to)!.minutes));
    let broken = 0;
    for (const [a, fromA] of minutes.entries()) {
      for (const [b, fromB] of minutes.entries()) {
        for (const [c, direct] of fromA.entries()) {
          if (a !== b && b !== c && a !== c && direct > fromA[b]! + fromB[c]!) broken += 1;
        }
      }
    }
    expect(broken).toBe(0);
  });

  it('are never shorter than the straight line', () => {
    const nodes = new Map(graph?.nodes.map((node) => [node.id, node]));
    const shorter = drives.filter(
      ({ from, to, miles }) => from !== to && miles < straightMiles(nodes.get(from), nodes.get(to))! - 0.02,
    );
    expect(shorter).toEqual([]);
  });

  it.each([
    ['BR8', 'CT16', 68],
    ['CT5', 'ME12', 40],
    ['ME7', 'ME7', 10],
  ])('from %s to %s take %d minutes', (from, to, minutes) => {
    expect(travel.between(from, to)?.minutes).toBe(minutes);
  });

  it('differ from the ten straight miles in 26 minutes that learners used to give', () => {
    const near = ownPairs.filter(({ straight }) => straight <= 10);
    const far = ownPairs.filter(({ straight }) => straight > 10);
    expect(near).toHaveLength(400);
    expect(near.filter(({ minutes }) => minutes > 26)).toHaveLength(44);
    expect(far.filter(({ minutes }) => minutes <= 26)).toHaveLength(132);
  });
});
