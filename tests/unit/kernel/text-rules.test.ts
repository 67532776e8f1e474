import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { fieldErrorsOf } from '../../../shared/kernel/field-errors.ts';
import { emailAddress, multiLine, singleLine } from '../../../shared/kernel/text-rules.ts';

const name = singleLine({ label: 'Full name', max: 10, missing: 'Enter your full name' });
const reason = multiLine({ label: 'Reason', max: 40 });
const email = emailAddress({ label: 'Email address', missing: 'Enter your email address' });

/** The accepted value, or the broken rule after "!". */
const outcome = (schema: z.ZodType<string>, input: unknown): string | undefined => {
  const parsed = schema.safeParse(input);
  return parsed.success ? parsed.data : `! ${fieldErrorsOf(parsed.error)[0]?.rule ?? ''}`;
};

describe('a single line', () => {
  it.each([
    ['white space around', '  Amara \t\u00a0 Ojo ', 'Amara Ojo'],
    ['a decomposed accent', 'Zoe\u0308', 'Zoë'],
    ['an apostrophe and a hyphen', "O'Hara-Li", "O'Hara-Li"],
    ['a formula', '=1+1', '=1+1'],
    ['ten emoji of several code points', '👩🏽‍⚕️'.repeat(10), '👩🏽‍⚕️'.repeat(10)],
    ['joiners that a script needs', 'نرگس‌ها', 'نرگس‌ها'],
    ['a line end behind the text', 'Amara\r\n', 'Amara'],
  ])('carries %s', (_, input, carried) => {
    expect(outcome(name, input)).toBe(carried);
  });

  it.each([
    ['nothing', '', 'missing'],
    ['only spaces', ' \u3000\t', 'missing'],
    ['no value', undefined, 'wrong-type'],
    ['a number', 7, 'wrong-type'],
    ['eleven characters', 'abcdefghijk', 'too-long'],
    ['a header after a line end', 'A\r\nBcc: b@example.org', 'line-break'],
    ['a Unicode line separator', 'A\u2028B', 'line-break'],
    ['a next-line character', 'A\u0085B', 'line-break'],
    ['a name of one letter without a shape', '\u3164', 'missing'],
    ['a name of joiners', '\u200d\u200c', 'missing'],
    ['a storm of accents with something between them', `a${'\u0300\u200b'.repeat(8)}`, 'stacked-accents'],
    ['half of a pair', 'A\ud83dB', 'broken-character'],
    ['a storm of accents', `a${'\u0300\u0316'.repeat(8)}`, 'stacked-accents'],
    ['a joined run without end', 'a\u200d'.repeat(2_000), 'too-long'],
  ])('refuses %s', (_, input, rule) => {
    expect(outcome(name, input)).toBe(`! ${rule}`);
  });

  it.each([
    ['NUL', '\0'],
    ['an escape', '\u001b'],
    ['a right-to-left override', '\u202e'],
    ['an isolate', '\u2066'],
    ['a zero-width space', '\u200b'],
    ['a byte order mark', '\ufeff'],
    ['a soft hyphen', '\u00ad'],
    ['a tag character', '\u{e0041}'],
    ['a private character', '\ue000'],
    ['a letter without a shape', '\u3164'],
  ])('is read without %s', (_, unseen) => {
    expect(outcome(name, `${unseen}Ama${unseen}ra${unseen}`)).toBe('Amara');
  });

  it('composes an accent that something unseen had parted from its letter', () => {
    expect(outcome(name, 'Zoe\u200b\u0308')).toBe('Zoë');
  });

  it.each(['\n', '\u200c', ' \n', '\0 '])('is read quickly when made of many %j', (part) => {
    const started = performance.now();
    outcome(name, `a${part.repeat(60_000)}b`);
    expect(performance.now() - started).toBeLessThan(1_000);
  });

  it('says in words what to do', () => {
    const words = (input: unknown) => name.safeParse(input).error?.issues[0]?.message;
    expect(words('')).toBe('Enter your full name');
    expect(words(undefined)).toBe('Enter your full name');
    expect(words(7)).toBe('Full name must be text');
    expect(words('abcdefghijk')).toBe('Full name must be 10 characters or fewer');
  });

  it('may be empty where no words for an empty field are given', () => {
    expect(outcome(singleLine({ label: 'Phone', max: 5 }), ' ')).toBe('');
  });
});

