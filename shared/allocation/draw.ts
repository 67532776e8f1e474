import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';

/** An id's draw. `lot` orders learners of equal priority (lower is earlier); `key` goes into the hashes of pairs. */
export interface Lot {
  readonly lot: number;
  readonly key: number;
}

/**
 * The lottery: HMAC-SHA-256 with the seed as key and the id as message, both in UTF-8, so that anybody can repeat it
 * with standard tools.
 * @returns the draw of an id: `lot` is the first 48 bits of the digest, `key` the last 32
 */
export const drawLots = (seed: string): ((id: string) => Lot) => {
  const text = new TextEncoder();
  const keyed = hmac.create(sha256, text.encode(seed));
  return (id) => {
    const { buffer, byteOffset } = keyed.clone().update(text.encode(id)).digest();
    const view = new DataView(buffer, byteOffset);
    return { lot: view.getUint32(0) * 65_536 + view.getUint16(4), key: view.getInt32(28) };
  };
};

/** The finalizer of MurmurHash3. */
const mixedBits = (word: number): number => {
  let mixed = word;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
};

/**
 * A 32-bit hash of a pair, from the keys drawn for its learner and its practitioner. Not cryptographic: it
 * only decides between allocations of equal cost, and an HMAC for each of a million pairs would take longer
 * than the allocation.
 */
export const pairHash = (learnerKey: number, practitionerKey: number): number =>
  mixedBits(mixedBits(learnerKey) ^ Math.imul(practitionerKey, 0x9e3779b1)) >>> 0;
