import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { commonSettings } from '../../../shared/systems/service-settings.ts';

const { askAfterDays, repeatAfterDays, hideAfterDays } = commonSettings;

it.each([
  ['docs/words.md', [hideAfterDays]],
  ['docs/e-mails.md', [askAfterDays, repeatAfterDays, hideAfterDays]],
])('%s says the days after which a DPP is asked and a listing hidden', (page, days) => {
  const said = [...readFileSync(page, 'utf8').matchAll(/\b(\d{2,3}) days\b/gu)].map(([, day]) => Number(day));
  expect(new Set(said)).toEqual(new Set(days));
});

it.each(['starts/become-a-dpp.md', 'starts/request-a-dpp.md', 'pages/how-it-works.md'])(
  '%s leaves the days to the settings of the system',
  (page) => {
    expect(readFileSync(`site/src/content/${page}`, 'utf8')).not.toMatch(/\d\s+(?:working\s+)?days/u);
  },
);
