import type { Certificate, Price } from './allocation.ts';
import { intAt, itemAt, numberAt } from './checked-access.ts';
import type { Flow } from './flow.ts';

/** Price of a place at a node, accumulated from the node up to the top. */
interface Level {
  readonly priority: number;
  readonly cost: number;
  readonly hash: number;
}

const ZERO_LEVEL: Level = { priority: 0, cost: 0, hash: 0 };

const difference = (own: Level, over: Level): Level => ({
  priority: own.priority - over.priority,
  cost: own.cost - over.cost,
  hash: own.hash - over.hash,
});

const isBelow = (a: Level, b: Level): boolean =>
  a.priority !== b.priority ? a.priority < b.priority : a.cost !== b.cost ? a.cost < b.cost : a.hash < b.hash;

/**
 * Derives the dual prices that prove optimality from the solver's final prices. A price has three components,
 * compared in order: priority, points, hash. At an open node, the priority component is 0. At a closed node,
 * it is the weight of the learner whose search closed the node: n for the first learner in the published
 * order, 1 for the last. Only learners earlier in that order could therefore afford a place there.
 */
export const certify = (flow: Flow): Certificate => {
  const { tree, learnerIds, worstBandWeight } = flow.network;
  const levels: Level[] = [];
  levels[tree.top] = ZERO_LEVEL;
  const prices: Price[] = [];

  const solved = (node: number): Level => {
    const closedBy = intAt(flow.closedBy, node);
    return {
      priority: closedBy < 0 ? 0 : learnerIds.length - closedBy,
      cost: numberAt(flow.price, 2 * node),
      hash: numberAt(flow.price, 2 * node + 1),
    };
  };

  const priceOf = (node: number, over: Level): Level => {
    const own = difference(solved(node), over);
    if (intAt(flow.load, node) > 0) return own;
    // Raises the price of an unused node to `floor` if it is lower. It may be lower, because a search raises
    // the prices only of the nodes that it visits. (The price of a node with free places is never higher
    // than `floor`, because the step up from the node never costs less than zero.)
    const floor: Level = { priority: 0, cost: numberAt(flow.nextPenalty, node), hash: 0 };
    return isBelow(own, floor) ? floor : own;
  };

  const settle = (node: number): void => {
    const over = itemAt(levels, intAt(tree.parent, node));
    const { priority, cost, hash } = flow.tree.kept[node] === 1 ? priceOf(node, over) : ZERO_LEVEL;
    levels[node] = { priority: over.priority + priority, cost: over.cost + cost, hash: over.hash + hash };
    if (priority !== 0 || cost !== 0 || hash !== 0) {
      prices.push({ id: itemAt(tree.ids, node), priority, cost, tieBreak: hash });
    }
  };

  for (const node of tree.topDown) settle(node);
  for (let node = 0; node < tree.practitioners; node += 1) settle(node);
  prices.sort((a, b) => (a.id < b.id ? -1 : 1));
  return { worstBandWeight, prices };
};
