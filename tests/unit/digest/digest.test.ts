import { describe, expect, it } from 'vitest';
import { computeFigures } from '../../../shared/digest/compute-figures.ts';
import { figuresSchema } from '../../../shared/digest/figures.ts';
import { headlineOf } from '../../../shared/digest/headline.ts';
import { reportOf } from '../../../shared/digest/report.ts';
import { ledgerEntriesOf } from '../../../shared/matches/ledger.ts';
import { supplyAndDemand } from '../../../shared/insights/supply-and-demand.ts';
import { aMatch, aPractitioner, aRequest, TODAY } from '../../support/builders.ts';
import { digestNouns } from '../../support/digest-nouns.ts';
import { kentAndMedway } from '../../support/kent-and-medway.ts';

const nothing = { practitioners: [], requests: [], declined: [], matches: [], ledger: [] };
const system = { kind: 'system' } as const;
const medway = { kind: 'place', place: 'medway-swale' } as const;
const figuresOf = (nouns: Partial<Parameters<typeof computeFigures>[0]>) =>
  computeFigures({ ...nothing, ...nouns }, TODAY, kentAndMedway)(system);

const commitment = {
  matchId: 'm',
  requestId: 'r',
  seatId: 's',
  from: '2026-11-01',
  to: '2027-03-01',
  university: 'medway',
};

describe('figures', () => {
  it('are what storage keeps', () =>
    expect(figuresSchema.parse(computeFigures(digestNouns(), TODAY, kentAndMedway)(system))).toEqual(
      computeFigures(digestNouns(), TODAY, kentAndMedway)(system),
    ));

  it('count a place as taken while a match uses it, and free again after', () => {
    const practitioner = aPractitioner({ placesOffered: 3, commitments: [commitment] });
    expect(figuresOf({ practitioners: [practitioner] })).toMatchObject({ offered: 3, taken: 1, free: 2 });
    const later = computeFigures(
      { ...nothing, practitioners: [{ ...practitioner, confirmedAt: '2027-02-01T09:00:00.000Z' }] },
      '2027-03-02',
      kentAndMedway,
    )(system);
    expect(later).toMatchObject({ offered: 3, taken: 0, free: 3 });
  });

  it('count the same places and learners as the public page on supply and demand', () => {
    const nouns = digestNouns();
    const figures = computeFigures(nouns, TODAY, kentAndMedway)(system);
    const page = supplyAndDemand(nouns.practitioners, nouns.requests, TODAY, kentAndMedway);
    expect(figures).toMatchObject({
      offered: page.totals.offered,
      taken: page.totals.taken,
      free: page.totals.free,
      waiting: page.totals.waiting,
    });
    for (const by of ['byPlace', 'byProfession', 'byArea'] as const)
      for (const row of figures[by]) expect(page[by].find(({ id }) => id === row.id)).toMatchObject(row);
  });

  it('are never negative where fewer places are offered than are in use', () => {
    const lowered = aPractitioner({
      placesOffered: 0,
      commitments: [commitment, { ...commitment, requestId: 'r2' }],
    });
    expect(figuresOf({ practitioners: [lowered] })).toMatchObject({ offered: 0, taken: 2, free: 0 });
  });

  it('by place add up: every practitioner and every request is in one row', () => {
    const figures = computeFigures(digestNouns(), TODAY, kentAndMedway)(system);
    expect(figures.byPlace.reduce((sum, { offered }) => sum + offered, 0)).toBe(figures.offered);
    expect(figures.byPlace.reduce((sum, { waiting }) => sum + waiting, 0)).toBe(figures.waiting);
  });

  it('list sign-off dates that have passed, the oldest first', () => {
    const requests = ['2026-11-20', '2026-11-01', '2026-11-21'].map((signOffNeededBy, index) =>
      aRequest({ id: `r${String(index)}`, signOffNeededBy }),
    );
    expect(figuresOf({ requests }).pastSignOff.map((one) => one.signOffNeededBy)).toEqual([
      '2026-11-01',
      '2026-11-20',
    ]);
  });

  it('count hosting between organisations, never within one', () => {
    const within = aMatch({ host: { id: 'medway-pharmacy', name: 'Medway Pharmacy' } });
    expect(figuresOf({ ledger: ledgerEntriesOf(within) }).giveAndTake).toEqual([]);
    expect(figuresOf({ ledger: ledgerEntriesOf(aMatch()) }).giveAndTake).toEqual([
      { organisation: 'Harbour Surgery', hosted: 1, placed: 0 },
      { organisation: 'Medway Pharmacy', hosted: 0, placed: 1 },
    ]);
  });

  it('of a place leave out the others', () => {
    const figures = computeFigures(digestNouns(), TODAY, kentAndMedway)(medway);
    expect(figures.byPlace.map(({ id }) => id)).toEqual(['medway-swale']);
  });
});

describe('the headline', () => {
  const waiting = ['2026-12-20', '2027-01-14', '2027-06-01'].map((signOffNeededBy, index) =>
    aRequest({ id: `r${String(index)}`, signOffNeededBy }),
  );
  it('says who needs a DPP until when, and where places are unused', () => {
    const figures = figuresOf({ requests: waiting, practitioners: [aPractitioner({ placesOffered: 3 })] });
    expect(headlineOf(system, figures, kentAndMedway.geography).sentence).toBe(
      '2 learners need a DPP by 14 January 2027; 3 places unused in Medway and Swale',
    );
  });
  it('counts everybody when nobody’s date is near', () => {
    expect(
      headlineOf(system, figuresOf({ requests: waiting.slice(2) }), kentAndMedway.geography).sentence,
    ).toBe('1 learner needs a DPP; no place is unused');
  });
  it('says that nobody waits', () =>
    expect(headlineOf(system, figuresOf({}), kentAndMedway.geography).sentence).toBe(
      'No learner is waiting; no place is unused',
    ));
});

describe('a place’s digest', () => {
  const words = (nouns: Parameters<typeof computeFigures>[0]) =>
    JSON.stringify(reportOf(medway, computeFigures(nouns, TODAY, kentAndMedway)(medway), kentAndMedway));

  it('hides numbers that could identify a person', () => {
    const nouns = {
      ...nothing,
      practitioners: [aPractitioner({ leavingOn: '2027-03-01' })],
      requests: [aRequest({ signOffNeededBy: '2026-11-01' })],
    };
    const said = words(nouns);
    expect(said).toContain('Fewer than 3 learners need a DPP; fewer than 3 places unused');
    expect(said).not.toMatch(/"words":"[12]"/);
    expect(said).not.toMatch(/"value":"[12]\b/);
    expect(said).not.toContain('1 November 2026');
  });

  it('are shown to the team', () => {
    const report = reportOf(system, figuresOf({ requests: [aRequest()] }), kentAndMedway);
    expect(report.headline).toContain('1 learner needs');
  });
});

it('a service in which nothing has happened yet is one line', () => {
  const report = reportOf(system, figuresOf({}), kentAndMedway);
  expect(report).toMatchObject({ nothingNew: 'There is nothing to report yet.', parts: [] });
});
