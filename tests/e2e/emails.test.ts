import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from '../support/browser.ts';
import { sampleMessages } from '../support/email-samples.ts';
import { axeFindings, sticksOut } from '../support/journey/browser.ts';

describe('every e-mail', () => {
  let browser: Browser;
  let page: Page;
  let samples: Awaited<ReturnType<typeof sampleMessages>> = [];
  beforeAll(async () => {
    [browser, samples] = await Promise.all([openBrowser(), sampleMessages()]);
    page = await (await browser.newContext({ viewport: { width: 320, height: 640 } })).newPage();
  });
  afterAll(() => browser.close());

  const look = async (check: () => Promise<readonly string[]>): Promise<readonly string[]> => {
    const found: string[] = [];
    for (const { name, mail } of samples) {
      await page.setContent(mail.html);
      found.push(...(await check()).map((what) => `${name}: ${what}`));
    }
    return found;
  };

  it('is among the samples', () => {
    expect(samples.length).toBeGreaterThan(35);
  });

  it('has no axe violation', async () => {
    expect(await look(() => axeFindings(page))).toEqual([]);
  }, 600_000);

  it('needs no horizontal scrolling at 320 pixels', async () => {
    expect(await look(() => sticksOut(page))).toEqual([]);
  });
});
