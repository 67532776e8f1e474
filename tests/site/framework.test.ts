import { expect, test } from 'vitest';
import { framework, minimumExpectations } from '../../shared/reference/competency-framework.ts';

const competencies = framework.domains.flatMap((domain) => domain.competencies);

test('the framework has three domains and the eight competencies in order', () => {
  expect(framework.domains).toHaveLength(3);
  expect(competencies.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
});

test('every competency says in words how it can be shown', () => {
  for (const { summary, signs } of competencies) {
    expect(summary).toMatch(/\.$/);
    expect(signs.length).toBeGreaterThanOrEqual(3);
  }
});

test('fewer than three years of prescribing is possible with a reason', () => {
  const experience = minimumExpectations.items.find(({ id }) => id === 'experience')!;
  expect(experience.expected).toContain('You can have less if there is a good reason');
  expect(experience.inTheService).toContain('why you are ready');
});

test('identifiers are unique, so that links to them work', () => {
  const ids = [...framework.domains, ...minimumExpectations.items].map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
});
