import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askedIn, stepsFor } from '../../shared/journeys/check-journey.ts';
import type { Answers, Journey, Question } from '../../shared/journeys/question.ts';
import { formValues } from '../../shared/journeys/form-values.ts';
import { openBrowser } from '../support/browser.ts';
import { journeyStack, linkIn, textOf } from '../support/journey/stack.ts';
import { kentRegistration, kentRequest } from '../support/journeys.ts';

const buttonOf = (page: Page) => page.locator('main form[method=post] button[type=submit]');

const fill = async (page: Page, question: Question, answers: Answers): Promise<void> => {
  for (const [field, value] of Object.entries(formValues([question], answers)))
    switch (question.kind) {
      case 'radios':
      case 'yes-no':
      case 'checkboxes':
        for (const one of [value].flat())
          await page.locator(`input[name="${field}"][value="${one}"]`).check();
        break;
      case 'agree':
        // Its value is the id of the wording that is agreed to.
        await page.locator(`input[name="${field}"]`).check();
        break;
      case 'select':
        await page.locator(`select[name="${field}"]`).selectOption(String(value));
        break;
      default:
        await page.locator(`[name="${field}"]`).fill(String(value));
    }
};

/** The journey from registration to acceptance in a browser. */
describe.each([
  ['with scripts', true, 81],
  ['without scripts', false, 82],
] as const)('the journey in a browser, %s', (_, javaScriptEnabled, network) => {
  const stack = journeyStack(network);
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  beforeAll(async () => {
    await stack.empty();
    browser = await openBrowser();
    context = await browser.newContext({ javaScriptEnabled, viewport: { width: 390, height: 844 } });
    page = await context.newPage();
  });
  afterAll(() => browser.close());

  const open = (path: string) => page.goto(new URL(path, stack.site).href);
  const heading = () => page.locator('h1').innerText();

  const choose = async (value: string): Promise<void> => {
    await page.locator(`main input[type=radio][value="${value}"]`).check();
    await buttonOf(page).click();
    await page.waitForLoadState();
  };

  /** Accepts the offer that is open, and returns how many presses that takes. */
  const accept = async (): Promise<number> => {
    let presses = 0;
    for (const name of ['Accept', 'Accept this learner']) {
      const button = page.getByRole('button', { name, exact: true });
      const box = await button.boundingBox();
      // Within two screens of a phone.
      expect(box?.y ?? Infinity).toBeLessThan(2 * 844);
      await button.click();
      presses += 1;
      await page.waitForLoadState();
    }
    expect(await heading()).toContain('You have accepted');
    return presses;
  };

  const through = async (journey: Journey, answers: Answers): Promise<void> => {
    const steps = stepsFor(journey, answers);
    for (const step of steps) {
      expect(await heading()).toContain(step.title);
      for (const question of askedIn(step, answers)) await fill(page, question, answers);
      if (step === steps.at(-1)) await stack.advance({ minutes: 0.1 });
      await buttonOf(page).click();
      await page.waitForLoadState();
      if ((await heading()).includes('Which of these do you mean?')) await choose('none');
    }
  };

  it('registers a DPP from the start page, with a wrong answer put right on the way', async () => {
    await open('/become-a-dpp/');
    await page.locator('main a[href^="/register"]').first().click();
    expect(await heading()).toContain('About you');
    await page.locator('[name=name]').fill('Amara Example');
    await buttonOf(page).click();
    await page.waitForSelector('[data-error-summary]');
    expect(await page.title()).toMatch(/^Error: /u);
    expect(await page.locator('[name=name]').inputValue()).toBe('Amara Example');
    await through(kentRegistration, stack.anOffer());
    expect(await heading()).toContain('Check your email');
  });

  it('confirms by the link in the e-mail, and nothing happens before the button is pressed', async () => {
    const link = linkIn(await stack.mailTo('amara@dpp.example', 'Confirm'), 'confirm');
    await open(link);
    expect(await page.locator('main').innerText()).toContain('amara@dpp.example');
    expect(JSON.stringify(await stack.nouns('practitioner'))).toContain('unconfirmed');
    await choose('yes');
    expect(await heading()).toContain('Email address confirmed');
    await stack.settle();
    const [{ pk } = { pk: '' }] = await stack.nouns('practitioner');
    await stack.team('check', {
      id: String(pk).split('#')[1] ?? '',
      by: 'Tess Team',
      seen: 'annotated',
      proof: 'known to the team',
    });
  });

  it('finds the DPP in the directory', async () => {
    await stack.whenFresh();
    await open('/find-a-dpp/');
    await page.locator('main form button[type=submit]').first().click();
    await page.waitForURL(/results/u);
    await page.getByRole('link', { name: 'Amara Example' }).first().click();
    expect(await heading()).toContain('Amara Example');
  });

  it('changes an answer from “check your answers” and comes back to it', async () => {
    await open('/request-a-dpp/');
    await page.locator('main a[href^="/request"]').first().click();
    const answers = await stack.anAsk();
    const { steps } = kentRequest;
    await through({ ...kentRequest, steps: steps.slice(0, -1) }, { ...answers, requesterName: 'Le Lerner' });
    expect(await heading()).toContain('Check your answers');
    expect(await page.locator('main').innerText()).toContain('Le Lerner');
    await page.getByRole('link', { name: 'Change your name' }).click();
    expect(await page.locator('[name=requesterName]').inputValue()).toBe('Le Lerner');
    await page.locator('[name=requesterName]').fill('Lee Learner');
    await buttonOf(page).click();
    expect(await heading()).toContain('Check your answers');
    await through({ ...kentRequest, steps: steps.slice(-1) }, answers);
    expect(await heading()).toContain('Check your email');
    await open(linkIn(await stack.mailTo('lee@learner.example', 'Confirm'), 'confirm'));
    await choose('yes');
    expect(await heading()).toContain('Email address confirmed');
  });

  it('accepts the offer, undoes the answer and accepts again, with new e-mails to both sides', async () => {
    const link = linkIn(await stack.mailTo('amara@dpp.example', 'Accept or decline'), 'offers');
    await open(link);
    expect(await page.locator('main').innerText()).toContain('Why we are asking you');
    expect(await page.locator('input:checked').count()).toBe(0);
    expect(await accept()).toBe(2);
    expect(await page.locator('main').innerText()).toContain('lee@learner.example');
    await stack.settle();
    await stack.mailTo('lee@learner.example', /Contact details/u);

    await page
      .getByRole('button', { name: /undo|change/iu })
      .first()
      .click();
    await page.waitForLoadState();
    await open(link);
    expect(await accept()).toBe(2);
    await stack.settle();
    const [match] = (await stack.nouns('match')).filter((row) => JSON.stringify(row).includes('"agreed"'));
    expect(match).toBeDefined();
    const told = (await stack.mails('lee@learner.example')).filter((mail) =>
      textOf(mail).includes('Contact details'),
    );
    expect(told.length).toBe(2);
    await open(linkIn(await stack.mailTo('lee@learner.example', /Contact details/u), 'status'));
    expect(await page.locator('main').innerText()).toContain('amara@dpp.example');
  });
});
