import * as z from 'zod';

export interface TextRules {
  /** How the words name the field at the start of a sentence: "Full name". */
  readonly label: string;
  /** Longest text, in characters as people count them (graphemes). */
  readonly max: number;
  /** The words for an empty field; absent where it may be empty. */
  readonly missing?: string;
}

/** Why a text is refused: stable names for programs; the words beside the field are made here too. */
export type TextRule =
  | 'missing'
  | 'too-long'
  | 'line-break'
  | 'control-character'
  | 'hidden-character'
  | 'text-direction'
  | 'broken-character'
  | 'stacked-accents'
  | 'email-format';

const LINE_BREAK = /[\n\v\f\r\u0085\u2028\u2029]/u;
const CONTROL = /(?![\n\t])\p{Cc}/u;
/** Overrides and isolates: they make a text read other than it is stored. */
const DIRECTION = /[\u202a-\u202e\u2066-\u2069]/u;
/** Characters without a shape. The two joiners stay: several scripts and emoji need them. */
const HIDDEN = /(?![\u200c\u200d])[\p{Cf}\p{Co}\p{Noncharacter_Code_Point}]/u;
/** Living scripts stack four marks at most; more is meant to spill over the lines around. */
const STACKED = /\p{M}{5,}/u;
/** No grapheme that people write takes more UTF-16 units; keeps the counting below cheap. */
const UNITS_A_CHARACTER = 12;

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Characters as people count them. */
const lengthOf = (text: string): number =>
  /^[\x20-\x7e\n]*$/u.test(text) ? text.length : [...graphemes.segment(text)].length;

const wordsFor = (rule: TextRule, { label, max, missing }: TextRules): string => {
  switch (rule) {
    case 'missing':
      return missing ?? `Enter ${label.toLowerCase()}`;
    case 'too-long':
      return `${label} must be ${max} characters or fewer`;
    case 'line-break':
      return `${label} must be on one line`;
    case 'control-character':
    case 'hidden-character':
      return `${label} must not include hidden characters. Type it instead of pasting it`;
    case 'text-direction':
      return `${label} must not include characters that change the direction of text`;
    case 'broken-character':
      return `${label} includes a broken character. Type it again`;
    case 'stacked-accents':
      return `${label} must not have more than 4 accents on one letter`;
    case 'email-format':
      return 'Enter an email address in the correct format, like name@example.com';
  }
};

/** The first rule that a tidied text breaks. */
const brokenRule = (text: string, rules: TextRules, lines: 'one' | 'many'): TextRule | undefined => {
  if (!text.isWellFormed()) return 'broken-character';
  if (lines === 'one' && LINE_BREAK.test(text)) return 'line-break';
  if (CONTROL.test(text)) return 'control-character';
  if (DIRECTION.test(text)) return 'text-direction';
  if (HIDDEN.test(text)) return 'hidden-character';
  if (STACKED.test(text)) return 'stacked-accents';
  if (text === '' && rules.missing !== undefined) return 'missing';
  if (text.length > rules.max * UNITS_A_CHARACTER || lengthOf(text) > rules.max) return 'too-long';
  return undefined;
};

const text = (
  rules: TextRules,
  tidy: (text: string) => string,
  ruleOf: (text: string) => TextRule | undefined,
) =>
  z
    .string({
      error: ({ input }) =>
        input === undefined ? wordsFor('missing', rules) : `${rules.label} must be text`,
    })
    .overwrite(tidy)
    .check((context) => {
      const rule = ruleOf(context.value);
      if (rule !== undefined)
        context.issues.push({
          code: 'custom',
          input: context.value,
          message: wordsFor(rule, rules),
          params: { rule },
        });
    });

/** One spelling for what looks alike (NFC), no white space around, single spaces within. */
const tidyLine = (line: string): string =>
  line
    .normalize('NFC')
    .trim()
    .replace(/[\t\p{Zs}]+/gu, ' ');

/** The same for several lines: line ends as LF, no spaces before them, one empty line at most. */
const tidyLines = (lines: string): string =>
  lines
    .normalize('NFC')
    .replace(/\r\n?|[\u2028\u2029\u0085]/gu, '\n')
    .replace(/[\t\p{Zs}]+/gu, ' ')
    .replace(/ ?\n ?/gu, '\n')
    .replace(/\n{3,}/gu, '\n\n')
    .trim();

/** A text on one line: a name, a number, a title. Comes out tidied. Broken rules are named in `params.rule`. */
export const singleLine = (rules: TextRules) =>
  text(rules, tidyLine, (line) => brokenRule(line, rules, 'one'));

/** A text that may have several lines: a reason, a scope. Comes out tidied, with LF between lines. */
export const multiLine = (rules: TextRules) =>
  text(rules, tidyLines, (lines) => brokenRule(lines, rules, 'many'));

/** RFC 5321: 64 before the @, 254 in all. SES takes ASCII only. */
const EMAIL =
  /^(?=.{1,64}@)[\w!#$%&'*+/=?^`{|}~-]+(?:\.[\w!#$%&'*+/=?^`{|}~-]+)*@(?:[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?\.)+[a-z](?:[a-z\d-]{0,61}[a-z\d])$/u;
const EMAIL_MAX = 254;

const lowerDomain = (address: string): string => {
  const at = address.lastIndexOf('@');
  return at === -1 ? address : address.slice(0, at) + address.slice(at).toLowerCase();
};

/** One e-mail address, with its domain in lower case. What stands before the @ stays as it was typed. */
export const emailAddress = (rules: Omit<TextRules, 'max'>) => {
  const all = { ...rules, max: EMAIL_MAX };
  return text(
    all,
    (address) => lowerDomain(tidyLine(address)),
    (address) =>
      brokenRule(address, all, 'one') ?? (address === '' || EMAIL.test(address) ? undefined : 'email-format'),
  );
};
