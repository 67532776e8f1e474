import { intAt } from './checked-access.ts';

/**
 * SHA-256 and HMAC (FIPS 180-4, FIPS 198-1), implemented here because `shared/` uses no platform library and
 * the draw must be the same everywhere. Tests compare it with the platform's implementation.
 */

const isPrime = (n: number): boolean => {
  for (let divisor = 2; divisor * divisor <= n; divisor += 1) if (n % divisor === 0) return false;
  return true;
};

const firstPrimes = (count: number): number[] => {
  const primes: number[] = [];
  for (let n = 2; primes.length < count; n += 1) if (isPrime(n)) primes.push(n);
  return primes;
};

/** First 32 bits of the fractional part of a root; the standard defines its constants this way. */
const fraction = (root: number): number => Math.floor((root - Math.floor(root)) * 2 ** 32) | 0;

const ROUNDS = Int32Array.from(firstPrimes(64), (prime) => fraction(Math.cbrt(prime)));
const START = Int32Array.from(firstPrimes(8), (prime) => fraction(Math.sqrt(prime)));

const schedule = new Int32Array(64);

const turned = (word: number, bits: number): number => (word >>> bits) | (word << (32 - bits));

/** Expands a 64-byte block into the message schedule. Every index is within its array. */
const expand = (block: Uint8Array, from: number): void => {
  for (let i = 0; i < 16; i += 1) {
    const at = from + i * 4;
    schedule[i] =
      ((block[at] ?? 0) << 24) |
      ((block[at + 1] ?? 0) << 16) |
      ((block[at + 2] ?? 0) << 8) |
      (block[at + 3] ?? 0);
  }
  for (let i = 16; i < 64; i += 1) {
    const early = schedule[i - 15] ?? 0;
    const late = schedule[i - 2] ?? 0;
    const small = turned(early, 7) ^ turned(early, 18) ^ (early >>> 3);
    const large = turned(late, 17) ^ turned(late, 19) ^ (late >>> 10);
    schedule[i] = ((schedule[i - 16] ?? 0) + small + (schedule[i - 7] ?? 0) + large) | 0;
  }
};

const compress = (state: Int32Array, block: Uint8Array, from: number): void => {
  expand(block, from);
  let a = intAt(state, 0);
  let b = intAt(state, 1);
  let c = intAt(state, 2);
  let d = intAt(state, 3);
  let e = intAt(state, 4);
  let f = intAt(state, 5);
  let g = intAt(state, 6);
  let h = intAt(state, 7);
  for (let i = 0; i < 64; i += 1) {
    const mixedE = turned(e, 6) ^ turned(e, 11) ^ turned(e, 25);
    const first = (h + mixedE + ((e & f) ^ (~e & g)) + intAt(ROUNDS, i) + intAt(schedule, i)) | 0;
    const mixedA = turned(a, 2) ^ turned(a, 13) ^ turned(a, 22);
    const second = (mixedA + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    h = g;
    g = f;
    f = e;
    e = (d + first) | 0;
    d = c;
    c = b;
    b = a;
    a = (first + second) | 0;
  }
  state[0] = intAt(state, 0) + a;
  state[1] = intAt(state, 1) + b;
  state[2] = intAt(state, 2) + c;
  state[3] = intAt(state, 3) + d;
  state[4] = intAt(state, 4) + e;
  state[5] = intAt(state, 5) + f;
  state[6] = intAt(state, 6) + g;
  state[7] = intAt(state, 7) + h;
};

/** Buffer for the last bytes of a message with their padding; reused for every message. */
const padded = new Uint8Array(128);
const paddedView = new DataView(padded.buffer);

/** Pads the last bytes of a message of `total` bytes and processes them. */
const finish = (state: Int32Array, tail: Uint8Array, total: number): Int32Array => {
  const length = tail.length + 9 <= 64 ? 64 : 128;
  padded.fill(0, 0, length);
  padded.set(tail);
  padded[tail.length] = 0x80;
  paddedView.setUint32(length - 8, Math.floor(total / 2 ** 29));
  paddedView.setUint32(length - 4, (total * 8) >>> 0);
  for (let from = 0; from < length; from += 64) compress(state, padded, from);
  return state;
};

/** Continues from `state`, which has processed `before` bytes (a multiple of 64). */
const goOn = (state: Int32Array, message: Uint8Array, before: number): Int32Array => {
  const whole = message.length - (message.length % 64);
  for (let from = 0; from < whole; from += 64) compress(state, message, from);
  return finish(state, message.subarray(whole), before + message.length);
};

const bytesOf = (words: Int32Array): Uint8Array => {
  const bytes = new Uint8Array(32);
  for (let index = 0; index < 8; index += 1) {
    const word = intAt(words, index);
    bytes[4 * index] = word >>> 24;
    bytes[4 * index + 1] = word >>> 16;
    bytes[4 * index + 2] = word >>> 8;
    bytes[4 * index + 3] = word;
  }
  return bytes;
};

/** SHA-256 of a message, as 32 bytes. */
export const sha256 = (message: Uint8Array): Uint8Array => bytesOf(goOn(START.slice(), message, 0));

/**
 * Returns an HMAC-SHA-256 function for one key, with 32 bytes per message. The key's two blocks are processed
 * only once.
 */
export const keyedHash = (key: Uint8Array): ((message: Uint8Array) => Uint8Array) => {
  const short = key.length > 64 ? sha256(key) : key;
  const started = (pad: number): Int32Array => {
    const block = new Uint8Array(64).fill(pad);
    short.forEach((byte, index) => (block[index] = byte ^ pad));
    const state = START.slice();
    compress(state, block, 0);
    return state;
  };
  const inner = started(0x36);
  const outer = started(0x5c);
  return (message) => bytesOf(goOn(outer.slice(), bytesOf(goOn(inner.slice(), message, 64)), 64));
};
