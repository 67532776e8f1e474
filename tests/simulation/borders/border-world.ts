import type { FunctionSystem } from '../../../functions/store/function-system.ts';
import { systemTable } from '../../../functions/store/table/system-table.ts';
import type { Change, Row, Table } from '../../../functions/store/table/table.ts';
import { epochOf } from '../../../shared/kernel/time.ts';
import { NOW } from '../../support/builders.ts';
import { kentAndMedway } from '../../support/kent-and-medway.ts';
import { memoryTable } from '../../support/memory-table/memory-table.ts';
import { sussex } from '../../support/sussex.ts';
import { type Dice, diceOf } from '../dice.ts';
import { type Actor, engine } from '../engine.ts';
import type { Violation } from '../world.ts';
import { chanceOf } from '../chance-of.ts';
import type { BorderPlant } from './border-plants.ts';
import { type BorderRows, borderRows } from './border-rows.ts';
import { checkBorderCommit } from './border-checks.ts';
import { type BorderServices, borderServices } from './border-services.ts';

export const SIDES = ['kent-and-medway', 'sussex'] as const;
export type Side = (typeof SIDES)[number];

/** Which of the two systems agrees to share places. */
export type Agreement = Readonly<Record<Side, boolean>>;

export type BorderRun = (its: BorderServices, actor: Actor) => Promise<string | undefined>;

const data = { 'kent-and-medway': kentAndMedway, sussex } as const;
export const otherSide = (side: Side): Side => (side === 'sussex' ? 'kent-and-medway' : 'sussex');

/** Creates two simulated systems with a border between them, in one table. */
export const borderWorld = (seed: number, plant: BorderPlant | undefined) => {
  const time = engine(epochOf(NOW));
  const memory = memoryTable(() => time.now);
  const rows: BorderRows = borderRows();
  const violations: Violation[] = [];
  const log: string[] = [];
  let operation: number | undefined;
  let actors = 0;
  let agreed: Agreement = { 'kent-and-medway': true, sussex: true };
  /** The last time at which both systems agreed. */
  let agreedAt = Infinity;

  const tell = (what: string): void => void violations.push({ what, operation });

  const committed = (changes: readonly Change[], actor: Actor): void => {
    actor.commits += 1;
    const before = rows.apply(changes);
    checkBorderCommit(rows, before, agreedAt >= actor.startedAt, tell);
  };

  const tableFor = (actor: Actor): Table => ({
    get: (wanted) => time.call(actor, () => memory.get(wanted)),
    query: (asked) => time.call(actor, () => memory.query(asked)),
    commit: (changes, key) =>
      time.call(
        actor,
        async () => {
          const outcome = await memory.commit(changes, key);
          if (outcome.committed) committed(changes, actor);
          return outcome;
        },
        { committed: false, unmet: [], conflict: true },
      ),
  });

  const systemOf = (side: Side, table: Table): FunctionSystem => ({
    system: data[side],
    sharedNetworks: [],
    sharesWith: agreed[side] ? [otherSide(side)] : [],
    table: systemTable(table, side),
    siteUrl: `https://${side}.example`,
    teamEmail: 'team@dpp.example',
    replyTo: 'team@dpp.example',
    placeLeads: {},
    map: () => Promise.reject(new Error('no map is shown')),
  });

  /** Starts a run of a function. @returns what it says; undefined if it crashed or failed */
  const start = (what: string, dice: Dice, run: BorderRun): Promise<string | undefined> =>
    new Promise((done) => {
      const actor: Actor = {
        number: (actors += 1),
        what,
        dice,
        startedAt: time.now,
        calls: 0,
        faults: 0,
        commits: 0,
        dead: false,
        lagged: false,
        died: () => {
          log.push(`${what}: died`);
          done(undefined);
        },
      };
      const table = plant?.table?.(tableFor(actor), what) ?? tableFor(actor);
      const its = borderServices({
        systemOf: (side) => {
          const own = systemOf(side, table);
          return plant?.ignoresAgreement === true ? { ...own, sharesWith: [otherSide(side)] } : own;
        },
        clock: { now: () => time.instant() },
        chance: chanceOf(dice),
      });
      const end = (says: string | undefined, note: string): void => {
        if (actor.dead) return;
        log.push(`${what}: ${says ?? note}`);
        done(says);
      };
      run(its, actor).then(
        (says) => end(says, 'done'),
        (error: unknown) => {
          if (actor.faults === 0 && !(error instanceof Error && error.message === 'repeated write conflicts'))
            tell(`${what} threw ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
          end(undefined, 'failed');
        },
      );
    });

  return {
    time,
    rows,
    stored: (): readonly Row[] => memory.rows(),
    violations,
    log,
    tell,
    start,
    dice: (...parts: readonly number[]) => diceOf(seed, 7, ...parts),
    begin: (number: number | undefined) => {
      operation = number;
    },
    agree: (next: Agreement) => {
      const both = (one: Agreement): boolean => one['kent-and-medway'] && one.sussex;
      if (both(agreed) && !both(next)) agreedAt = time.now;
      if (both(next)) agreedAt = Infinity;
      agreed = next;
    },
    get agreed(): Agreement {
      return agreed;
    },
    /** Stores people before the history begins. */
    given: async (side: Side, changes: (table: Table) => readonly Change[]): Promise<void> => {
      const table = systemTable(
        {
          ...memory,
          commit: async (all, key) => {
            const outcome = await memory.commit(all, key);
            rows.apply(all);
            return outcome;
          },
        },
        side,
      );
      await table.commit(changes(table));
    },
  };
};

export type BorderWorld = ReturnType<typeof borderWorld>;
