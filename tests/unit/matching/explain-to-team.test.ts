import { describe, expect, it } from 'vitest';
import type { Contribution } from '../../../shared/offers/offer.ts';
import { contributionInWords, requirementInWords } from '../../../shared/matching/explain/explain-to-team.ts';
import type { UnmetRequirement } from '../../../shared/matching/requirements/all.ts';
import { kentAndMedway } from '../../support/kent-and-medway.ts';

describe('the team’s words for an unmet requirement', () => {
  it.each<[UnmetRequirement, string]>([
    [
      { name: 'details-confirmed', wanted: 120, found: 120 },
      'Days since details were confirmed: 120, wanted fewer than 120',
    ],
    [{ name: 'travel', wanted: 30, found: 34 }, 'Minutes by road: 34, wanted 30 at most'],
    [{ name: 'travel', wanted: 30, found: 'unknown' }, 'Minutes by road: unknown, wanted 30 at most'],
    [{ name: 'pending-offers', wanted: 2, found: 3 }, 'Offers that await an answer: 3, wanted 2 at most'],
    [
      { name: 'one-per-cohort', wanted: 1, found: 2 },
      'Learners in the university’s cohort: 2, wanted 1 at most',
    ],
    [{ name: 'place-free', wanted: 1, found: 0 }, 'Places free in the period: 0, wanted 1 at least'],
    [{ name: 'listed', wanted: 'listed', found: 'paused' }, 'Listed: paused, wanted listed'],
    [
      { name: 'supervises-profession', wanted: 'nurse', found: ['pharmacist', 'midwife'] },
      'Supervises the profession: Pharmacist, Midwife, wanted Nurse',
    ],
    [
      { name: 'offers-seat', wanted: 'dpp', found: [] },
      'Offers the role: none, wanted Designated prescribing practitioner',
    ],
  ])('give both values and the direction in which they may differ: $name', (requirement, words) => {
    expect(requirementInWords(requirement)).toBe(words);
  });
});

