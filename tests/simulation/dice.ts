/** Deterministic random numbers for a seed. */
export interface Dice {
  /** Returns a number that is at least 0 and less than 1. */
  roll(): number;
  /** Returns a whole number that is at least 0 and less than `count`. */
  below(count: number): number;
  /** Returns true with probability `p`. */
  happens(p: number): boolean;
  /** Returns one of the items; undefined if there are none. */
  pick<Item>(items: readonly Item[]): Item | undefined;
}

/** Mixes a number so that neighbouring seeds have nothing in common (the finaliser of MurmurHash3). */
const mixed = (number: number): number => {
  let mix = number | 0;
  mix = Math.imul(mix ^ (mix >>> 16), 0x85ebca6b);
  mix = Math.imul(mix ^ (mix >>> 13), 0xc2b2ae35);
  return (mix ^ (mix >>> 16)) >>> 0;
};

/**
 * Creates dice for one part of a run. Each part has dice of its own, so that omitting a part does not change the
 * others.
 */
export const diceOf = (...seeds: readonly number[]): Dice => {
  let state = seeds.reduce((sum, seed) => mixed(sum ^ mixed(seed + 0x9e3779b9)), 0x2545f491);
  const roll = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mix = Math.imul(state ^ (state >>> 15), 1 | state);
    mix = (mix + Math.imul(mix ^ (mix >>> 7), 61 | mix)) ^ mix;
    return ((mix ^ (mix >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (count: number): number => Math.floor(roll() * count);
  return { roll, below, happens: (p) => roll() < p, pick: (items) => items[below(items.length)] };
};
