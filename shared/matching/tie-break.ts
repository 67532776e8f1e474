const OFFSET = 0x811c9dc5;
const PRIME = 0x01000193;

/** FNV-1a over UTF-16 units with the finaliser of MurmurHash3, so that a changed last letter changes every bit. */
const stir = (text: string): number => {
  let hash = OFFSET;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), PRIME);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
};

/**
 * Draws a whole number from 0 to 2³² − 1, which decides between equal candidates. It depends only on the
 * three texts, so the order of rows does not matter, and no practitioner always comes first.
 */
export const tieBreak = (seed: string, learner: string, practitioner: string): number =>
  stir(`${seed}\u0000${learner}\u0000${practitioner}`);
