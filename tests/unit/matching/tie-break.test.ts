import { expect, test } from 'vitest';
import { tieBreak } from '../../../shared/matching/tie-break.ts';

/** The draw written a second time and with BigInt: FNV-1a (32 bits) and the finaliser of MurmurHash3. */
const drawn = (...texts: readonly string[]): number => {
  const mask = 0xffff_ffffn;
  let hash = 0x811c_9dc5n;
  for (const unit of texts.join('\u0000').split(''))
    hash = ((hash ^ BigInt(unit.charCodeAt(0))) * 0x0100_0193n) & mask;
  hash = ((hash ^ (hash >> 16n)) * 0x85eb_ca6bn) & mask;
  hash = ((hash ^ (hash >> 13n)) * 0xc2b2_ae35n) & mask;
  return Number(hash ^ (hash >> 16n));
};

test('the draw between equals is a published hash, so anybody can repeat it', () => {
  for (const seed of ['kent-and-medway', '2027-spring', ''])
    for (const learner of ['req1', 'learner-ł', ''])
      for (const practitioner of ['dpp1', 'dpp2', '']) {
        expect(tieBreak(seed, learner, practitioner)).toBe(drawn(seed, learner, practitioner));
      }
});

test('the boundary between two texts changes the hash', () => {
  expect(tieBreak('s', 'ab', 'c')).not.toBe(tieBreak('s', 'a', 'bc'));
});
