import { noFaults } from '../engine.ts';
import { practitionerRepository } from '../../../functions/store/repositories/practitioner-repository.ts';
import { hashOf } from '../hash-of.ts';
import type { SeedOptions, SeedReport } from '../run-seed.ts';
import { aDppAt, borderActOf, sharesPlaces } from './border-acts.ts';
import { checkBorderEnd } from './border-checks.ts';
import { borderWorld, SIDES } from './border-world.ts';

const RATES = { crash: 0.004, throttle: 0.006, conflict: 0.006, lostAnswer: 0.004, slow: 0.03 };
const MINUTE_MS = 60_000;
/** DPPs of each system at the beginning. Others join. */
const DPPS = { 'kent-and-medway': 0, sussex: 3 } as const;

/** Runs the history of two neighbouring systems for a seed, which is the same every time. */
export const runBorderSeed = async ({
  seed,
  operations,
  plant,
  without,
  tellStory = false,
}: SeedOptions): Promise<SeedReport> => {
  const its = borderWorld(seed, plant?.ofBorders);
  const { time, violations, rows } = its;
  const failed = (): boolean => violations.length > 0;
  for (const side of SIDES)
    await its.given(side, (table) =>
      Array.from({ length: DPPS[side] }, (_, number) =>
        practitionerRepository(table).save(aDppAt(side, 90 + number, 1 + number)),
      ),
    );

  time.setRates(RATES);
  const perform = (number: number): void => {
    if (number >= operations) return;
    const dice = its.dice(2, number);
    const roll = dice.roll();
    const gap =
      roll < 0.6
        ? dice.below(40)
        : roll < 0.9
          ? 1_000 + dice.below(400_000)
          : dice.below(20 * 60) * MINUTE_MS;
    const [name, act] = borderActOf(dice);
    time.at(time.now + gap, () => {
      its.begin(number);
      if (without?.has(number) !== true) {
        if (tellStory) its.log.push(`${time.instant()} #${String(number)} ${name}`);
        act(its, dice);
      }
      perform(number + 1);
    });
  };
  perform(0);
  await time.run(failed);

  its.begin(undefined);
  time.setRates(noFaults);
  // The schedule runs every five minutes: within three runs, both systems know what became of each loan.
  for (let round = 0; round < 3 && !failed(); round += 1) {
    time.pass(20 * MINUTE_MS);
    for (const side of SIDES) {
      let ended = false;
      void its.start(`share ${side}`, its.dice(3, round), sharesPlaces(side)).then(() => {
        ended = true;
      });
      await time.run(() => ended || failed());
    }
  }
  if (!failed()) checkBorderEnd(rows, its.tell);

  const reached: Record<string, number> = {};
  for (const line of tellStory ? its.log : [])
    if (!line.startsWith('20')) reached[line] = (reached[line] ?? 0) + 1;
  return {
    seed,
    violation: violations[0],
    noticed: violations.map(({ what }) => what),
    ...time.stats,
    mails: 0,
    isOfBorders: true,
    duplicates: 0,
    doubts: { died: 0, 'mark-failed': 0, 'answer-lost': 0 },
    hash: hashOf(its.stored(), its.log),
    story: tellStory ? its.log : [],
    reached: tellStory ? reached : {},
  };
};
