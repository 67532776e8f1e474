import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { architecturePage } from '../../../docs/draw-rooms.ts';

it('draws the rooms of the architecture page from the table of rooms', async () => {
  expect(readFileSync('docs/architecture.md', 'utf8')).toBe(await architecturePage());
});
