import { expect, it } from 'vitest';
import { factsInWords } from '../../../shared/matching/explain/facts-to-team.ts';
import { kentAndMedway } from '../../support/kent-and-medway.ts';

it.each([
  ['place', { practitioner: 'west-kent' }],
  ['place', { learner: 'west-kent' }],
  ['setting', { practitioner: 'hospice' }],
  ['setting', { learner: 'hospice' }],
  ['area', { knows: 'leads', wanted: 'pain' }],
  ['area', { knows: 'related', area: 'pain' }],
  ['team', { practitioner: 'west-kent' }],
  ['team', { signsOff: 'east-kent' }],
])(
  'a comparison of which an older policy recorded one side only is left out for the team: %s %o',
  (criterion, facts) => {
    expect(factsInWords({ criterion, facts }, kentAndMedway.geography)).toBe('');
  },
);
