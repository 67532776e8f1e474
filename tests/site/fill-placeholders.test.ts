import { expect, test } from 'vitest';
import { fillPlaceholders } from '../../site/src/fill-placeholders.ts';

test('a placeholder becomes its word, each time that it occurs', () => {
  expect(fillPlaceholders('In {{area}}. Only in {{ area }}.', { area: 'Elsewhere' })).toBe(
    'In Elsewhere. Only in Elsewhere.',
  );
});

test.each(['{{aera}}', '{{}}', '{{searchExamples}}', '{{toString}}'])('%s has no word and fails', (text) => {
  expect(() => fillPlaceholders(text, { area: 'Elsewhere', searchExamples: ['AB1', 'Town'] })).toThrow(
    `there is no word for the placeholder ${text}`,
  );
});
