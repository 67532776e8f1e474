import { createHmac } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { drawLots, pairHash } from '../../../shared/allocation/draw.ts';

describe('the draw', { timeout: 30_000 }, () => {
  test('is HMAC-SHA-256 as the platform computes it, for seeds and ids of every length', () => {
    for (let length = 0; length < 150; length += 1) {
      const seed = 's'.repeat(length);
      const id = 'ł'.repeat(150 - length);
      const digest = createHmac('sha256', seed).update(id, 'utf8').digest();
      expect(drawLots(seed)(id)).toEqual({ lot: digest.readUIntBE(0, 6), key: digest.readInt32BE(28) });
    }
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
