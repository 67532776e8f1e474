import { makeWorld } from '../../infra/local/seed/make-world.ts';
import { demonstrationSystem } from '../../infra/local/seed/demonstration-system.ts';
import { londonDay } from '../../shared/kernel/time.ts';
import { kentAndMedway } from '../support/kent-and-medway.ts';
import { compareTravel, type Comparison, type Intake } from './travel/compare-travel.ts';
import { generatedIntake } from './travel/generated-intake.ts';

const SEEDS = [1, 2, 3, 4, 5];
const NOW = '2026-12-01T09:00:00.000Z';

/** The open requests of the demonstration, as they are before anybody is asked, and its listed DPPs. */
const seededIntake = (): Intake => {
  const { requests, practitioners } = makeWorld(NOW);
  return {
    name: 'demonstration',
    day: londonDay(NOW),
    requests: [...requests.values()]
      .filter(({ state }) => state === 'open')
      .map((request) => ({
        ...request,
        seats: request.seats.map(({ id, role, hours }) => ({
          id,
          role,
          hours,
          tried: [],
          state: 'vacant' as const,
        })),
      })),
    practitioners: [...practitioners.values()]
      .filter(({ state }) => state === 'listed')
      .map((one) => ({ ...one, pendingOffers: [] })),
  };
};

const mean = (sum: number, count: number): string => (count === 0 ? '0' : (sum / count).toFixed(1));

const rowOf = (one: Comparison): readonly string[] => [
  one.name,
  String(one.learners),
  `${one.byStraightLine.placed} and ${one.byRoad.placed}`,
  String(one.differently),
  `${mean(one.byStraightLine.minutes, one.byStraightLine.placed)} and ${mean(one.byRoad.minutes, one.byRoad.placed)}`,
  `${one.byStraightLine.tooFar} and ${one.byRoad.tooFar}`,
  `${one.minutesSaved} of ${one.both} learners`,
];

const heading = [
  'intake',
  'learners',
  'placed (straight line and road)',
  'matched differently',
  'mean minutes by road',
  'further than they would travel',
  'minutes saved, one way',
];

const comparisons = [
  compareTravel(demonstrationSystem, seededIntake()),
  ...SEEDS.map((seed) => compareTravel(kentAndMedway, generatedIntake(seed))),
];
for (const row of [heading, heading.map(() => '---'), ...comparisons.map(rowOf)])
  console.log(`| ${row.join(' | ')} |`);
