import type { Chance } from '../../functions/platform/chance.ts';
import type { Dice } from './dice.ts';

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';

const lettersOf = (dice: Dice, count: number): string => {
  let letters = '';
  while (letters.length < count) letters += ALPHABET.charAt(dice.below(32));
  return letters;
};

/** Makes ids and tokens from the dice of one run. */
export const chanceOf = (dice: Dice): Chance => ({
  id: () => lettersOf(dice, 16),
  token: () => lettersOf(dice, 43),
});
