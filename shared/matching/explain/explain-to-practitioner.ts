import type { Offer } from '../../offers/offer.ts';
import { counted } from '../../reference/reference-words.ts';
import { orderForPractitioner } from '../criteria/all.ts';

/**
 * Why this practitioner was asked, as sentences to them: their place among those who could, then the facts that
 * counted for them, and what they should know beforehand.
 */
export const whyYou = ({
  rank,
  eligibleCount,
  contributions,
}: Pick<Offer, 'rank' | 'eligibleCount' | 'contributions'>): readonly string[] => {
  const others = eligibleCount - 1;
  const first =
    others < 1
      ? 'You are the only DPP who fits at the moment.'
      : rank === 1
        ? `Of ${eligibleCount} DPPs who fit, you fit best.`
        : `${counted(eligibleCount, 'DPP')} fit. You are number ${rank} among them.`;
  const sentences = orderForPractitioner.flatMap(({ name, toPractitioner }) => {
    const found = contributions.find(({ criterion }) => criterion === name);
    return (found && toPractitioner(found.facts)) ?? [];
  });
  return [first, ...sentences];
};
