import { describe, expect, it } from 'vitest';
import { countedFiguresSchema, countFigures } from '../../../functions/directory/insights/count-figures.ts';
import { figuresFile } from '../../../functions/store/figures-file.ts';
import { insights } from '../../../functions/directory/insights/insights.ts';
import { publicFiguresSchema } from '../../../shared/insights/public-figures.ts';
import type { Practitioner } from '../../../shared/people/practitioner.ts';
import { aGet } from '../../support/a-get.ts';
import { aPractitioner, NOW } from '../../support/builders.ts';
import { kentAndMedwayMap } from '../../support/district-maps.ts';
import { kentAndMedway } from '../../support/kent-and-medway.ts';
import { memoryObjects } from '../../support/memory-objects.ts';

const rowsOf = (listed: readonly Practitioner[]) => ({
  system: kentAndMedway,
  practitioners: { page: () => Promise.resolve({ found: listed }) },
  requests: { page: () => Promise.resolve({ found: [] }) },
  rounds: () => Promise.resolve([]),
});

describe('the figures on supply and demand', () => {
  it('are read from the file that a schedule has written, and not from rows', async () => {
    const file = figuresFile({
      objects: memoryObjects(),
      systemId: 'kent-and-medway',
      name: 'insights',
      schema: countedFiguresSchema,
    });
    const read = () =>
      insights({
        system: kentAndMedway,
        map: () => Promise.resolve(kentAndMedwayMap),
        counted: file.read,
        clock: { now: () => NOW },
        fairness: () => Promise.reject(new Error('not asked for')),
      })(aGet('/insights', { wantsJson: true }));
    expect(await read()).toMatchObject({ status: 503 });
    const { insights: figures } = await countFigures(rowsOf([aPractitioner({ placesOffered: 3 })]))(NOW);
    await file.write(figures);
    const shown = publicFiguresSchema.parse(JSON.parse((await read()).body));
    expect(shown.totals).toEqual(figures.figures.totals);
  });

  it('leave out the copies of a neighbour’s DPPs', async () => {
    const guest = { lender: 'hillshire', practitionerId: 'p1', loanId: 'loan1' };
    const own = await countFigures(rowsOf([aPractitioner()]))(NOW);
    const both = await countFigures(rowsOf([aPractitioner(), aPractitioner({ id: 'guest1', guest })]))(NOW);
    expect(both).toEqual(own);
  });
});
