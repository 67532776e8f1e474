import { createHash, createHmac } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { drawLots, pairHash } from '../../../shared/allocation/draw.ts';
import { keyedHash, sha256 } from '../../../shared/allocation/sha256.ts';
import { chanceFrom } from '../../support/allocation/seeded.ts';

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

describe('the draw', { timeout: 30_000 }, () => {
  test('SHA-256 and HMAC are those of the platform, for every length around a block', () => {
    const { between } = chanceFrom(1);
    for (let length = 0; length < 200; length += 1) {
      const message = Uint8Array.from({ length }, () => between(0, 255));
      const key = Uint8Array.from({ length: between(0, 150) }, () => between(0, 255));
      expect(hex(sha256(message))).toBe(createHash('sha256').update(message).digest('hex'));
      expect(hex(keyedHash(key)(message))).toBe(createHmac('sha256', key).update(message).digest('hex'));
    }
  });

  test('a lot is the first 48 bits of HMAC(seed, id), so that anyone can repeat it', () => {
    const digest = createHmac('sha256', '2027-spring').update('łearner-1', 'utf8').digest('hex');
    expect(drawLots('2027-spring')('łearner-1').lot).toBe(parseInt(digest.slice(0, 12), 16));
  });

  test('another seed draws another lot', () => {
    expect(drawLots('a')('l1').lot).not.toBe(drawLots('b')('l1').lot);
  });

  test('the hashes of pairs spread over 32 bits and hardly ever meet', () => {
    const lotOf = drawLots('spread');
    const keys = Array.from({ length: 200 }, (_, n) => lotOf(`id-${n}`).key);
    const hashes = keys.flatMap((learner) => keys.map((practitioner) => pairHash(learner, practitioner)));
    expect(new Set(hashes).size).toBeGreaterThan(hashes.length - 10);
    const mean = hashes.reduce((sum, hash) => sum + hash, 0) / hashes.length;
    expect(Math.abs(mean / 2 ** 32 - 0.5)).toBeLessThan(0.01);
  });
});
