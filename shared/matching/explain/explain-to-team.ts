import type { PlaceNames } from '../../geography/geography.ts';
import type { Contribution } from '../../offers/offer.ts';
import { counted } from '../../reference/reference-words.ts';
import { explainedCriteria } from '../criteria/all.ts';
import { factsInWords } from './facts-to-team.ts';
import { requirements, type UnmetRequirement } from '../requirements/all.ts';

/** An unmet requirement with both values, for the programme team: "Miles: 14, wanted 10 at most". */
export const requirementInWords = ({ name, ...compared }: UnmetRequirement): string =>
  requirements.find((requirement) => requirement.name === name)?.inWords(compared) ?? name;

/** One part of a cost with its facts, for the programme team: "Travel: 130 points (5 miles in a straight line, …)". */
export const contributionInWords = (
  { criterion, points, facts }: Contribution,
  names: PlaceNames,
): string => {
  const because = factsInWords({ criterion, facts }, names);
  const label = explainedCriteria.find(({ name }) => name === criterion)?.label ?? criterion;
  return `${label}: ${counted(points, 'point')}${because === '' ? '' : ` (${because})`}`;
};
