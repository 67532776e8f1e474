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
  'missing' | 'too-long' | 'line-break' | 'broken-character' | 'stacked-accents' | 'email-format';

const LINE_BREAK = /\n/u;
/** Characters that start another line. */
const LINE_BREAKS = /\r\n?|[\v\f\u0085\u2028\u2029]/gu;
/**
 * Characters that cannot be seen: controls, marks that change the direction of a text, private and unassigned code points,
 * and letters without a shape. The two joiners are kept between letters, because several scripts and emoji need them.
 */
const UNSEEN =
  /(?![\n\t\u200c\u200d])[\p{Cc}\p{Cf}\p{Co}\p{Noncharacter_Code_Point}\u034f\u115f\u1160\u2800\u3164\uffa0]/gu;
/** Matches spaces, line breaks and joiners at the ends of a text. Starts at no other place, to be quick in long runs of them. */
const AT_ENDS = /^[\s\u200c\u200d]+|(?<![\s\u200c\u200d])[\s\u200c\u200d]+$/gu;
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

/** Normalises a text: Unicode NFC, LF as line break, single spaces, nothing that cannot be seen. */
const normalised = (written: string): string =>
  written
    .replace(LINE_BREAKS, '\n')
    .replace(UNSEEN, '')
    .replace(/[\t\p{Zs}]+/gu, ' ')
    .replace(AT_ENDS, '')
    .normalize('NFC');

/** Normalises each line of a text, and keeps at most one empty line in a row. */
const normalisedLines = (written: string): string =>
  normalised(written)
    .replace(/ ?\n ?/gu, '\n')
    .replace(/\n{3,}/gu, '\n\n');

/**
 * Schema for one line of text, such as a name, a number or a title. Normalises the line and removes what cannot be seen. If
 * the line is invalid, `params.rule` of the error names the broken rule.
 */
export const singleLine = (rules: TextRules) =>
  text(rules, normalised, (line) => brokenRule(line, rules, 'one'));

/** Schema for text with line breaks, such as a reason or a scope. Normalises it and removes what cannot be seen. */
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

/** Matches what people write or paste before and behind an address: "Email: <lee@ab.example>;", "lee@ab.example (work)". */
const BEFORE_ADDRESS = /^(?:<|e-?mail(?: address)? ?:|mailto:|["“”]| )+/iu;
const COMMENT_BEHIND = / ?\([^()@]*\)$/u;
const BEHIND_ADDRESS = /[>"“”;,.: ]+$/u;
const MAILTO_FIELDS = /(?<=^mailto:[^?]*)\?.*$/iu;

/** Matches what mail programs write in front of an address in brackets: "Lee Learner <lee@ab.example>". */
const NAME_BEFORE = /^[^<>@]*<(?=[^<>@]+@[^<>@]+>[;,.]?$)/u;

/**
 * Reads an address as it was meant: without a name in front of it or marks at its ends, and with the plain apostrophe, hyphen
 * and letters in place of those that word processors and phones write.
 */
const meantAddress = (address: string): string =>
  address
    .replaceAll(/[’‘ʼ´`](?=[^@＠]*[@＠])/gu, "'")
    .normalize('NFKC')
    .replaceAll(/\p{Pd}/gu, '-')
    .replaceAll(/ ?@ ?/gu, '@')
    .replace(MAILTO_FIELDS, '')
    .replace(NAME_BEFORE, '')
    .replace(BEFORE_ADDRESS, '')
    .replace(COMMENT_BEHIND, '')
    .replace(BEHIND_ADDRESS, '');

/** Longest text that may hold an address and what is written around it. */
const MOST_AROUND = EMAIL_MAX * 2;

/** Schema for an e-mail address. Lower-cases the domain but not the part before the @. */
export const emailAddress = (rules: Omit<TextRules, 'max'>) => {
  const all = { ...rules, max: EMAIL_MAX };
  return text(
    all,
    (written) => {
      const line = normalised(written);
      return line.length > MOST_AROUND ? line : lowerDomain(meantAddress(line));
    },
    (address) =>
      brokenRule(address, all, 'one') ?? (address === '' || EMAIL.test(address) ? undefined : 'email-format'),
  );
};
