import { intAt, numberAt } from './checked-access.ts';
import { allUpTo, sortedBy } from './counting-sort.ts';
import type { Network } from './network.ts';

const NONE = -1;

/** Average number of times that a learner's pairs are read before they are sorted again. */
const READS_BEFORE_SORTING = 6;

/**
 * Layout of a block: a head, then the learner's pairs. These constants are offsets from the start of the head
 * or pair. Doubles are read from `numbers` at start + offset; 32-bit values are read from `whole` (hashes
 * from `hash`) at 2 × start + offset, because two of them take the space of one double.
 */
export const HEAD_COST = 0;
export const HEAD_TIE = 1;
const HEAD_NEXT = 4;
const HEAD_LEARNER = 5;
export const HEAD_END = 6;
const HEAD_READS = 7;
export const HEAD_SIZE = 4;
export const PAIR_AT_LEAST = 0;
export const PAIR_WEIGHT = 1;
export const PAIR_PRACTITIONER = 4;
export const PAIR_TIE = 5;
export const PAIR_SIZE = 3;

/** Sorts learners by the memory position of their cheapest practitioner; learners without pairs come last. */
const byNeighbourhood = ({ pairs, tree, learnerIds }: Network): Int32Array => {
  const home = Int32Array.from(learnerIds, (_, learner) => {
    const pair = intAt(pairs.first, learner);
    return pair === intAt(pairs.first, learner + 1) ? tree.practitioners : intAt(pairs.practitioner, pair);
  });
  return sortedBy(home, tree.practitioners + 1, allUpTo(learnerIds.length)).order;
};

/**
 * Stores everything that a search reads about a learner in adjacent memory, because memory access dominates
 * the running time: the weight of their place, the next learner at the same practitioner, and their pairs.
 * Learners whose cheapest practitioners are adjacent are adjacent too.
 *
 * A learner's pairs are sorted by weight plus the practitioner's price at the time of sorting. Prices only
 * rise, so this sum is a lower bound, and a search can stop at the first pair whose bound is too high.
 */
export class LearnerBlocks {
  /** Start of each learner's block. */
  readonly of: Int32Array;
  readonly numbers: Float64Array;
  readonly whole: Int32Array;
  readonly hash: Uint32Array;
  /**
   * Block of the first movable learner placed at each practitioner; `after` finds the blocks of the others.
   */
  readonly firstHeld: Int32Array;
  private readonly price: Float64Array;

  constructor(network: Network, price: Float64Array) {
    const learners = network.learnerIds.length;
    const buffer = new ArrayBuffer(8 * (HEAD_SIZE * learners + PAIR_SIZE * network.weight.length));
    this.of = new Int32Array(learners);
    this.numbers = new Float64Array(buffer);
    this.whole = new Int32Array(buffer);
    this.hash = new Uint32Array(buffer);
    this.firstHeld = new Int32Array(network.tree.practitioners).fill(NONE);
    this.price = price;
    let block = 0;
    for (const learner of byNeighbourhood(network)) block = this.writeBlock(network, learner, block);
  }

  /** Adds a learner to the movable learners placed at a practitioner. */
  list(block: number, practitioner: number, weight: number, hash: number): void {
    this.numbers[block + HEAD_COST] = weight;
    this.numbers[block + HEAD_TIE] = hash;
    this.whole[2 * block + HEAD_NEXT] = intAt(this.firstHeld, practitioner);
    this.firstHeld[practitioner] = block;
  }

  unlist(block: number, practitioner: number): void {
    const after = this.after(block);
    let other = intAt(this.firstHeld, practitioner);
    if (other === block) {
      this.firstHeld[practitioner] = after;
      return;
    }
    while (this.after(other) !== block) other = this.after(other);
    this.whole[2 * other + HEAD_NEXT] = after;
  }

  /** Finds the block of the next movable learner at the same practitioner; −1 if there is none. */
  after(block: number): number {
    return intAt(this.whole, 2 * block + HEAD_NEXT);
  }

  learnerOf(block: number): number {
    return intAt(this.whole, 2 * block + HEAD_LEARNER);
  }

  /**
   * Call this after reading a learner's pairs, with the slot at which reading stopped, so that pairs which
   * are read often are sorted again.
   */
  noteReads(block: number, slot: number): void {
    const start = block + HEAD_SIZE;
    const end = intAt(this.whole, 2 * block + HEAD_END);
    const reads = intAt(this.whole, 2 * block + HEAD_READS) + slot - start;
    const isDue = reads > (end - start) * READS_BEFORE_SORTING;
    this.whole[2 * block + HEAD_READS] = isDue ? 0 : reads;
    if (isDue) this.sort(start, end);
  }

  private writeBlock(network: Network, learner: number, block: number): number {
    const { first, practitioner } = network.pairs;
    let slot = block + HEAD_SIZE;
    for (let pair = intAt(first, learner); pair < intAt(first, learner + 1); pair += 1) {
      const weight = numberAt(network.weight, pair);
      this.write(slot, weight, weight, intAt(practitioner, pair), network.hash[pair] ?? 0);
      slot += PAIR_SIZE;
    }
    this.of[learner] = block;
    this.whole[2 * block + HEAD_NEXT] = NONE;
    this.whole[2 * block + HEAD_LEARNER] = learner;
    this.whole[2 * block + HEAD_END] = slot;
    return slot;
  }

  private write(slot: number, atLeast: number, weight: number, practitioner: number, hash: number): void {
    this.numbers[slot + PAIR_AT_LEAST] = atLeast;
    this.numbers[slot + PAIR_WEIGHT] = weight;
    this.whole[2 * slot + PAIR_PRACTITIONER] = practitioner;
    this.hash[2 * slot + PAIR_TIE] = hash;
  }

  /** Insertion sort, because the list is short and nearly sorted. */
  private sort(start: number, end: number): void {
    const { numbers, whole, hash, price } = this;
    for (let slot = start; slot < end; slot += PAIR_SIZE) {
      const weight = numberAt(numbers, slot + PAIR_WEIGHT);
      const practitioner = intAt(whole, 2 * slot + PAIR_PRACTITIONER);
      const tie = hash[2 * slot + PAIR_TIE] ?? 0;
      const atLeast = weight + numberAt(price, 2 * practitioner);
      let to = slot;
      for (let before = to - PAIR_SIZE; before >= start; before -= PAIR_SIZE) {
        const dearer = numberAt(numbers, before + PAIR_AT_LEAST);
        if (dearer <= atLeast) break;
        this.write(
          to,
          dearer,
          numberAt(numbers, before + PAIR_WEIGHT),
          intAt(whole, 2 * before + PAIR_PRACTITIONER),
          hash[2 * before + PAIR_TIE] ?? 0,
        );
        to = before;
      }
      this.write(to, atLeast, weight, practitioner, tie);
    }
  }
}
