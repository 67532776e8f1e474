import { type BestCandidates, bestCandidates } from '../../shared/matching/best-candidates.ts';
import { scannedPool } from '../../shared/matching/candidate-pool.ts';
import { indexedPool } from '../../shared/matching/index/indexed-pool.ts';
import { policy } from '../../shared/matching/policy.ts';
import { seatQueryOf } from '../../shared/matching/query/seat-query.ts';
import { rank } from '../../shared/matching/rank.ts';
import { clinicalAreaIds } from '../../shared/reference/clinical-areas.ts';
import { professionIds } from '../../shared/reference/professions.ts';
import { aPractitioner, aRequest, TODAY } from '../support/builders.ts';
import { quickest } from './matching/measure.ts';
import { noContext } from '../support/no-context.ts';
import { kentAndMedway } from '../support/kent-and-medway.ts';

const { outcodes } = kentAndMedway.geography;

/**
 * Sizes of the directories to measure, and the number of runs for each of three ways to find the ten best DPPs for one
 * seat: by judging everybody, in a scanned pool and in an indexed pool.
 */
const SIZES = [
  { people: 125, runs: 400 },
  { people: 1_500, runs: 100 },
  { people: 20_000, runs: 15 },
];
const TEN = 10;

/**
 * Derives a whole number, at least 0 and less than `most`, from two integers. The same two integers always give
 * the same number.
 */
const draw = (index: number, salt: number, most: number): number =>
  ((Math.imul(index * 31 + salt, 0x9e3779b1) >>> 0) >>> 3) % most;
const pick = <Item>(items: readonly Item[], index: number, salt: number): Item => {
  const item = items[draw(index, salt, items.length)];
  if (item === undefined) throw new Error('nothing to pick from');
  return item;
};

const crowd = (count: number) =>
  Array.from({ length: count }, (_, index) => {
    const { outcode, town, place } = pick(outcodes, index, 1);
    return aPractitioner({
      id: `dpp${String(index)}`,
      email: `dpp${String(index)}@dpp.example`,
      registrationNumber: String(index),
      sites: [{ outcode, town, place }],
      leadArea: pick(clinicalAreaIds, index, 2),
      areas: [pick(clinicalAreaIds, index, 3), pick(clinicalAreaIds, index, 4)],
      supervisesProfessions: [pick(professionIds, index, 5), pick(professionIds, index, 6), 'pharmacist'],
      placesOffered: draw(index, 7, 3),
    });
  });
const request = aRequest();
const [seat] = request.seats;
if (seat === undefined) throw new Error('a request has a seat');
const query = () => seatQueryOf(request, seat, policy, TODAY, noContext);

/**
 * Returns the milliseconds that one run takes. Measures several runs together, because the clock is too coarse for a
 * single one.
 */
const each = (runs: number, work: () => unknown): number =>
  quickest(5, () => {
    for (let run = 0; run < runs; run += 1) work();
  }).milliseconds / runs;

const topTen = ({ candidates }: Pick<BestCandidates, 'candidates'>): string =>
  candidates
    .slice(0, TEN)
    .map(({ practitioner }) => practitioner.id)
    .join(' ');

console.table(
  SIZES.map(({ people: count, runs }) => {
    const people = crowd(count);
    const scanned = scannedPool(people);
    const indexed = indexedPool(people);
    const all = rank(request, seat, people, policy, TODAY, noContext);
    const everybody = each(runs, () => rank(request, seat, people, policy, TODAY, noContext));
    const byScan = each(runs, () => bestCandidates(query(), scanned, TEN));
    const byIndex = each(runs, () => bestCandidates(query(), indexed, TEN));
    const made = each(runs, () => indexedPool(people));
    const same = [scanned, indexed].every(
      (pool) => topTen(bestCandidates(query(), pool, TEN)) === topTen(all),
    );
    return {
      practitioners: count,
      'can take the seat': all.candidates.length,
      'judging everybody, ms': everybody.toFixed(3),
      'ten best, scanned, ms': byScan.toFixed(3),
      'ten best, indexed, ms': byIndex.toFixed(3),
      'making the index, ms': made.toFixed(2),
      'index pays from seat': byIndex < byScan ? Math.ceil(made / (byScan - byIndex)) : 'never',
      'the same ten': same ? 'yes' : 'NO',
    };
  }),
);
