/** Deterministic random numbers for a seed. */
export interface Dice {
  /** At least 0, below 1. */
  roll(): number;
  /** A whole number at least 0, below `count`. */
  below(count: number): number;
  /** True with probability `p`. */
  happens(p: number): boolean;
  /** One of these; undefined when there is none. */
  pick<Item>(items: readonly Item[]): Item | undefined;
}

/** Mixes a number so that neighbouring seeds have nothing in common (the finaliser of MurmurHash3). */
const mixed = (number: number): number => {
  let mix = number | 0;
  mix = Math.imul(mix ^ (mix >>> 16), 0x85ebca6b);
  mix = Math.imul(mix ^ (mix >>> 13), 0xc2b2ae35);
  return (mix ^ (mix >>> 16)) >>> 0;
};

/** Separate dice for each part of a run, so that omitting one part changes no other. */
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
