import { describe, expect, it } from 'vitest';
import { clinicalAreaIds, relatedAreas } from '../../../shared/reference/clinical-areas.ts';
import { professions } from '../../../shared/reference/professions.ts';
import { regulators } from '../../../shared/reference/regulators.ts';
import { kentAndMedway } from '../../support/kent-and-medway.ts';

const { geography, networks, trusts } = kentAndMedway;
const { districts, outcodeOf, outcodes, places } = geography;

describe('the reference data of Kent and Medway', () => {
  it('has 45 networks, 13 districts and 7 trusts, each in one of the four places', () => {
    expect([networks.length, districts.length, trusts.length]).toEqual([45, 13, 7]);
    const used = new Set([...networks, ...trusts].map(({ place }) => place));
    expect([...used].sort()).toEqual(places.map(({ id }) => id).sort());
  });

  it('places every outcode once, inside Kent and Medway', () => {
    expect(new Set(outcodes.map(({ outcode }) => outcode)).size).toBe(outcodes.length);
    for (const { latitude, longitude } of outcodes) {
      expect(latitude).toBeGreaterThan(50.9);
      expect(latitude).toBeLessThan(51.5);
      expect(longitude).toBeGreaterThan(0);
      expect(longitude).toBeLessThan(1.5);
    }
  });

  it.each([
    ['me7', 'ME7'],
    [' ME 7 ', 'ME7'],
    ['ME7 4AB', 'ME7'],
    ['me74ab', 'ME7'],
    ['TN12 6AA', 'TN12'],
    ['CT1', 'CT1'],
    ['CT1 1AA', 'CT1'],
    ['CT11 1AA', 'CT11'],
  ])('reads %s as %s', (written, outcode) => {
    expect(outcodeOf(written)?.outcode).toBe(outcode);
  });

  it.each(['SW1', 'ME', '', 'ME99', 'ME7 4'])('does not know %s', (written) => {
    expect(outcodeOf(written)).toBeUndefined();
  });

  it('gives every profession a regulator that we know', () => {
    const known: readonly string[] = regulators.map(({ id }) => id);
    for (const { regulators: ids } of professions) for (const id of ids) expect(known).toContain(id);
  });

  it('relates clinical areas that exist, each pair once', () => {
    const pairs = relatedAreas.map(([a, b]) => [a, b].sort().join(' '));
    expect(new Set(pairs).size).toBe(pairs.length);
    for (const [a, b] of relatedAreas) expect(clinicalAreaIds).toEqual(expect.arrayContaining([a, b]));
  });
});
