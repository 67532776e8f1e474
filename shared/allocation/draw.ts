import { keyedHash } from './sha256.ts';

/**
 * Result of the draw for one id. `lot` orders learners of equal priority; `key` feeds the hashes of pairs.
 */
export interface Lot {
  readonly lot: number;
  readonly key: number;
}

/**
 * Draws lots by HMAC-SHA-256 with the seed as key and the id as message, both in UTF-8, so that anyone can
 * repeat it on a command line. `lot` is the first 48 bits (lower comes first), `key` the last 32.
 */
export const drawLots = (seed: string): ((id: string) => Lot) => {
  const text = new TextEncoder();
  const hash = keyedHash(text.encode(seed));
  return (id) => {
    const bytes = hash(text.encode(id));
    const view = new DataView(bytes.buffer);
    return { lot: view.getUint32(0) * 65_536 + view.getUint16(4), key: view.getInt32(28) };
  };
};

const stirred = (word: number): number => {
  let mixed = word;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
};

/**
 * 32-bit hash of a pair from the two keys drawn for it. It only breaks ties between allocations of equal
 * cost; a full HMAC for each of a million pairs would take longer than the allocation.
 */
export const pairHash = (learnerKey: number, practitionerKey: number): number =>
  stirred(stirred(learnerKey) ^ Math.imul(practitionerKey, 0x9e3779b1)) >>> 0;
