import { describe, expect, test } from 'vitest';
import { CheckAnswersPage } from '../../site/src/views/check-answers-page.tsx';
import { ChoicePage } from '../../site/src/views/choice-page.tsx';
import { ConfirmationPage } from '../../site/src/views/confirmation-page.tsx';
import { DetailPage } from '../../site/src/views/detail-page.tsx';
import { DirectoryResultsView } from '../../site/src/views/directory-results-view.tsx';
import { InsightsView } from '../../site/src/views/insights-view.tsx';
import { MessagePage } from '../../site/src/views/message-page.tsx';
import { ProfileView } from '../../site/src/views/profile-view.tsx';
import { QuestionPage } from '../../site/src/views/question-page.tsx';
import { brandingOf } from '../../site/src/branding.ts';
import { renderPage } from '../../site/src/views/render-page.ts';
import { kentAndMedway } from '../support/kent-and-medway.ts';
import { ambiguousLinks, htmlTroubles, refusedByPolicy } from './html-rules.ts';
import * as directory from './directory-examples.ts';
import * as example from './view-examples.ts';

const branding = brandingOf(kentAndMedway);

const pages: readonly (readonly [string, string])[] = [
  ['a question page', renderPage(branding, QuestionPage, example.questionPage)],
  ['a question page with errors', renderPage(branding, QuestionPage, example.questionPageWithErrors)],
  ['check your answers', renderPage(branding, CheckAnswersPage, example.checkAnswersPage)],
  ['a confirmation', renderPage(branding, ConfirmationPage, example.confirmationPage)],
  ['a message', renderPage(branding, MessagePage, example.messagePage)],
  ['a choice', renderPage(branding, ChoicePage, example.choicePage)],
  ['a choice that cannot be undone', renderPage(branding, ChoicePage, example.warnedChoicePage)],
  ['a detail page', renderPage(branding, DetailPage, example.detailPage)],
  ['the directory', renderPage(branding, DirectoryResultsView, directory.directoryResults)],
  ['the directory with its map', renderPage(branding, DirectoryResultsView, directory.directoryWithMap)],
  ['the directory without results', renderPage(branding, DirectoryResultsView, directory.directoryNone)],
  ['a profile', renderPage(branding, ProfileView, directory.profile)],
  ['the insights', renderPage(branding, InsightsView, directory.insights)],
];

describe.each(pages)('%s', (_, html) => {
  test('is valid HTML', async () => {
    expect(await htmlTroubles(html)).toEqual([]);
  });

  test('holds nothing that the content security policy blocks', () => {
    expect(refusedByPolicy(html)).toEqual([]);
  });

  test('has one h1 and links whose text says where they lead', () => {
    expect(html.match(/<h1[\s>]/g)).toHaveLength(1);
    expect(ambiguousLinks(html)).toEqual([]);
  });

  test('has the same frame as every other page', () => {
    for (const part of [
      'Skip to main content',
      'id="maincontent"',
      'Beta',
      '/privacy/',
      'Tell us what you think',
    ]) {
      expect(html).toContain(part);
    }
  });
});

describe('a question page that comes back', () => {
  const html = renderPage(branding, QuestionPage, example.questionPageWithErrors);

  test('says "Error" first in its title', () => {
    expect(html).toContain('<title>Error: About the learner – DPP Match – Kent and Medway</title>');
  });

  test('links every error of a field to an element that exists, and says the words again beside it', () => {
    for (const { field, message } of example.questionPageWithErrors.errors.filter(
      ({ field }) => field !== '',
    )) {
      expect(html).toContain(`<a href="#${field}">${message}</a>`);
      expect(html).toContain(`id="${field}"`);
      expect(html).toContain(`id="${field}-error"`);
    }
  });

  test('says an error of the whole form without a link', () => {
    expect(html).toContain('<li>You took more than a day');
  });

  test('keeps what was typed, as text', () => {
    expect(html).toContain('value="asha at example"');
    expect(html).toContain('I will &lt;b>prescribe&lt;/b> &amp; review');
    expect(html).not.toContain('<b>prescribe');
    expect(html).toMatch(/<input[^>]+name="courseStart-year"[^>]+value="2020"/);
    expect(html).toMatch(/<input[^>]+value="pain"[^>]+checked/);
  });

  test('carries the encrypted answers on', () => {
    expect(html).toContain('<input type="hidden" name="encrypted" value="c2VhbGVk"/>');
  });
});

test('a question page hides the honeypot from people and screen readers', () => {
  const html = renderPage(branding, QuestionPage, example.questionPage);
  expect(html).toMatch(/<div class="app-trap" aria-hidden="true">/);
  expect(html).toMatch(/<input[^>]+name="website"[^>]+tabindex="-1"/);
});

test('a choice has nothing preselected and does not send its address as referrer', () => {
  const html = renderPage(branding, ChoicePage, example.choicePage);
  expect(html).not.toMatch(/<input[^>]+\schecked/);
  expect(html).toContain('<meta name="referrer" content="same-origin"/>');
  expect(html).toContain('<meta name="robots" content="noindex"/>');
  expect(html).toContain('You are answering as Asha Rahman.');
});

test('change links on one page all read differently', () => {
  const html = renderPage(branding, CheckAnswersPage, example.checkAnswersPage);
  const links = [...html.matchAll(/<a href="\/register\/[^"]*">([\s\S]*?)<\/a>/g)].map(([, inner = '']) =>
    inner.replace(/<[^>]+>/g, ''),
  );
  expect(links).toEqual([
    'Change your name',
    'Change profession',
    'Change your clinical areas',
    'Change places at once',
  ]);
});

describe('the directory', () => {
  const html = renderPage(branding, DirectoryResultsView, directory.directoryResults);

  test('opens the filters in use and no others', () => {
    const open = [...html.matchAll(/<details[^>]*\sopen[^>]*>[\s\S]*?summary-text">([^<]+)/g)].map(
      ([, name]) => name,
    );
    expect(open).toEqual(['Profession', 'Clinical area', 'Minutes by road']);
  });

  test('says availability in words, not in colour alone', () => {
    for (const words of ['Has places', 'May have places', 'Not taking learners now']) {
      expect(html).toContain(`>${words}</strong>`);
    }
  });

  test('without results says what each filter excludes and offers to ask anyway', () => {
    const none = renderPage(branding, DirectoryResultsView, directory.directoryNone);
    expect(none).toContain('Search without the filter Renal</a>: 9 DPPs');
    expect(none).toContain('Search within 60 minutes</a>: 1 DPP<');
    expect(none).toContain('Request a DPP anyway');
  });

  test('shows the error of the typed place in the summary and beside the box', () => {
    const wrong = renderPage(branding, DirectoryResultsView, {
      ...directory.directoryResults,
      filters: { ...directory.directoryResults.filters, near: 'Leeds', nearError: 'Enter a town in Kent' },
    });
    expect(wrong).toContain('<title>Error: ');
    expect(wrong).toContain('<a href="#near">Enter a town in Kent</a>');
    expect(wrong).toContain('value="Leeds"');
  });
});
