import { describe, expect, it } from 'vitest';
import { contributionInWords, requirementInWords } from '../../../shared/matching/explain-to-team.ts';
import type { Requirement } from '../../../shared/matching/requirements.ts';

describe('the team reads of an unmet requirement', () => {
  it.each<[Requirement, string]>([
    [
      { name: 'details-confirmed', wanted: 120, found: 130 },
      'Details confirmed, in days: 130, wanted 120 at most',
    ],
    [{ name: 'distance', wanted: 10, found: 'unknown' }, 'Miles: unknown, wanted 10 at most'],
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
  ])('both values, and which way they may differ: $name', (requirement, words) => {
    expect(requirementInWords(requirement)).toBe(words);
  });
});

describe('the team reads of a part of a cost', () => {
  it('one point or several, and every fact in words', () => {
    expect(
      contributionInWords({
        criterion: 'area',
        points: 1,
        facts: { knows: 'related', area: 'pain', wanted: 'palliative' },
      }),
    ).toBe('Clinical area: 1 point (knows related, area Pain, wanted Palliative and end of life)');
    expect(contributionInWords({ criterion: 'pressure', points: 40, facts: { price: 40 } })).toBe(
      'Needed more by others: 40 points (price 40)',
    );
  });

  it('no brackets where there are no facts, and the criterion’s own name where no word is known for it', () => {
    expect(contributionInWords({ criterion: 'back-up', points: 0, facts: {} })).toBe(
      'Named back-up: 0 points',
    );
    expect(contributionInWords({ criterion: 'of-an-older-policy', points: 2, facts: {} })).toBe(
      'of-an-older-policy: 2 points',
    );
  });
});
