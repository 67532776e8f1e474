import { everythingAgrees } from './agreement.ts';
import { diceOf } from './dice.ts';
import { runBorderSeed } from './borders/run-border-seed.ts';
import { endChecks } from './end-checks.ts';
import { noFaults } from './engine.ts';
import { hashOf } from './hash-of.ts';
import type { MailSystem } from './mail-system.ts';
import type { Plant } from './planted/plant.ts';
import { rememberParsed } from './remember-parsed.ts';
import { weightedActs } from './weighted-acts.ts';
import { type Violation, world } from './world.ts';

export interface SeedOptions {
  readonly seed: number;
  readonly operations: number;
  readonly plant?: Plant | undefined;
  /** Numbers of the operations to omit. They are used to find the shortest history that shows a violation. */
  readonly without?: ReadonlySet<number>;
  /** Whether to record the history as text. */
  readonly tellStory?: boolean;
}

export interface SeedReport {
  readonly seed: number;
  readonly violation: Violation | undefined;
  /** Everything that the rules noticed in the commit of the violation. */
  readonly noticed: readonly string[];
  readonly calls: number;
  readonly faults: number;
  readonly crashes: number;
  readonly mails: number;
  /** Whether the history is about two neighbouring systems, whose world sends no e-mails. */
  readonly isOfBorders: boolean;
  /** Number of e-mails sent twice because their sender could not know that they had been accepted. */
  readonly duplicates: number;
  /** Number of duplicates for each reason. */
  readonly doubts: MailSystem['doubts'];
  readonly hash: string;
  readonly story: readonly string[];
  /** Number of runs for each function and outcome. */
  readonly reached: Readonly<Record<string, number>>;
}

const RATES = { crash: 0.004, throttle: 0.006, conflict: 0.006, lostAnswer: 0.004, slow: 0.03 };
const MAIL_FAULTS = { throttle: 0.05, refuse: 0.004, lostAnswer: 0.02 };

rememberParsed();

const HOUR_MS = 3_600_000;

/**
 * Share of seeds with rounds. The other seeds have none, because a seed without rounds runs twice as many operations in
 * a second.
 */
const SHARE_WITH_ROUNDS = 1 / 3;

/**
 * Share of seeds in which matching reads published files. In the other seeds it reads the rows, because building files
 * takes more time than everything else together.
 */
const SHARE_WITH_FILES = 1 / 4;

/** Share of seeds in which strangers send floods of forms. */
const SHARE_WITH_FLOODS = 1 / 4;

/** Share of seeds in which nobody does anything for more than a year, so that register checks become overdue. */
const SHARE_OF_YEARS = 1 / 10;
const QUIET_HOURS = 24 * 370;

/** Share of seeds in which organisations often get another lead. */
const SHARE_OF_LEADS = 1 / 10;

/** Share of seeds that are about two neighbouring systems. They have a world of their own, which is small and quick. */
const SHARE_OF_BORDERS = 1 / 6;

/** Runs the history of a seed, which is the same every time. */
export const runSeed = async (options: SeedOptions): Promise<SeedReport> => {
  const { seed, operations, plant, without, tellStory = false } = options;
  if (plant === undefined ? diceOf(seed, 6).happens(SHARE_OF_BORDERS) : plant.ofBorders !== undefined)
    return runBorderSeed(options);
  const needs = plant?.needs;
  const hasFiles = needs === 'files' || diceOf(seed, 4).happens(SHARE_WITH_FILES);
  const hasFloods = needs === 'floods' || diceOf(seed, 7).happens(SHARE_WITH_FLOODS);
  const its = world(seed, plant, hasFiles);
  const { time, mails, table, history, violations } = its;
  const leads = needs === 'rounds' || its.dice(3).happens(SHARE_WITH_ROUNDS);
  const isOfYears = needs === 'years' || diceOf(seed, 8).happens(SHARE_OF_YEARS);
  const isOfLeads = needs === 'leads' || diceOf(seed, 9).happens(SHARE_OF_LEADS);
  const nextAct = weightedActs({ leads, hasFiles, hasFloods, isOfYears, isOfLeads });
  const tempo = its.dice(1).pick([0.2, 0.6, 1, 1, 2])!;
  const quietYear = isOfYears ? Math.floor(operations * 0.4) : undefined;
  const failed = (): boolean => violations.length > 0;

  time.setRates(RATES);
  mails.setFaults(MAIL_FAULTS);
  const perform = (number: number): void => {
    if (number >= operations) return;
    const dice = its.dice(2, number);
    const roll = dice.roll();
    const gap =
      number === quietYear
        ? (QUIET_HOURS + dice.below(1_000)) * HOUR_MS
        : roll < 0.72
          ? dice.below(40)
          : roll < 0.93
            ? 1_000 + dice.below(60_000)
            : (1 + dice.below(30)) * HOUR_MS * tempo;
    const [, name, act] = nextAct(dice);
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
  mails.setFaults({ throttle: 0, refuse: 0, lostAnswer: 0 });
  mails.setDown(false);
  its.queues.calm();
  table.index.release();
  if (!failed()) await endChecks(its, failed);
  if (!failed()) everythingAgrees(history, its.tell);

  const [violation] = violations;
  const reached: Record<string, number> = {};
  for (const line of tellStory ? its.log : [])
    if (!line.startsWith('20')) reached[line] = (reached[line] ?? 0) + 1;
  return {
    seed,
    violation,
    noticed: violations.map(({ what }) => what),
    ...time.stats,
    mails: mails.taken.size,
    isOfBorders: false,
    duplicates: mails.duplicates,
    doubts: mails.doubts,
    hash: hashOf(table.rows(), its.log),
    story: tellStory ? its.log : [],
    reached: tellStory ? reached : {},
  };
};
