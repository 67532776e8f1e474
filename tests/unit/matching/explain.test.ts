import { expect, test } from 'vitest';
import { whyYou } from '../../../shared/matching/explain/explain-to-practitioner.ts';
import { nearMissInWords } from '../../../shared/matching/explain/near-miss-in-words.ts';
import { contributionInWords, requirementInWords } from '../../../shared/matching/explain/explain-to-team.ts';
import { listed, withinSentence } from '../../../shared/reference/reference-words.ts';
import { judge } from '../../../shared/matching/judge.ts';
import { policy } from '../../../shared/matching/policy.ts';
import { aPractitioner, aRequest, TODAY } from '../../support/builders.ts';
import { kentAndMedway } from '../../support/kent-and-medway.ts';
import { noContext } from '../../support/no-context.ts';

const reasons = (changes: Parameters<typeof aPractitioner>[0] = {}, asked = aRequest()) => {
  const judgement = judge(asked, asked.seats[0]!, aPractitioner(changes), policy, TODAY, noContext);
  return judgement.eligible ? judgement.contributions : [];
};

test('a practitioner is given the reasons for the request, their rank first', () => {
  const names = ['area', 'travel', 'partly-remote', 'place', 'setting', 'days', 'remit', 'load'];
  const contributions = reasons().filter(({ criterion }) => names.includes(criterion));
  expect(whyYou({ rank: 1, eligibleCount: 7, contributions }, kentAndMedway.geography)).toEqual([
    '7 DPPs fit this learner. You are the best fit.',
    'You lead in the learner’s main area: cardiovascular and hypertension.',
    'The learner works about 11 minutes, 3 miles by road, from where you practise (Gillingham).',
    'You are both in Medway and Swale.',
    'You work in the setting that the learner wants: general practice.',
    'You are both free on Monday and Tuesday.',
    'You have the same profession as the learner: pharmacist.',
    'You have no other learner during this learner’s course.',
  ]);
});

test('reasons against the match are given, too', () => {
  const sentences = whyYou(
    {
      rank: 3,
      eligibleCount: 3,
      contributions: [
        ...reasons(
          {
            leadArea: 'lipids',
            areas: ['lipids'],
            mode: 'mixed',
            sites: [{ outcode: 'CT16', town: 'Dover', place: 'east-kent' }],
          },
          aRequest({ remoteAcceptable: true }),
        ),
      ],
    },
    kentAndMedway.geography,
  );
  expect(sentences).toContain('3 DPPs fit this learner. You are number 3 in order of fit.');
  expect(sentences).toContain(
    'Your area, lipids, is close to the learner’s: cardiovascular and hypertension.',
  );
  expect(sentences).toContain('You are in East Kent and the learner is in Medway and Swale.');
  expect(sentences.join(' ')).toContain('some supervision would be remote');
});

test('the only candidate is told so, and a named back-up is told why they come first', () => {
  const backUp = { criterion: 'back-up', points: 0, facts: {} };
  const [first, second] = whyYou(
    { rank: 1, eligibleCount: 1, contributions: [backUp] },
    kentAndMedway.geography,
  );
  expect(first).toBe('You are the only DPP who fits this learner at the moment.');
  expect(second).toMatch(/back-up/u);
});

test('a learner is given counts', () => {
  expect(nearMissInWords({ change: 'travel-further', minutes: 10, count: 2 })).toBe(
    '2 more DPPs would fit if you could travel 10 minutes further.',
  );
  expect(nearMissInWords({ change: 'wait-for-place', count: 1 })).toBe(
    '1 more DPP would fit, but has no free place on your dates. We will ask them when a place is free.',
  );
  expect(nearMissInWords({ change: 'wait-for-answers', count: 2 })).toMatch(
    /^2 more DPPs would fit, but are currently being asked/u,
  );
});

test('the team is given both values of an unmet requirement', () => {
  expect(requirementInWords({ name: 'distance', wanted: 10, found: 14 })).toBe(
    'Miles: 14, wanted 10 at most',
  );
  expect(requirementInWords({ name: 'hours', wanted: 90, found: 40 })).toBe(
    'Hours that fit into the weeks when both are available: 40, wanted 90 at least',
  );
  expect(requirementInWords({ name: 'clinical-area', wanted: ['pain'], found: ['hiv', 'lipids'] })).toBe(
    'Clinical area: HIV, Lipids, wanted Pain',
  );
  expect(requirementInWords({ name: 'offers-seat', wanted: 'dpp', found: [] })).toMatch(/: none, wanted/u);
});

test('the team is given points with the facts behind them', () => {
  expect(
    contributionInWords(
      { criterion: 'travel', points: 50, facts: { miles: 2, town: 'Gillingham' } },
      kentAndMedway.geography,
    ),
  ).toBe('Travel: 50 points (2 miles in a straight line, Gillingham)');
  expect(contributionInWords({ criterion: 'remit', points: 1, facts: {} }, kentAndMedway.geography)).toBe(
    'Knows the profession’s remit: 1 point',
  );
});

test('names within a sentence lose their capital, abbreviations keep theirs', () => {
  expect(withinSentence('Frailty and care homes')).toBe('frailty and care homes');
  expect(withinSentence('HIV')).toBe('HIV');
  expect(listed(['a', 'b', 'c'])).toBe('a, b and c');
});
