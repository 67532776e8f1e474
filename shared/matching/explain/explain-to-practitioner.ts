import type { PlaceNames } from '../../geography/geography.ts';
import type { Offer } from '../../offers/offer.ts';
import { counted } from '../../reference/reference-words.ts';
import { orderForPractitioner } from '../criteria/all.ts';

/**
 * Explains to a practitioner why they are being asked, in sentences: their rank among the practitioners who
 * can take the seat, then the facts for and against them in the order of `orderForPractitioner`.
 */
export const whyYou = (
  { rank, eligibleCount, contributions }: Pick<Offer, 'rank' | 'eligibleCount' | 'contributions'>,
  names: PlaceNames,
): readonly string[] => {
  const others = eligibleCount - 1;
  const first =
    others < 1
      ? 'You are the only DPP who fits this learner at the moment.'
      : rank === 1
        ? `${eligibleCount} DPPs fit this learner. You are the best fit.`
        : `${counted(eligibleCount, 'DPP')} fit this learner. You are number ${rank} in order of fit.`;
  const sentences = orderForPractitioner.flatMap(({ name, toPractitioner }) => {
    const found = contributions.find(({ criterion }) => criterion === name);
    return (found && toPractitioner(found.facts, names)) ?? [];
  });
  return [first, ...sentences];
};