describe('the team’s words for a part of a cost', () => {
  it.each<[string, Contribution, string]>([
    [
      'how long the drive is',
      { criterion: 'travel', points: 200, facts: { minutes: 20, roadMiles: 10.9, town: 'Dover' } },
      'Travel: 200 points (about 20 minutes, 11 miles by road, Dover)',
    ],
    [
      'a drive of which only the town is known',
      { criterion: 'travel', points: 300, facts: { town: 'Dover' } },
      'Travel: 300 points (Dover)',
    ],
    [
      'how far it was in a straight line, by an earlier policy',
      { criterion: 'travel', points: 130, facts: { miles: 1, minutes: 13, town: 'Dover' } },
      'Travel: 130 points (1 mile in a straight line, about 13 minutes, Dover)',
    ],
    [
      'what is too far',
      { criterion: 'partly-remote', points: 20, facts: { remote: 'yes' } },
      'Partly remote: 20 points (further than the learner travels every time)',
    ],
    [
      'nothing of what is near enough',
      { criterion: 'partly-remote', points: 0, facts: { remote: 'no' } },
      'Partly remote: 0 points',
    ],
    [
      'where each is',
      { criterion: 'place', points: 60, facts: { learner: 'east-kent', practitioner: 'west-kent' } },
      'Place: 60 points (DPP: West Kent, learner: East Kent)',
    ],
    [
      'where both are',
      { criterion: 'place', points: 0, facts: { learner: 'west-kent', practitioner: 'west-kent' } },
      'Place: 0 points (both West Kent)',
    ],
    [
      'who leads in the area',
      { criterion: 'area', points: 0, facts: { knows: 'leads', area: 'pain', wanted: 'pain' } },
      'Clinical area: 0 points (leads in pain)',
    ],
    [
      'who works in the area',
      { criterion: 'area', points: 5, facts: { knows: 'lists', area: 'hiv', wanted: 'hiv' } },
      'Clinical area: 5 points (works in HIV)',
    ],
    [
      'which area is shared',
      { criterion: 'area', points: 5, facts: { knows: 'shares', area: 'hiv', wanted: 'pain' } },
      'Clinical area: 5 points (shares HIV with the learner, whose main area is pain)',
    ],
    [
      'which area is near',
      { criterion: 'area', points: 1, facts: { knows: 'related', area: 'pain', wanted: 'palliative' } },
      'Clinical area: 1 point (pain is near to palliative and end of life)',
    ],
    [
      'which settings differ',
      {
        criterion: 'setting',
        points: 9,
        facts: { learner: 'acute-hospital', practitioner: 'general-practice' },
      },
      'Setting: 9 points (DPP: General practice, learner: Acute hospital)',
    ],
    [
      'which days are common and how many are missing',
      { criterion: 'days', points: 20, facts: { common: 'monday friday', missing: 1 } },
      'Days in common: 20 points (Monday and Friday in common, 1 day too few)',
    ],
    [
      'that no day is common',
      { criterion: 'days', points: 40, facts: { common: '', missing: 2 } },
      'Days in common: 40 points (none in common, 2 days too few)',
    ],
    [
      'that the days suffice',
      { criterion: 'days', points: 0, facts: { common: 'monday', missing: 0 } },
      'Days in common: 0 points (Monday in common)',
    ],
    [
      'that it stays in the organisation',
      { criterion: 'give-and-take', points: -30, facts: { own: 'yes', balance: 0 } },
      'Balance of hosting: -30 points (the same organisation)',
    ],
    [
      'what is owed to the learner’s side',
      { criterion: 'give-and-take', points: -20, facts: { own: 'no', balance: 2 } },
      'Balance of hosting: -20 points (the learner’s organisation is owed 2 learners)',
    ],
    [
      'what the learner’s side owes',
      { criterion: 'give-and-take', points: 10, facts: { own: 'no', balance: -1 } },
      'Balance of hosting: 10 points (the learner’s organisation owes 1 learner)',
    ],
    [
      'that nothing is owed',
      { criterion: 'give-and-take', points: 0, facts: { own: 'no', balance: 0 } },
      'Balance of hosting: 0 points (nothing owed)',
    ],
    [
      'how many learners are there',
      { criterion: 'load', points: 15, facts: { learners: 1 } },
      'Learners at a time: 15 points (1 other learner in that period)',
    ],
    [
      'how long ago details were confirmed',
      { criterion: 'confirmed', points: 10, facts: { days: 70 } },
      'Days since details were confirmed: 10 points (70 days ago)',
    ],
    [
      'who is of the profession',
      { criterion: 'remit', points: 0, facts: { knows: 'own', profession: 'nurse' } },
      'Knows the profession’s remit: 0 points (of that profession)',
    ],
    [
      'who has supervised before',
      { criterion: 'remit', points: 5, facts: { knows: 'supervised', profession: 'nurse' } },
      'Knows the profession’s remit: 5 points (of another profession, has supervised before)',
    ],
    [
      'who has not supervised before',
      { criterion: 'remit', points: 15, facts: { knows: 'new', profession: 'nurse' } },
      'Knows the profession’s remit: 15 points (of another profession, has not supervised before)',
    ],
    [
      'where scarcity comes from',
      { criterion: 'pressure', points: 40, facts: { price: 40 } },
      'Other learners need this DPP more: 40 points (scarce in recent rounds)',
    ],
    [
      'where the person who signs off is',
      { criterion: 'team', points: 10, facts: { signsOff: 'east-kent', practitioner: 'west-kent' } },
      'Place of the person who signs off: 10 points (DPP: West Kent, who signs off: East Kent)',
    ],
  ])('%s', (_, contribution, words) => {
    expect(contributionInWords(contribution, kentAndMedway.geography)).toBe(words);
  });

  it.each([
    'travel',
    'partly-remote',
    'place',
    'area',
    'setting',
    'days',
    'give-and-take',
    'load',
    'confirmed',
    'remit',
    'pressure',
    'team',
  ])('say nothing about what a policy did not record: %s', (criterion) => {
    expect(contributionInWords({ criterion, points: 1, facts: {} }, kentAndMedway.geography)).toMatch(
      /: 1 point$/u,
    );
  });

  it('have no brackets without facts, and use the criterion’s name where it has no word', () => {
    expect(contributionInWords({ criterion: 'back-up', points: 0, facts: {} }, kentAndMedway.geography)).toBe(
      'Named back-up: 0 points',
    );
    expect(
      contributionInWords({ criterion: 'of-an-older-policy', points: 2, facts: {} }, kentAndMedway.geography),
    ).toBe('of-an-older-policy: 2 points');
    expect(
      contributionInWords(
        { criterion: 'older', points: 2, facts: { area: 'pain', far: 'yes' } },
        kentAndMedway.geography,
      ),
    ).toBe('older: 2 points (area Pain, far yes)');
  });
});
