import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { freshness } from '../../../shared/people/freshness.ts';

it.each([
  ['site/src/content/starts/become-a-dpp.md', [freshness.askAfterDays]],
  ['site/src/content/pages/how-it-works.md', [freshness.askAfterDays, freshness.hideAfterDays]],
  ['docs/words.md', [freshness.hideAfterDays]],
  ['docs/e-mails.md', Object.values(freshness)],
])('%s says the days after which a DPP is asked and a listing hidden', (page, days) => {
  const said = [...readFileSync(page, 'utf8').matchAll(/\b(\d{2,3}) days\b/gu)].map(([, day]) => Number(day));
  expect(new Set(said)).toEqual(new Set(days));
});
