import type { PlaceNames } from '../../geography/geography.ts';
import type { Contribution } from '../../offers/offer.ts';
import { wordsOf } from '../../reference/reference-words.ts';
import { explainedCriteria } from '../criteria/all.ts';

/**
 * The facts behind one part of a cost, for the programme team: "about 20 minutes, 11 miles by road", "Monday and Friday in
 * common". A criterion that no longer exists shows its facts as they were noted.
 */
export const factsInWords = (
  { criterion, facts }: Pick<Contribution, 'criterion' | 'facts'>,
  names: PlaceNames,
): string =>
  explainedCriteria.find(({ name }) => name === criterion)?.factsToTeam(facts, names) ??
  Object.entries(facts)
    .map(([fact, value]) => `${fact} ${names.placeName(wordsOf(String(value)))}`)
    .join(', ');
