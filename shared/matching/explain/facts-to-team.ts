import type { Contribution } from '../../offers/offer.ts';
import { wordsOf } from '../../reference/reference-words.ts';
import { explainedCriteria } from '../criteria/all.ts';

/**
 * The facts behind one part of a cost, for the programme team: "2 miles in a straight line", "Monday and Friday in
 * common". A criterion that no longer exists shows its facts as they were noted.
 */
export const factsInWords = ({ criterion, facts }: Pick<Contribution, 'criterion' | 'facts'>): string =>
  explainedCriteria.find(({ name }) => name === criterion)?.factsToTeam(facts) ??
  Object.entries(facts)
    .map(([fact, value]) => `${fact} ${wordsOf(String(value))}`)
    .join(', ');
