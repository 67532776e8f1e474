import { describe, expect, it } from 'vitest';
import { messages } from '../../../functions/notifications/email/messages/catalogue.ts';
import { emailNames } from '../../../shared/notifications/email.ts';
import { sampleMessages, SAMPLE_SITE } from '../../support/email-samples.ts';

const samples = await sampleMessages();
const urlsIn = (text: string): readonly string[] => text.match(/https?:\/\/[^\s"'<>)]+/g) ?? [];

/** XML namespaces that e-mails declare, which look like links but are not. */
const NAMESPACES = /^https?:\/\/www\.w3\.org\//;

it('every message has exactly one template', () => {
  expect(Object.keys(messages).sort()).toEqual([...emailNames].sort());
  expect(samples.map(({ name }) => name)).toEqual(emailNames);
});

describe.each(samples)('$name', ({ name, mail, links }) => {
  it('has a subject of one line and at most 60 characters', () => {
    expect(mail.subject.length).toBeGreaterThan(10);
    expect(mail.subject.length).toBeLessThanOrEqual(60);
    expect(mail.subject).not.toMatch(/[\r\n]/);
  });

  it('leads to our own host only, in both parts', () => {
    for (const url of [...urlsIn(mail.text), ...urlsIn(mail.html).filter((one) => !NAMESPACES.test(one))])
      expect(url.startsWith(`${SAMPLE_SITE}/`), url).toBe(true);
  });

  it('shows every link that was made for it in full, in both parts', () => {
    for (const { kind } of links) {
      expect(mail.text).toContain(`/${kind}-token-`.replace(/^\//, ''));
      expect(mail.html).toContain(`${kind}-token-`);
    }
    for (const url of urlsIn(mail.text)) expect(mail.html.split(url).length).toBeGreaterThan(1);
  });

  it('shows the address that a button leads to under the button', () => {
    for (const [, url] of mail.html.matchAll(/<a\s+href="([^"]+)"/g))
      expect(mail.html.split(url ?? '').length, url).toBeGreaterThanOrEqual(3);
  });

  it('loads nothing: no picture, no style sheet, no script, no tracking', () => {
    expect(mail.html).not.toMatch(/<(img|link|script|iframe|form)\b|@import|url\(/i);
  });

  it('says in the text part everything that the HTML part says', () => {
    const words = (text: string) => text.replace(/\s+/g, ' ');
    const shown = mail.html
      .replace(/<head>.*<\/head>/s, '')
      .replace(/<!--.*?-->/gs, '')
      .split(/<[^>]+>/)
      .map((part) =>
        words(part)
          .replace(/&#39;/g, "'")
          .replace(/&quot;/g, '"')
          .replace(/&amp;/g, '&')
          .trim(),
      )
      .filter((part) => part.length > 3 && !part.startsWith('&') && part !== 'DPP Match: Kent and Medway');
    for (const part of shown)
      expect(words(mail.text)).toContain(part.replace(/^Or copy this address: /, '').replace(/:$/, ''));
  });

  it('has one title, and says which language it is in', () => {
    expect(mail.html.match(/<h1\b/g)).toHaveLength(1);
    expect(mail.html).toContain('<html lang="en"');
  });

  it('is answered by the team', () => expect(mail.replyTo).toBe('team@dpp-match.example'));

  it('makes links for its own recipient only', () => {
    const recipients = {
      practitioner: ['practitioner'],
      requester: ['requester'],
      team: ['team'],
      lead: ['lead'],
      voucher: ['organisation'],
      named: ['named-person'],
      digest: ['team', 'organisation'],
    }[name.split('-')[0] ?? ''];
    for (const { recipient } of links) expect(recipients).toContain(recipient);
  });

  it('has one-click unsubscribe when it is a nudge or a digest, and only then', () => {
    const stoppable = /capacity|feedback-asked|^digest/.test(name);
    expect(mail.unsubscribeUrl !== undefined).toBe(stoppable);
    expect(mail.text.includes(`${SAMPLE_SITE}/unsubscribe/`)).toBe(stoppable);
  });

  it('holds no registration number, justification or leaving date', () => {
    for (const secret of ['2012345', '2054321', 'justif', '2027-06-30'])
      expect(mail.text.replace('a justification was given', '')).not.toContain(secret);
  });

  it('uses no banned word', () => {
    expect(mail.text).not.toMatch(/\b(please|sorry|invalid)\b/i);
    expect(mail.text).not.toMatch(/undefined|\[object|NaN|\{\{/);
    expect(mail.html).not.toMatch(/undefined|\[object|NaN|\{\{/);
  });
});
