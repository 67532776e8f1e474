import { diceOf } from '../simulation/dice.ts';
import { type MonthFigures, type People, simulateMonth } from './offers/month.ts';

const SEEDS = 20;

/** The people of one month. They are the same with and without the rules. */
const scenes: Readonly<Record<string, (seed: number) => People>> = {
  'one DPP with one place, two learners': () => ({ places: [1], silent: 0, asksOn: [0, 0] }),
  'two DPPs with one place each, two learners, one DPP in two never answers': () => ({
    places: [1, 1],
    silent: 0.5,
    asksOn: [0, 0],
  }),
  '20 DPPs, 30 learners, one DPP in three never answers': (seed) => {
    const dice = diceOf(seed, 3);
    return {
      places: Array.from({ length: 20 }, () => 1 + dice.below(2)),
      silent: 1 / 3,
      asksOn: Array.from({ length: 30 }, () => dice.below(20)).toSorted((a, b) => a - b),
    };
  },
};

const added = (all: readonly MonthFigures[], of: (one: MonthFigures) => number): number =>
  all.reduce((sum, one) => sum + of(one), 0);

const line = (words: string, all: readonly MonthFigures[]): string => {
  const learners = added(all, (one) => one.learners);
  const cells = [
    `${String(added(all, (one) => one.matched))} of ${String(learners)}`,
    String(added(all, (one) => one.offers)),
    String(added(all, (one) => one.lapsed)),
    String(added(all, (one) => one.withdrawn)),
    String(Math.max(...all.map((one) => one.mostUnanswered))),
    (added(all, (one) => one.daysInVain) / learners).toFixed(1),
    (added(all, (one) => one.daysWaited) / learners).toFixed(1),
  ];
  return `| ${[words, ...cells].join(' | ')} |`;
};

console.log(
  `Simulated months, ${String(SEEDS)} of each. Before: matching forgets the rules about live offers.\n`,
);
for (const [words, peopleOf] of Object.entries(scenes)) {
  console.log(
    `${words}\n\n| rules | learners matched | offers | lapsed | withdrawn | most without an answer by one DPP | days waited in vain, a learner | days waited, a learner |\n| --- | --- | --- | --- | --- | --- | --- | --- |`,
  );
  for (const limited of [false, true]) {
    const all: MonthFigures[] = [];
    for (let seed = 1; seed <= SEEDS; seed += 1) all.push(await simulateMonth(seed, peopleOf(seed), limited));
    console.log(line(limited ? 'after' : 'before', all));
  }
  console.log('');
}
