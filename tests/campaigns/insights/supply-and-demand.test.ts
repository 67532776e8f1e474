import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { supplyAndDemand } from '../../../shared/insights/supply-and-demand.ts';
import { aPractitioner, aRequest, TODAY } from '../../support/builders.ts';
import { cases } from '../../support/campaign.ts';
import { kentAndMedway } from '../../support/kent-and-medway.ts';

describe('supply and demand', () => {
  it('adds up by place, whatever the places of the DPPs and learners', () => {
    const place = fc.constantFrom('east-kent', 'west-kent', 'medway-swale' as const);
    const site = place.map((where) => ({ outcode: 'ME7', town: 'Gillingham', place: where }));
    fc.assert(
      fc.property(fc.array(fc.array(site, { minLength: 1, maxLength: 3 })), fc.array(site), (dpps, asks) => {
        const { totals, byPlace } = supplyAndDemand(
          dpps.map((sites) => aPractitioner({ sites })),
          asks.map((where) => aRequest({ site: where })),
          TODAY,
          kentAndMedway,
        );
        for (const key of ['dpps', 'offered', 'taken', 'free', 'waiting'] as const) {
          expect(byPlace.reduce((sum, row) => sum + row[key], 0)).toBe(totals[key]);
        }
      }),
      { numRuns: cases(100) },
    );
  });
});
