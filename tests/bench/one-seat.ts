import { type BestCandidates, bestWithin } from '../../shared/matching/index/best-candidates.ts';
import { practitionerIndexOf } from '../../shared/matching/index/practitioner-index.ts';
import { eligibleAmong } from '../../shared/matching/index/scan-index.ts';
import { seatQueryOf, noContext } from '../../shared/matching/query/seat-query.ts';
import { policy } from '../../shared/matching/policy.ts';
import { rank } from '../../shared/matching/rank.ts';
import { clinicalAreaIds } from '../../shared/reference/clinical-areas.ts';
import { outcodes } from '../../shared/geography/outcodes.ts';
import { professionIds } from '../../shared/reference/professions.ts';
import { aPractitioner, aRequest, TODAY } from '../support/builders.ts';

/** Times the search for the ten best of 20,000 practitioners for one seat, with and without columns. */
const PEOPLE = 20_000;
const ROUNDS = 25;
const TEN = 10;

/** Deterministic number from 0 to below `most`, derived from two integers. */
const draw = (index: number, salt: number, most: number): number =>
  ((Math.imul(index * 31 + salt, 0x9e3779b1) >>> 0) >>> 3) % most;
const pick = <Item>(items: readonly Item[], index: number, salt: number): Item => {
  const item = items[draw(index, salt, items.length)];
  if (item === undefined) throw new Error('nothing to pick from');
  return item;
};

const people = Array.from({ length: PEOPLE }, (_, index) => {
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

const startedColumns = performance.now();
const columns = practitionerIndexOf(people);
const columnsTook = performance.now() - startedColumns;

const ways: Readonly<Record<string, () => unknown>> = {
  'judging everybody': () => rank(request, seat, people, policy, TODAY),
  'top ten with columns': () => bestWithin(request, seat, columns, policy, TODAY, TEN),
  'the scan alone': () => eligibleAmong(columns, seatQueryOf(request, seat, policy, TODAY, noContext)),
};
const taken = new Map(Object.keys(ways).map((name) => [name, [] as number[]]));
for (let round = 0; round < ROUNDS; round += 1)
  for (const [name, way] of Object.entries(ways)) {
    const before = performance.now();
    way();
    taken.get(name)?.push(performance.now() - before);
  }
const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[values.length >> 1] ?? NaN;
const base = median(taken.get('judging everybody') ?? []);
console.table(
  [...taken].map(([name, times]) => ({
    'one seat, 20,000 practitioners': name,
    'ms, median': median(times).toFixed(2),
    'ms, best': Math.min(...times).toFixed(2),
    'times faster than judging everybody': (base / median(times)).toFixed(1),
  })),
);
const topTen = ({ candidates }: Pick<BestCandidates, 'candidates'>): string =>
  candidates
    .slice(0, TEN)
    .map(({ practitioner }) => practitioner.id)
    .join(' ');
const plain = rank(request, seat, people, policy, TODAY);
const fast = bestWithin(request, seat, columns, policy, TODAY, TEN);
console.log(
  `${String(plain.candidates.length)} can take the seat; the columns took ${columnsTook.toFixed(0)} ms to make, once for all seats.`,
);
console.log(
  `Top ten: ${topTen(fast)}. The same as judging everybody: ${String(topTen(plain) === topTen(fast))}.`,
);
