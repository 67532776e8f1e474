import { keyedHash } from './sha256.ts';

/** What the seed says about one id. `lot` orders learners of equal priority; `key` goes into the pairs' hashes. */
export interface Lot {
  readonly lot: number;
  readonly key: number;
}

/**
 * The lottery: HMAC-SHA-256 with the seed as key and the id as message, both UTF-8, so that anyone can repeat it with
 * a command line. `lot` is its first 48 bits (lower = earlier), `key` its last 32.
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
 * hash(seed, learner, practitioner): 32 bits from the two keys that the seed gave them. It only decides between
 * allocations of equal cost, and a full HMAC for each of a million pairs would take longer than the allocation.
 */
export const pairHash = (learnerKey: number, practitionerKey: number): number =>
  stirred(stirred(learnerKey) ^ Math.imul(practitionerKey, 0x9e3779b1)) >>> 0;
