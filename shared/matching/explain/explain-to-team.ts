import type { Contribution } from '../../offers/offer.ts';
import { counted } from '../../reference/reference-words.ts';
import { factsInWords } from './facts-to-team.ts';
import { requirements, type UnmetRequirement } from '../requirements/all.ts';

/** An unmet requirement with both values, for the programme team: "Miles: 14, wanted 10 at most". */
export const requirementInWords = ({ name, ...compared }: UnmetRequirement): string =>
  requirements.find((requirement) => requirement.name === name)?.inWords(compared) ?? name;

const criteria: Readonly<Record<string, string>> = {
  travel: 'Travel',
  'partly-remote': 'Partly remote',
  place: 'Place',
  area: 'Clinical area',
  setting: 'Setting',
  days: 'Days in common',
  'give-and-take': 'Give and take',
  load: 'Learners at a time',
  confirmed: 'Days since details were confirmed',
  remit: 'Knows the profession’s remit',
  pressure: 'Needed more by others',
  'back-up': 'Named back-up',
  team: 'Place of the person who signs off',
};

/** One part of a cost with its facts, for the programme team: "Travel: 130 points (5 miles in a straight line, …)". */
export const contributionInWords = ({ criterion, points, facts }: Contribution): string => {
  const because = factsInWords({ criterion, facts });
  return `${criteria[criterion] ?? criterion}: ${counted(points, 'point')}${because === '' ? '' : ` (${because})`}`;
};