describe('several lines', () => {
  it.each([
    ['every kind of line end', 'a\r\nb\rc\u2028d\ve', 'a\nb\nc\nd\ne'],
    ['bullets of a word processor', '\uf0b7\tHeart failure\r\uf0b7\tLipids', 'Heart failure\nLipids'],
    ['an override on a later line', 'a\n\u202db', 'a\nb'],
    ['spaces around line ends', 'a  \n  b', 'a\nb'],
    ['many empty lines', 'a\n\n\n\n\nb', 'a\n\nb'],
    ['empty lines around', '\n\na\n', 'a'],
  ])('tidies %s', (_, input, tidied) => {
    expect(outcome(reason, input)).toBe(tidied);
  });

  it.each([['too much', 'ab\n'.repeat(30), 'too-long']])('refuses %s', (_, input, rule) => {
    expect(outcome(reason, input)).toBe(`! ${rule}`);
  });
});

describe('an e-mail address', () => {
  it.each([
    [' Amara.Ojo@NHS.NET ', 'Amara.Ojo@nhs.net'],
    ["o'hara+dpp@sub.trust.nhs.uk", "o'hara+dpp@sub.trust.nhs.uk"],
    ['a@xn--caf-dma.example', 'a@xn--caf-dma.example'],
    ['siobhan.o’brien@nhs.net', "siobhan.o'brien@nhs.net"],
    ['siobhan.o‘brien@nhs.net', "siobhan.o'brien@nhs.net"],
    ['\u200blee@nhs.net\ufeff', 'lee@nhs.net'],
    ['\ufeff lee@nhs.net \u200b', 'lee@nhs.net'],
    ['\u202alee@nhs.net\u202c', 'lee@nhs.net'],
    ['mailto:lee@nhs.net', 'lee@nhs.net'],
    ['<lee@nhs.net>;', 'lee@nhs.net'],
    ['lee@nhs.net.', 'lee@nhs.net'],
    ['Lee Learner <lee@nhs.net>', 'lee@nhs.net'],
    ['"Learner, Lee" <lee@nhs.net>;', 'lee@nhs.net'],
    ['lee\u200b@nhs\u00ad.net', 'lee@nhs.net'],
    ['mailto:lee@nhs.net?subject=Hello', 'lee@nhs.net'],
    ['Email: lee@nhs.net', 'lee@nhs.net'],
    ['“lee@nhs.net”', 'lee@nhs.net'],
    ['lee @ nhs.net', 'lee@nhs.net'],
    ['lee@nhs.net (work)', 'lee@nhs.net'],
    ['anne‑marie@nhs.net', 'anne-marie@nhs.net'],
    ['ｌｅｅ＠ｎｈｓ．ｎｅｔ', 'lee@nhs.net'],
  ])('carries %s', (input, carried) => {
    expect(outcome(email, input)).toBe(carried);
  });

  it.each([
    'amara',
    'amara@nhs',
    'a@b@nhs.net',
    'a@nhs.net,b@nhs.net',
    'Amara <a@nhs.net> <b@nhs.net>',
    'a@nhs.net <b@nhs.net>',
    'a b@nhs.net',
    '.a@nhs.net',
    'a..b@nhs.net',
    'a@-nhs.net',
    'a@nhs.n',
    'zoë@nhs.net',
    `${'a'.repeat(65)}@nhs.net`,
  ])('refuses %s', (input) => {
    expect(outcome(email, input)).toBe('! email-format');
  });

  it('refuses a second recipient hidden behind a line end', () => {
    expect(outcome(email, 'a@nhs.net\r\nbcc:b@nhs.net')).toBe('! line-break');
  });

  it('refuses more than 254 characters', () => {
    expect(outcome(email, `a@${'b'.repeat(60)}.${'c.'.repeat(120)}uk`)).toBe('! too-long');
  });

  it.each([`${'a.'.repeat(30_000)}@`, `a@${'a-'.repeat(120)}`, `${'.'.repeat(60_000)}a`])(
    'refuses a text made to keep the check busy, case %#',
    (input) => {
      expect(outcome(email, input)).toMatch(/^! (too-long|email-format)$/);
    },
  );
});

describe('errors by field', () => {
  it('names each field once, also inside lists, and unknown ones', () => {
    const schema = z.strictObject({ name, sites: z.array(z.strictObject({ town: name })) });
    const parsed = schema.safeParse({ name: '', sites: [{ town: '\0' }], admin: true });
    expect(parsed.success).toBe(false);
    if (parsed.success) return;
    expect(fieldErrorsOf(parsed.error).map(({ field, rule }) => [field, rule])).toEqual([
      ['name', 'missing'],
      ['sites.0.town', 'missing'],
      ['admin', 'unknown-field'],
    ]);
  });

  it('names 100 at most', () => {
    const bad = Object.fromEntries(Array.from({ length: 500 }, (_, index) => [`field${index}`, 1]));
    const parsed = z.strictObject({}).safeParse(bad);
    expect(parsed.success ? [] : fieldErrorsOf(parsed.error)).toHaveLength(100);
  });
});
