import { describe, expect, it } from 'vitest';
import { geographyOf } from '../../../shared/geography/geography.ts';
import { policyMistakes } from '../../../shared/rounds/check-policy-file.ts';
import { systemFileSchema } from '../../../shared/systems/system-file.ts';
import { type Breakage, checkRiverlands, inFile, riverlands } from '../../support/broken-system.ts';

const { places } = geographyOf(systemFileSchema.parse(JSON.parse(riverlands['system.json'] ?? '')));
const check = (texts: typeof riverlands) => [...checkRiverlands(texts), ...policyMistakes(texts, places)];
const inSettings = inFile('settings.json');
const inConsent = inFile('consent.json');
const inPolicy = inFile('policy.json');

const breakages: readonly (readonly [mistake: string, edit: Breakage, line: string])[] = [
  [
    'a setting that there is not',
    inSettings('"travelMinutes"', '"travelMiles"'),
    'settings.json: Unrecognized key: "travelMiles"',
  ],
  [
    'no time to answer',
    inSettings('"workingDaysToAnswer": 4', '"workingDaysToAnswer": 0'),
    'settings.json, workingDaysToAnswer: Too small: expected number to be >=1',
  ],
  [
    'a listing that is hidden before its DPP is asked again',
    inSettings('"hideAfterDays": 100', '"hideAfterDays": 74'),
    'settings.json, hideAfterDays: 74 should be more than 74, the day on which a DPP is asked again',
  ],
  [
    'a current wording that there is not',
    inConsent('"register": "riverlands-publish-2"', '"register": "riverlands-publish-3"'),
    'consent.json, current, register: there is no wording “riverlands-publish-3”. Wordings: publish-1, request-1, riverlands-publish-1, riverlands-publish-2',
  ],
  [
    'a wording with the id of a common one',
    inConsent('"riverlands-publish-1"', '"publish-1"'),
    'consent.json, wording publish-1: is the id of a common wording: give it a new id',
  ],
  [
    'a consent that nobody asks for',
    inConsent('"current": {', '"current": { "feedback": "publish-1",'),
    'consent.json, current: Unrecognized key: "feedback"',
  ],
  [
    'a wording without text',
    inConsent('"I agree that the Riverlands team publishes my name and profession."', '""'),
    'consent.json, wordings, riverlands-publish-1: Too small: expected string to have >=1 characters',
  ],
  [
    'a policy without a version',
    inPolicy('"version": "riverlands-1",', ''),
    'policy.json, version: Invalid input: expected string, received undefined',
  ],
  [
    'a policy with the version of the common one',
    inPolicy('"riverlands-1"', '"2026-12.2"'),
    'policy.json, version: “2026-12.2” should be a name of its own, in small letters, digits, dots and hyphens',
  ],
  [
    'a number that there is not',
    inPolicy('"otherPlace"', '"otherPlaces"'),
    'policy.json, pairs: Unrecognized key: "otherPlaces"',
  ],
  [
    'a number without its reason',
    inPolicy('"reason": "Courses start twice a year."', '"reason": ""'),
    'policy.json, pairs, halfLifeDays, reason: Too small: expected string to have >=1 characters',
  ],
  [
    'a quota of a place that there is not',
    inPolicy('"the-levels"', '"the-hills"'),
    'policy.json, quotas, places, the-hills: the system has no such place',
  ],
  [
    'a number that follows from the settings',
    inPolicy('"halfLifeDays"', '"staleDays"'),
    'policy.json, pairs, staleDays: follows from the settings: write hideAfterDays in settings.json',
  ],
];

describe('what a system chooses', () => {
  it('has no mistakes in the made-up system', () => {
    expect(check(riverlands)).toEqual([]);
  });

  it.each(breakages)('names in one line %s', (_, edit, line) => {
    expect(check(edit(riverlands))).toEqual([line]);
  });

  it.each(['policy.json', 'settings.json', 'consent.json'])('names text in %s that is not JSON', (name) => {
    expect(check({ ...riverlands, [name]: '{' })).toEqual([
      expect.stringMatching(new RegExp(`^${name.replace('.', '\\.')}: is not JSON: .`, 'u')),
    ]);
  });

  it('may be left out', () => {
    const {
      'policy.json': _policy,
      'settings.json': _settings,
      'consent.json': _consent,
      ...needed
    } = riverlands;
    expect(check(needed)).toEqual([]);
  });
});
