import { describe, expect, it } from 'vitest';
import { area } from '../../../shared/matching/criteria/area.ts';
import { confirmed } from '../../../shared/matching/criteria/confirmed.ts';
import { days } from '../../../shared/matching/criteria/days.ts';
import { place } from '../../../shared/matching/criteria/place.ts';
import { remit } from '../../../shared/matching/criteria/remit.ts';
import { setting } from '../../../shared/matching/criteria/setting.ts';
import { travel } from '../../../shared/matching/criteria/travel.ts';
import { kentAndMedway } from '../../support/kent-and-medway.ts';

describe('facts that an older policy stored', () => {
  it.each([
    ['a place without the learner’s', place, { practitioner: 'west-kent' }],
    ['a place without the practitioner’s', place, { learner: 'west-kent' }],
    ['a place without either', place, {}],
    ['travel without the town', travel, { miles: 3 }],
    ['travel without the miles', travel, { minutes: 20, town: 'Gillingham' }],
    ['travel without the minutes', travel, { roadMiles: 11, town: 'Gillingham' }],
    ['travel without any', travel, {}],
    ['a setting without either', setting, {}],
    ['a remit without the profession', remit, { knows: 'own' }],
    ['an area without the wanted one', area, { knows: 'leads' }],
    ['the days in common without any', days, {}],
    ['a criterion that says nothing to the practitioner', confirmed, { days: 3 }],
  ])('give the practitioner no sentence about %s', (_, criterion, facts) => {
    expect(criterion.toPractitioner(facts, kentAndMedway.geography)).toBeUndefined();
  });

  it.each([
    ['travel', travel, { miles: 'three', minutes: 8, town: 'Gillingham' }, 'about 8 minutes, Gillingham'],
    ['a remit', remit, { knows: 'something else', profession: 'nurse' }, ''],
    ['days', days, { common: 3, missing: 1 }, '1 day too few'],
    ['days without those in common', days, { missing: 2 }, '2 days too few'],
    ['a remit without what is known', remit, { profession: 'nurse' }, ''],
  ])('leave malformed and missing parts out for the team: %s', (_, criterion, facts, words) => {
    expect(criterion.factsToTeam(facts, kentAndMedway.geography)).toBe(words);
  });
});
