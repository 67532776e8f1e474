import fc from 'fast-check';
import { expect, test } from 'vitest';
import { barGeometry } from '../../site/src/components/bar-geometry.ts';

const bars = fc.array(
  fc.record({
    label: fc
      .array(fc.stringMatching(/^[a-z]{1,12}$/), { minLength: 1, maxLength: 9 })
      .map((words) => words.join(' ')),
    values: fc.array(fc.nat(500), { minLength: 1, maxLength: 2 }),
  }),
  { minLength: 1, maxLength: 12 },
);

test('bars are proportional to their numbers and leave room for them', () => {
  const { groups } = barGeometry([
    { label: 'East Kent', values: [10] },
    { label: 'West Kent', values: [5] },
    { label: 'Medway and Swale', values: [0] },
  ]);
  expect(groups.flatMap((group) => group.bars.map(({ width }) => width))).toEqual([
    '82.00%',
    '41.00%',
    '0.00%',
  ]);
});

test('a hidden number has words and no bar', () => {
  const { groups } = barGeometry([{ label: 'West Kent', values: [8, 'Fewer than 5'] }]);
  expect(groups[0]?.bars[1]).toMatchObject({ width: '0.00%', value: 'Fewer than 5' });
});

test('nothing overlaps and everything is inside the picture, whatever the labels and numbers', () => {
  fc.assert(
    fc.property(bars, (data) => {
      const { height, groups } = barGeometry(data);
      const rows = groups.flatMap((group) => [
        ...group.lines.map(({ y }) => ({ top: y - 15, bottom: y + 4 })),
        ...group.bars.map(({ y }) => ({ top: y, bottom: y + 16 })),
      ]);
      rows.forEach((row, index) => {
        expect(row.top).toBeGreaterThanOrEqual(rows[index - 1]?.bottom ?? 0);
        expect(row.bottom).toBeLessThanOrEqual(height);
      });
    }),
  );
});

test('long labels wrap at words and lose nothing', () => {
  fc.assert(
    fc.property(bars, (data) => {
      const { groups } = barGeometry(data);
      groups.forEach((group, index) => {
        expect(group.lines.map(({ text }) => text).join(' ')).toBe(data[index]!.label);
        for (const { text } of group.lines) expect(text.length).toBeLessThanOrEqual(36);
      });
    }),
  );
});
