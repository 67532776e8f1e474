import { describe, expect, it, test } from 'vitest';
import type { Contribution } from '../../../shared/offers/offer.ts';
import { whyYou } from '../../../shared/matching/explain/explain-to-practitioner.ts';
import { nearMissInWords } from '../../../shared/matching/explain/near-miss-in-words.ts';
import { counted, listed, withinSentence, wordsOf } from '../../../shared/reference/reference-words.ts';
import type { NearMiss } from '../../../shared/matching/requirements/all.ts';
import { kentAndMedway } from '../../support/kent-and-medway.ts';

const told = (...contributions: readonly Omit<Contribution, 'points'>[]): readonly string[] =>
  whyYou(
    {
      rank: 1,
      eligibleCount: 1,
      contributions: contributions.map((one) => ({ ...one, points: 10 })),
    },
    kentAndMedway.geography,
  ).slice(1);

describe('an asked practitioner', () => {
  it.each([
    [1, 1, 'You are the only DPP who fits this learner at the moment.'],
    [1, 2, '2 DPPs fit this learner. You are the best fit.'],
    [2, 2, '2 DPPs fit this learner. You are number 2 in order of fit.'],
  ])('who is number %i of %i sees that first', (rank, eligibleCount, sentence) => {
    expect(whyYou({ rank, eligibleCount, contributions: [] }, kentAndMedway.geography)).toEqual([sentence]);
  });

  it.each<[string, string, Contribution['facts'], string]>([
    [
      'was named as back-up',
      'back-up',
      {},
      'The learner’s DPP cannot continue and named you as their back-up.',
    ],
    [
      'leads in the area',
      'area',
      { knows: 'leads', wanted: 'pain' },
      'You lead in the learner’s main area: pain.',
    ],
    [
      'lists the area',
      'area',
      { knows: 'lists', wanted: 'hiv' },
      'You work in the learner’s main area: HIV.',
    ],
    [
      'shares another of the areas',
      'area',
      { knows: 'shares', area: 'renal', wanted: 'pain' },
      'You work in one of the learner’s other areas: renal. The learner’s main area is pain.',
    ],
    [
      'works in a related area',
      'area',
      { knows: 'related', area: 'palliative', wanted: 'pain' },
      'Your area, palliative and end of life, is close to the learner’s: pain.',
    ],
    [
      'works in an area related to another of the learner’s',
      'area',
      { knows: 'related', area: 'lipids', wanted: 'mental-health', to: 'cardiovascular' },
      'Your area, lipids, is close to one of the learner’s other areas, cardiovascular and hypertension. The learner’s main area is mental health.',
    ],
    [
      'works in an area that an older offer calls related, and that is not close to the main one',
      'area',
      { knows: 'related', area: 'lipids', wanted: 'mental-health' },
      'Your area, lipids, is close to one of the learner’s other areas. The learner’s main area is mental health.',
    ],
    [
      'is some minutes away',
      'travel',
      { minutes: 20, roadMiles: 10.9, town: 'Dover' },
      'The learner works about 20 minutes, 11 miles by road, from where you practise (Dover).',
    ],
    [
      'is very near',
      'travel',
      { minutes: 1, roadMiles: 0.4, town: 'Dover' },
      'The learner works about 1 minute, less than a mile by road, from where you practise (Dover).',
    ],
    [
      'was in the same town, by an earlier policy',
      'travel',
      { miles: 0, town: 'Dover' },
      'You practise in the same town as the learner: Dover.',
    ],
    [
      'was some miles away, by an earlier policy',
      'travel',
      { miles: 2, town: 'Dover' },
      'You practise 2 miles from the learner in a straight line (Dover).',
    ],
    [
      'would have to be partly remote',
      'partly-remote',
      { remote: 'yes' },
      'You practise further away than the learner can travel each time, so some supervision would be remote.',
    ],
    [
      'is in the same place',
      'place',
      { learner: 'west-kent', practitioner: 'west-kent' },
      'You are both in West Kent.',
    ],
    [
      'is in another place',
      'place',
      { learner: 'west-kent', practitioner: 'east-kent' },
      'You are in East Kent and the learner is in West Kent.',
    ],
    [
      'works in the wanted setting',
      'setting',
      { learner: 'care-home', practitioner: 'care-home' },
      'You work in the setting that the learner wants: care home.',
    ],
    [
      'shares no weekday',
      'days',
      { common: '', missing: 2 },
      'You have no weekday in common: one of you would have to change a day.',
    ],
    ['shares one day', 'days', { common: 'friday' }, 'You are both free on Friday.'],
    [
      'shares three days',
      'days',
      { common: 'monday tuesday friday' },
      'You are both free on Monday, Tuesday and Friday.',
    ],
    [
      'is of the same organisation',
      'give-and-take',
      { own: 'yes', balance: 0 },
      'You work in the same organisation as the learner.',
    ],
    [
      'is of an organisation that owes a learner',
      'give-and-take',
      { own: 'no', balance: 1 },
      'The learner’s organisation has recently hosted more of your organisation’s learners than yours has hosted of theirs.',
    ],
    [
      'has nobody else then',
      'load',
      { learners: 0 },
      'You have no other learner during this learner’s course.',
    ],
    [
      'is of the same profession',
      'remit',
      { knows: 'own', profession: 'nurse' },
      'You have the same profession as the learner: nurse.',
    ],
  ])('who %s is told so', (_, criterion, facts, sentence) => {
    expect(told({ criterion, facts })).toEqual([sentence]);
  });

  it.each<[string, string, Contribution['facts']]>([
    ['the drive is within the limit', 'partly-remote', { remote: 'no' }],
    ['the setting is another', 'setting', { learner: 'care-home', practitioner: 'hospice' }],
    ['the learner named no days', 'days', { common: '', missing: 0 }],
    ['an older offer does not say which days are shared', 'days', {}],
    ['nothing is owed between the organisations', 'give-and-take', { own: 'no', balance: 0 }],
    ['their own organisation is owed something', 'give-and-take', { own: 'no', balance: -1 }],
    ['an older offer does not say what is owed', 'give-and-take', { own: 'no' }],
    ['they have another learner then', 'load', { learners: 1 }],
    ['the profession is another', 'remit', { knows: 'supervised', profession: 'nurse' }],
    ['it is about when they confirmed their details', 'confirmed', { days: 3 }],
    ['it is about how scarce they are', 'pressure', { price: 40 }],
  ])('is given no reason where %s', (_, criterion, facts) => {
    expect(told({ criterion, facts })).toEqual([]);
  });

  it('sees the most important reason first, whatever the stored order', () => {
    const contributions = [
      { criterion: 'give-and-take', facts: { own: 'yes', balance: 0 } },
      { criterion: 'load', facts: { learners: 0 } },
      { criterion: 'remit', facts: { knows: 'own', profession: 'nurse' } },
      { criterion: 'days', facts: { common: 'friday' } },
      { criterion: 'setting', facts: { learner: 'hospice', practitioner: 'hospice' } },
      { criterion: 'place', facts: { learner: 'west-kent', practitioner: 'west-kent' } },
      { criterion: 'partly-remote', facts: { remote: 'yes' } },
      { criterion: 'travel', facts: { miles: 1, town: 'Dover' } },
      { criterion: 'area', facts: { knows: 'leads', wanted: 'pain' } },
      { criterion: 'back-up', facts: {} },
    ];
    const alone = contributions.toReversed().flatMap((one) => told(one));
    expect(alone).toHaveLength(10);
    expect(told(...contributions)).toEqual(alone);
  });
});

