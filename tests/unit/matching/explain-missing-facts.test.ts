import { expect, it } from 'vitest';
import { factsInWords } from '../../../shared/matching/explain/facts-to-team.ts';

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
  'of a comparison of which an older policy noted one side only, the team reads nothing: %s %o',
  (criterion, facts) => {
    expect(factsInWords({ criterion, facts })).toBe('');
  },
);
