import * as z from 'zod';

export interface TextRules {
  /** Name of the field at the start of an error message: "Full name". */
  readonly label: string;
  /** Maximum length in graphemes, which is what people perceive as characters. */
  readonly max: number;
  /** Error message for an empty field; omitted if the field may be empty. */
  readonly missing?: string;
}

/** Reasons for rejecting a text, as stable codes for API clients. */
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
/** Bidirectional overrides and isolates, which make a text look different from what is stored. */
const DIRECTION = /[\u202a-\u202e\u2066-\u2069]/u;
/** Invisible characters, except the two joiners, which several scripts and emoji need. */
const HIDDEN = /(?![\u200c\u200d])[\p{Cf}\p{Co}\p{Noncharacter_Code_Point}]/u;
/**
 * Matches five or more combining marks on one letter. No living script uses more than four, and such marks
 * can cover adjacent lines.
 */
const STACKED_MARKS = /\p{M}{5,}/u;
/** Upper limit of UTF-16 units per grapheme, to reject long texts before counting graphemes. */
const MAX_UNITS_PER_GRAPHEME = 12;

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Length in graphemes. */
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

/** The first rule that a normalised text breaks. */
const brokenRule = (text: string, rules: TextRules, lines: 'one' | 'many'): TextRule | undefined => {
  if (!text.isWellFormed()) return 'broken-character';
  if (lines === 'one' && LINE_BREAK.test(text)) return 'line-break';
  if (CONTROL.test(text)) return 'control-character';
  if (DIRECTION.test(text)) return 'text-direction';
  if (HIDDEN.test(text)) return 'hidden-character';
  if (STACKED_MARKS.test(text)) return 'stacked-accents';
  if (text === '' && rules.missing !== undefined) return 'missing';
  if (text.length > rules.max * MAX_UNITS_PER_GRAPHEME || lengthOf(text) > rules.max) return 'too-long';
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

/** Normalises a line: Unicode NFC, no leading or trailing white space, single spaces. */
const normalisedLine = (line: string): string =>
  line
    .normalize('NFC')
    .trim()
    .replace(/[\t\p{Zs}]+/gu, ' ');

/**
 * Normalises a text of several lines: normalises each line, uses LF as line break, and keeps at most one empty
 * line in a row.
 */
const normalisedLines = (lines: string): string =>
  lines
    .normalize('NFC')
    .replace(/\r\n?|[\u2028\u2029\u0085]/gu, '\n')
    .replace(/[\t\p{Zs}]+/gu, ' ')
    .replace(/ ?\n ?/gu, '\n')
    .replace(/\n{3,}/gu, '\n\n')
    .trim();

/**
 * Schema for one line of text, such as a name, a number or a title. Normalises the line. If the line is
 * invalid, `params.rule` of the error names the broken rule.
 */
export const singleLine = (rules: TextRules) =>
  text(rules, normalisedLine, (line) => brokenRule(line, rules, 'one'));

/** Schema for text with line breaks, such as a reason or a scope. Normalises it, with LF as line break. */
export const multiLine = (rules: TextRules) =>
  text(rules, normalisedLines, (lines) => brokenRule(lines, rules, 'many'));

/** RFC 5321 limits: 64 characters before the @, 254 in all. ASCII only, because SES requires it. */
const EMAIL =
  /^(?=.{1,64}@)[\w!#$%&'*+/=?^`{|}~-]+(?:\.[\w!#$%&'*+/=?^`{|}~-]+)*@(?:[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?\.)+[a-z](?:[a-z\d-]{0,61}[a-z\d])$/u;
const EMAIL_MAX = 254;

const lowerDomain = (address: string): string => {
  const at = address.lastIndexOf('@');
  return at === -1 ? address : address.slice(0, at) + address.slice(at).toLowerCase();
};

/** Marks that pasted text has around an address: "<lee@ab.example>", "mailto:lee@ab.example;". */
const AROUND_ADDRESS = /^(?:<|mailto:)+|[>;,.]+$/giu;

/** Matches what mail programs write in front of an address in brackets: "Lee Learner <lee@ab.example>". */
const NAME_BEFORE = /^[^<>@]*<(?=[^<>@]+@[^<>@]+>[;,.]?$)/u;

/**
 * Reads an address as it was meant: without a name in front of it, invisible characters and marks at its ends, and with a
 * plain apostrophe in place of those that word processors and phones write.
 */
const meantAddress = (address: string): string =>
  address
    .replace(/^[\p{Cf}\s]+|[\p{Cf}\s]+$/gu, '')
    .replace(NAME_BEFORE, '')
    .replace(AROUND_ADDRESS, '')
    .replaceAll(/[’‘ʼ´`](?=[^@]*@)/gu, "'");

/** Schema for an e-mail address. Lower-cases the domain but not the part before the @. */
export const emailAddress = (rules: Omit<TextRules, 'max'>) => {
  const all = { ...rules, max: EMAIL_MAX };
  return text(
    all,
    (address) => lowerDomain(meantAddress(normalisedLine(address))),
    (address) =>
      brokenRule(address, all, 'one') ?? (address === '' || EMAIL.test(address) ? undefined : 'email-format'),
  );
};