test.each<[NearMiss, string]>([
  [
    { change: 'travel-further', minutes: 10, count: 2 },
    '2 more DPPs would fit if you could travel 10 minutes further.',
  ],
  [
    { change: 'travel-further', miles: 5, count: 2 },
    '2 more DPPs would fit if you could travel 5 miles further.',
  ],
  [
    { change: 'travel-further', miles: 1, count: 1 },
    '1 more DPP would fit if you could travel 1 mile further.',
  ],
  [
    { change: 'accept-remote', count: 3 },
    '3 more DPPs would fit if part of the supervision could be remote.',
  ],
  [{ change: 'other-dates', count: 4 }, '4 more DPPs would fit with other course dates or fewer hours.'],
  [{ change: 'other-area', count: 5 }, '5 more DPPs would fit if you accepted other clinical areas.'],
  [
    { change: 'wait-for-place', count: 1 },
    '1 more DPP would fit, but has no free place on your dates. We will ask them when a place is free.',
  ],
  [
    { change: 'wait-for-place', count: 2 },
    '2 more DPPs would fit, but have no free place on your dates. We will ask them when a place is free.',
  ],
  [
    { change: 'wait-for-answers', count: 1 },
    '1 more DPP would fit, but is currently being asked to supervise other learners. We will try again when they answer.',
  ],
  [
    { change: 'wait-for-answers', count: 2 },
    '2 more DPPs would fit, but are currently being asked to supervise other learners. We will try again when they answer.',
  ],
  [
    { change: 'wait-for-confirmation', count: 1 },
    '1 more DPP would fit, but has not confirmed their details recently. We have asked them to.',
  ],
  [
    { change: 'wait-for-confirmation', count: 2 },
    '2 more DPPs would fit, but have not confirmed their details recently. We have asked them to.',
  ],
])('a learner is told what one change would open: $change for $count', (nearMiss, sentence) => {
  expect(nearMissInWords(nearMiss)).toBe(sentence);
});

describe('the words of a sentence', () => {
  it('name areas, professions, learner types, settings and roles, and leave unknown ids as they are', () => {
    expect(['pain', 'nurse', 'v300', 'hospice', 'practice-assessor', 'Gillingham'].map(wordsOf)).toEqual([
      'Pain',
      'Nurse',
      'Nurse or midwife on a V300 course',
      'Hospice',
      'Practice assessor',
      'Gillingham',
    ]);
  });

  it('start small within a sentence, unless they are an abbreviation or start small already', () => {
    expect(['Pain', 'Élan', 'HIV', 'X', 'pain', 'A&E'].map(withinSentence)).toEqual([
      'pain',
      'élan',
      'HIV',
      'X',
      'pain',
      'A&E',
    ]);
    expect(['care Home', 'GP Surgery'].map(withinSentence)).toEqual(['care Home', 'GP Surgery']);
  });

  it('are counted: one mile, no or several miles, and a plural of its own where it has one', () => {
    expect([0, 1, 2].map((count) => counted(count, 'mile'))).toEqual(['0 miles', '1 mile', '2 miles']);
    expect([1, 2].map((count) => counted(count, 'day away', 'days away'))).toEqual([
      '1 day away',
      '2 days away',
    ]);
  });

  it('are listed with commas and an “and” before the last', () => {
    expect([[], ['a'], ['a', 'b'], ['a', 'b', 'c']].map(listed)).toEqual(['', 'a', 'a and b', 'a, b and c']);
  });
});
