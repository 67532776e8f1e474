import type { PlaceNames } from '../../geography/geography.ts';
import type { Contribution } from '../../offers/offer.ts';
import { counted } from '../../reference/reference-words.ts';
import { explainedCriteria } from '../criteria/all.ts';
import { factsInWords } from './facts-to-team.ts';
import { formerRequirements, requirements } from '../requirements/all.ts';
import type { Unmet } from '../requirements/requirement.ts';

/** An unmet requirement with both values, for the programme team: "Minutes by road: 34, wanted 30 at most". */
export const requirementInWords = ({ name, ...compared }: Unmet<string>): string =>
  [...requirements, ...formerRequirements]
    .find((requirement) => requirement.name === name)
    ?.inWords(compared) ?? name;

/** One part of a cost with its facts, for the programme team: "Travel: 200 points (about 20 minutes, …)". */
export const contributionInWords = (
  { criterion, points, facts }: Contribution,
  names: PlaceNames,
): string => {
  const because = factsInWords({ criterion, facts }, names);
  const label = explainedCriteria.find(({ name }) => name === criterion)?.label ?? criterion;
  return `${label}: ${counted(points, 'point')}${because === '' ? '' : ` (${because})`}`;
};
