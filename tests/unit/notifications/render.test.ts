import { describe, expect, it } from 'vitest';
import type { Block } from '../../../functions/notifications/email/block.ts';
import { renderMail } from '../../../functions/notifications/email/render-mail.ts';
import { subjectOf } from '../../../functions/notifications/email/subject.ts';
import { aPractitioner, aRequest } from '../../support/builders.ts';
import { kentAndMedway } from '../../support/kent-and-medway.ts';
import { renderSample, sampleFacts } from '../../support/email-samples.ts';

const render = (...blocks: readonly Block[]) =>
  renderMail(
    { subject: 'A subject', blocks },
    { system: kentAndMedway, siteUrl: 'https://dpp-match.example' },
  );

describe('what people wrote is escaped', () => {
  const hostile = `<script>alert(1)</script>"><img src=x onerror='x'>&amp;`;

  it('in every kind of block', () => {
    const { html } = render(
      { kind: 'heading', text: hostile },
      { kind: 'paragraph', text: hostile },
      { kind: 'list', items: [hostile] },
      { kind: 'facts', facts: [{ label: hostile, value: hostile }] },
      { kind: 'button', text: hostile, url: `https://dpp-match.example/"onclick="x` },
      { kind: 'bars', caption: hostile, bars: [{ label: hostile, value: 1, words: hostile }] },
      { kind: 'small', text: hostile, link: { words: hostile, url: 'https://dpp-match.example/' } },
    );
    expect(html).not.toMatch(/<script|<img|"onclick=/);
    expect(html.match(/&lt;script&gt;/g)).toHaveLength(11);
    expect(html).toContain('&amp;amp;');
  });

  it('also where it looks like a slot or a replacement pattern', () => {
    const { html, text } = render({ kind: 'paragraph', text: '{{blocks}} $& $1 {{url}}' });
    expect(html).toContain('{{blocks}} $&amp; $1 {{url}}');
    expect(text).toContain('{{blocks}} $& $1 {{url}}');
  });

  it('and is carried as it was written otherwise: formulas, accents, scripts, emoji', () => {
    for (const name of ['=1+1', '@SUM(A1)', 'Zoë', 'Nguyễn', 'محمد', '👩🏽‍⚕️']) {
      const { html, text } = render({ kind: 'paragraph', text: name });
      expect(text).toContain(name);
      expect(html).toContain(name);
    }
  });

  it('a lone surrogate becomes a replacement character', () => {
    expect(render({ kind: 'paragraph', text: 'a\ud800b' }).text).toContain('a\ufffdb');
  });

  it('a line break cannot end a header or begin a line of its own', async () => {
    const name = 'Lee\r\nBcc: everyone@example.org\u2028x\u0000';
    const sample = await renderSample(
      sampleFacts('practitioner-match-agreed', { request: aRequest({ requesterName: name }) }),
    );
    expect(sample?.mail.subject).toBe('Contact Lee: you are their DPP');
    expect(sample?.mail.text).not.toMatch(/^Bcc:/m);
    expect(sample?.mail.html).not.toMatch(/^Bcc:/m);
  });
});

describe('a list', () => {
  const items = Array.from({ length: 13 }, (_, index) => `item ${String(index + 1)}`);
  const rest = { words: 'see them all', url: 'https://dpp-match.example/all' };

  it('shows ten and says where the rest is', () => {
    const { text, html } = render({ kind: 'list', items, rest });
    expect(text).toContain('* item 10\n* 3 more: see them all\n  https://dpp-match.example/all');
    expect(text).not.toContain('item 11');
    expect(html.match(/<li/g)).toHaveLength(11);
  });

  it('of ten shows all of them and no rest', () => {
    const { text } = render({ kind: 'list', items: items.slice(0, 10), rest });
    expect(text).toContain('item 10');
    expect(text).not.toContain('more');
  });
});

it('a bar has its number beside it and is as long as its share of the longest', () => {
  const { text, html } = render({
    kind: 'bars',
    caption: 'Places free',
    bars: [
      { label: 'East Kent', value: 8, words: '8' },
      { label: 'West Kent', value: 2, words: '2' },
    ],
  });
  expect(text).toContain('Places free:\n* East Kent: 8\n* West Kent: 2');
  expect(html).toMatch(/width:\s*100%/);
  expect(html).toMatch(/width:\s*25%/);
});

describe('a subject', () => {
  it('that is too long ends at a word', () => {
    expect(
      subjectOf('Accept or decline by 27 November: Bartholomew-Maximilian needs a practice assessor'),
    ).toBe('Accept or decline by 27 November: Bartholomew-Maximilian…');
  });
  it('uses the fullest variant that fits', () => {
    expect(subjectOf('x'.repeat(61), 'y'.repeat(60), 'z')).toBe('y'.repeat(60));
    expect(subjectOf('x'.repeat(61), '👩🏽‍⚕️'.repeat(60), 'z')).toBe('👩🏽‍⚕️'.repeat(60));
    expect(subjectOf('x'.repeat(61), `${'y'.repeat(40)} ${'y'.repeat(30)}`)).toBe(`${'y'.repeat(40)}…`);
  });
  it('is cut between graphemes, never within one', () => {
    const subject = subjectOf('👩🏽‍⚕️'.repeat(70));
    expect(subject).toBe(`${'👩🏽‍⚕️'.repeat(59)}…`);
  });
});

describe('names', () => {
  it.each([
    ['Dr Amara Example', 'Hello Amara,'],
    ['Dr Example', 'Hello Dr Example,'],
    ['Amara', 'Hello Amara,'],
    ['Professor Dame Amara Example', 'Hello Amara,'],
    ['', 'Hello,'],
  ])('%s is greeted with “%s”', async (name, greeting) => {
    const sample = await renderSample(
      sampleFacts('practitioner-manage-link', { practitioner: aPractitioner({ name }) }),
    );
    expect(sample?.mail.text).toContain(greeting);
  });

  it('an employer who asks before knowing whom for reads “a learner”', async () => {
    const sample = await renderSample(
      sampleFacts('team-nobody-left', {
        request: aRequest({ requestedBy: 'employer', requesterName: 'Erin Employer' }),
      }),
    );
    expect(sample?.mail.subject).toContain('a learner');
    expect(sample?.mail.text).toContain('Learner: To be named');
  });
});

it('names the system that sends it, in the band above the message and in the footer', () => {
  const system = {
    ...kentAndMedway,
    name: 'Fens & Wolds',
    contact: { ...kentAndMedway.contact, owner: 'NHS Fens and Wolds Integrated Care Board' },
  };
  const { text, html } = renderMail(
    { subject: 'A subject', blocks: [{ kind: 'paragraph', text: 'Hello' }] },
    { system, siteUrl: 'https://dpp-match.example' },
  );
  expect(html).toContain('>DPP Match: Fens &amp; Wolds<');
  expect(html).toContain('Sent by DPP Match for NHS Fens and Wolds Integrated Care Board.');
  expect(text).toContain('Sent by DPP Match for NHS Fens and Wolds Integrated Care Board.');
  expect(html + text).not.toMatch(/Kent|Medway/u);
});
