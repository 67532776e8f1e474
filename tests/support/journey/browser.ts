import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

const siteFolder = resolve(import.meta.dirname, '../../../dist/site/kent-and-medway');

/** Lists the paths of all pages of the built site, such as "/privacy/". */
export const staticPages = (folder = siteFolder, path = '/'): readonly string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (entry.isDirectory()) return staticPages(join(folder, entry.name), `${path}${entry.name}/`);
    if (entry.name === 'index.html') return [path];
    return entry.name.endsWith('.html') ? [`${path}${entry.name}`] : [];
  });

/**
 * Lists axe violations (WCAG 2.2 A and AA, and best practices), one line each. Uses axe's faster mode, which skips
 * frames: our pages have none.
 */
export const axeFindings = async (page: Page): Promise<readonly string[]> => {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(
      ({ target, failureSummary }) => `${id}: ${help} at ${target.join(' ')} (${failureSummary ?? ''})`,
    ),
  );
};

/** Lists elements that overflow a window 320 pixels wide (WCAG 1.4.10). */
export const sticksOut = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= width) return [];
    return [...document.querySelectorAll('body *')]
      .filter((element) => element.getBoundingClientRect().right > width + 1)
      .filter((element) => element.closest('table, pre') === null)
      .map((element) => `${element.tagName.toLowerCase()}.${element.className}`)
      .slice(0, 5);
  });
