import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import foreignAddresses from '../support/foreign-addresses.json' with { type: 'json' };

const root = join(import.meta.dirname, '../..');

/** The addresses of other hosts that occur in the texts of the site, the pages and the e-mails. */
const used = new Set(
  globSync('{site/src,shared,functions}/**/*.{ts,tsx,astro,md}', { cwd: root }).flatMap((file) =>
    [
      ...readFileSync(join(root, file), 'utf8').matchAll(
        /(?<!xmlns=")https?:\/\/[\w-]+(?:\.[\w-]+)+[^\s"'`<>)$]*/gu,
      ),
    ]
      .map(([url]) => url.replace(/[.,]$/u, ''))
      .filter((url) => !new URL(url).hostname.endsWith('.example')),
  ),
);

describe('the addresses of other hosts', () => {
  it('are listed with the day on which somebody last opened them, and none is listed in vain', () => {
    expect(foreignAddresses.map(({ address }) => address).toSorted()).toEqual([...used].toSorted());
  });

  it.each(foreignAddresses)('$address was opened on a day in the past', ({ address, lookedAt }) => {
    expect(address).toMatch(/^https:\/\//u);
    expect(new Date(`${lookedAt}T00:00:00Z`).toISOString().slice(0, 10)).toBe(lookedAt);
    expect(Date.parse(lookedAt)).toBeLessThanOrEqual(Date.now());
  });
});
