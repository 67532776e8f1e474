import highsModule, { type Highs } from 'highs';
import type { Instance } from '../../../shared/allocation/instance.ts';
import { limiters } from './limiters.ts';
import { publishedOrder } from './published-order.ts';

export interface OracleAnswer {
  readonly placed: readonly string[];
  readonly worstBand: number;
  readonly totalCost: number;
  /**
   * Processor time of the two linear programmes in milliseconds: the first decides who is placed, the second at what
   * cost.
   */
  readonly milliseconds: readonly [placing: number, costing: number];
}

// The package's types describe its CommonJS build, but this file loads the ES module, whose export is the function
// itself.
const loadHighs = highsModule as unknown as typeof highsModule.default;

const processorTime = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

interface Column {
  readonly name: string;
  readonly weight: number;
}

const sum = (columns: readonly Column[]): string =>
  columns.length === 0
    ? '0 none'
    : columns.map(({ name, weight }) => `${weight >= 0 ? '+' : ''}${weight} ${name}`).join('\n ');

const ones = (names: readonly string[]): string => sum(names.map((name) => ({ name, weight: 1 })));

/**
 * Returns the columns of the load penalty. Each practitioner has one column `z` for each learner they may take, with
 * the penalty of the first, second … learner. A constraint makes the sum of a practitioner's `z` columns equal the sum
 * of their pairs' `x` columns.
 */
const loadColumns = (instance: Instance, asked: ReadonlyMap<string, string[]>) =>
  instance.practitioners.flatMap(({ id, capacity, loadPenalty = [] }, number) => {
    const own = asked.get(id) ?? [];
    const steps = Array.from({ length: Math.min(capacity, own.length) }, (_, step) => ({
      name: `z${number}_${step}`,
      weight: loadPenalty[Math.min(step, loadPenalty.length - 1)] ?? 0,
    }));
    return own.length === 0 ? [] : [{ steps, own }];
  });

/**
 * Creates a function that solves an instance with HiGHS: first who is placed, then at what cost. It shares no code with
 * the engine. The programmes have integral vertices, so solutions need no rounding.
 */
export const createOracle = async (): Promise<(instance: Instance) => OracleAnswer> => {
  const highs: Highs = await loadHighs();
  return (instance) => {
    const columns = instance.pairs.map((pair, index) => ({ ...pair, name: `x${index}` }));
    const asked = Map.groupBy(columns, ({ practitioner }) => practitioner);
    const asking = Map.groupBy(columns, ({ learner }) => learner);
    const order = publishedOrder(instance);
    const weights = new Map(order.map((id, place) => [id, order.length - place]));
    const edge = instance.worstBandOver ?? Number.POSITIVE_INFINITY;
    const band = 1 + columns.reduce((most, { cost }) => Math.max(most, cost), 0) * order.length + 1e4;

    const quotas = limiters(instance).map(({ most, members }, row) => {
      const names = columns.filter(({ practitioner }) => members.has(practitioner)).map(({ name }) => name);
      return `q${row}: ${ones(names)} <= ${most}`;
    });
    const pinned = instance.pinned.map(({ learner, practitioner }, row) => {
      const name = asking.get(learner)?.find((pair) => pair.practitioner === practitioner)?.name ?? 'none';
      return `p${row}: ${ones([name])} = 1`;
    });
    const loads = loadColumns(
      instance,
      new Map([...asked].map(([id, own]) => [id, own.map(({ name }) => name)])),
    );
    const steps = loads.flatMap(({ steps: own }) => own);
    const bounds = [...columns, ...steps].map(({ name }) => `0 <= ${name} <= 1`);
    const solve = (goal: string, objective: readonly Column[], rows: readonly string[]) => {
      const text = [
        goal,
        ` obj: ${sum(objective)}`,
        'Subject To',
        ...rows,
        ...quotas,
        ...pinned,
        'Bounds',
        '0 <= none <= 0',
        ...bounds,
        'End',
      ];
      const started = processorTime();
      const solution = highs.solve(text.join('\n'));
      if (solution.Status !== 'Optimal') throw new Error(`the oracle says ${solution.Status}`);
      const held = columns.filter(({ name }) => (solution.Columns[name]?.Primal ?? 0) > 0.5);
      return { held, milliseconds: processorTime() - started };
    };

    const learnerRows = (most: (id: string) => string): string[] =>
      order.map((id, row) => `l${row}: ${ones((asking.get(id) ?? []).map(({ name }) => name))} ${most(id)}`);
    const first = solve(
      'Maximize',
      columns.map(({ name, learner }) => ({ name, weight: weights.get(learner) ?? 0 })),
      learnerRows(() => '<= 1'),
    );
    const placed = new Set(first.held.map(({ learner }) => learner));
    const second = solve(
      'Minimize',
      [...columns.map(({ name, cost }) => ({ name, weight: cost > edge ? cost + band : cost })), ...steps],
      [
        ...learnerRows((id) => (placed.has(id) ? '= 1' : '= 0')),
        ...loads.map(({ steps: own, own: names }, row) => {
          const taken = own.map(({ name }) => ({ name, weight: -1 }));
          return `s${row}: ${ones(names)} ${taken.length === 0 ? '' : sum(taken)} = 0`;
        }),
      ],
    );
    const load = Map.groupBy(second.held, ({ practitioner }) => practitioner);
    const penalties = instance.practitioners.flatMap(({ id, loadPenalty = [] }) =>
      (load.get(id) ?? []).map((_, step) => loadPenalty[Math.min(step, loadPenalty.length - 1)] ?? 0),
    );
    return {
      placed: [...placed].sort(),
      worstBand: second.held.filter(({ cost }) => cost > edge).length,
      totalCost: [...second.held.map(({ cost }) => cost), ...penalties].reduce(
        (total, one) => total + one,
        0,
      ),
      milliseconds: [first.milliseconds, second.milliseconds],
    };
  };
};
