import type { Contribution } from '../../offers/offer.ts';
import { counted, wordsOf } from '../../reference/reference-words.ts';
import { factsInWords } from './facts-to-team.ts';
import type { Requirement, RequirementName } from '../requirements.ts';

/** What each requirement is called in a list for the programme team. */
const names: Readonly<Record<RequirementName, string>> = {
  listed: 'Listed',
  'details-confirmed': 'Details confirmed, in days',
  'register-checked': 'Register check',
  'supervises-profession': 'Supervises the profession',
  'supervises-learner-type': 'Supervises the learner type',
  'offers-seat': 'Offers the role',
  'may-sign-off': 'May sign off',
  'patient-facing': 'Patient-facing',
  'clinical-area': 'Clinical area',
  'not-self': 'Another person than the learner',
  'no-conflict': 'Conflict of interest',
  'not-excluded': 'Excluded by the learner',
  'not-tried': 'Asked before for this request',
  'one-seat-each': 'Two different people',
  distance: 'Miles',
  hours: 'Hours that fit into the shared weeks',
  'place-free': 'Places free in the period',
  'pending-offers': 'Offers that await an answer',
  'one-per-cohort': 'Learners in the university’s cohort',
};

/** Requirements whose wanted number is the most, not the least. */
const upTo: ReadonlySet<RequirementName> = new Set([
  'details-confirmed',
  'distance',
  'pending-offers',
  'one-per-cohort',
]);

const value = (given: Requirement['wanted']): string => {
  if (typeof given === 'number') return String(given);
  const words = (typeof given === 'string' ? [given] : given).map(wordsOf);
  return words.length === 0 ? 'none' : words.join(', ');
};

/** An unmet requirement with both values, for the programme team: "Miles: 14, wanted 10 at most". */
export const requirementInWords = ({ name, wanted, found }: Requirement): string => {
  const bound = typeof wanted !== 'number' ? '' : upTo.has(name) ? ' at most' : ' at least';
  return `${names[name]}: ${value(found)}, wanted ${value(wanted)}${bound}`;
};

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
