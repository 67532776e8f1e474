import * as z from 'zod';
import { isInQuarters } from '../kernel/quarter-hours.ts';
import { lacksYear, readDay, readMonth } from '../kernel/read-day.ts';
import { readHours } from '../kernel/read-hours.ts';
import { readPostcode } from '../geography/read-postcode.ts';
import { emailAddress, multiLine, singleLine } from '../kernel/text-rules.ts';
import { neighbourInWords } from '../systems/outside-words.ts';
import type { ServiceSystem } from '../systems/service-system.ts';
import type { Answers, Option, Question } from './question.ts';

/** Properties that all kinds of question share. `missing` is the error for an absent answer. */
interface Asked {
  readonly name: string;
  readonly label: string;
  readonly missing: string;
  readonly changeWords: string;
  readonly hint?: string;
  readonly optional?: boolean;
  readonly when?: Question['when'];
  /** Answers with which the optional question must be answered. */
  readonly requiredWhen?: (answers: Answers) => boolean;
  /** The hint with some answers. */
  readonly hintFor?: (answers: Answers) => string;
}

type Schema = Question['schema'];

const question = (
  { name, label, changeWords, hint, optional, when, requiredWhen, hintFor }: Asked,
  kind: Question['kind'],
  schema: Schema,
  more: Partial<Pick<Question, 'options' | 'people' | 'autocomplete' | 'maxLength'>> = {},
): Question => ({
  name,
  label,
  changeWords,
  ...(hint === undefined ? {} : { hint }),
  ...(optional === undefined ? {} : { optional }),
  ...(when === undefined ? {} : { when }),
  ...(requiredWhen === undefined && hintFor === undefined
    ? {}
    : {
        adapt: (answers) => ({
          ...(hintFor === undefined ? {} : { hint: hintFor(answers) }),
          ...(requiredWhen?.(answers) === true ? { optional: false, schema } : {}),
        }),
      }),
  ...more,
  kind,
  schema: optional ? schema.optional() : schema,
});

const given = (autocomplete: string | undefined) => (autocomplete === undefined ? {} : { autocomplete });

/** Options from the rows of a reference list. */
export const optionsOf = (
  rows: readonly { readonly id: string; readonly words: string; readonly hint?: string }[],
): readonly Option[] =>
  rows.map(({ id, words, hint }) => ({ value: id, label: words, ...(hint === undefined ? {} : { hint }) }));

export const askText = (
  asked: Asked & { readonly max?: number; readonly autocomplete?: string },
): Question => {
  const { max = 100, autocomplete, ...rest } = asked;
  return question(
    rest,
    'text',
    singleLine({ max, missing: asked.missing, label: asked.label }),
    given(autocomplete),
  );
};

export const askSuggest = (asked: Asked & { readonly suggestions: readonly string[] }): Question => {
  const { suggestions, ...rest } = asked;
  const schema = singleLine({ max: 120, missing: asked.missing, label: asked.label }).refine(
    (name) => /[a-z0-9]/i.test(name.normalize('NFKD')),
    { error: asked.missing },
  );
  return question(rest, 'suggest', schema, {
    options: suggestions.map((value) => ({ value, label: value })),
    autocomplete: 'organization',
  });
};

export const askTextarea = (asked: Asked & { readonly max?: number }): Question => {
  const { max = 500, ...rest } = asked;
  return question(rest, 'textarea', multiLine({ max, missing: asked.missing, label: asked.label }), {
    maxLength: max,
  });
};

export const askEmail = (asked: Asked & { readonly autocomplete?: string }): Question => {
  const { autocomplete, ...rest } = asked;
  return question(
    rest,
    'email',
    emailAddress({ missing: asked.missing, label: asked.label }),
    given(autocomplete),
  );
};

/** Fewest digits of a telephone number. */
const FEWEST_DIGITS = 7;

/** Asks for a phone number. Takes whatever has enough digits, since people add extensions, options and a second number. */
export const askTel = (asked: Asked): Question =>
  question(
    asked,
    'tel',
    singleLine({ max: 60, missing: asked.missing, label: asked.label }).refine(
      (value) => value.replaceAll(/\D/gu, '').length >= FEWEST_DIGITS,
      { error: 'Enter a phone number, like 01634 496 000' },
    ),
    { autocomplete: 'tel' },
  );

/** @param noun the field's name, with which its error messages start: "Places must be between 1 and 20" */
export const askNumber = (
  asked: Asked & { readonly noun: string; readonly min: number; readonly max: number },
): Question => {
  const { noun, min, max, ...rest } = asked;
  const between = `${noun} must be between ${min} and ${max}`;
  const schema = z
    .number({
      error: ({ input }) =>
        input === undefined ? asked.missing : `${noun} must be a number, like ${Math.max(min, 2)}`,
    })
    .int({ error: `${noun} must be a whole number` })
    .min(min, { error: between })
    .max(max, { error: between });
  return question(rest, 'number', schema);
};

/**
 * Asks for a number of hours in quarters. Takes "7.5", "90 hours" and "7h30", in a form and in JSON.
 * @param noun the field's name, with which its error messages start: "Hours a week must be between 1 and 40"
 */
export const askHours = (
  asked: Asked & { readonly noun: string; readonly min: number; readonly max: number },
): Question => {
  const { noun, min, max, ...rest } = asked;
  const between = `${noun} must be between ${min} and ${max}`;
  const hours = z
    .number({
      error: ({ input }) =>
        input === undefined ? asked.missing : `${noun} must be a number of hours, like 7.5 or 90`,
    })
    .min(min, { error: between })
    .max(max, { error: between })
    .refine(isInQuarters, { error: `${noun} must be in quarters of an hour, like 7.25, 7.5 or 7.75` });
  const read = (value: unknown): unknown => (typeof value === 'string' ? (readHours(value) ?? value) : value);
  return question(rest, 'hours', z.preprocess(read, asked.optional ? hours.optional() : hours));
};

const choice = (options: readonly Option[], missing: string) =>
  z.enum(
    options.map(({ value }) => value),
    { error: missing },
  );

export const askRadios = (
  asked: Asked & { readonly options: readonly Option[]; readonly as?: 'radios' | 'select' },
): Question => {
  const { options, as = 'radios', ...rest } = asked;
  return question(rest, as, choice(options, asked.missing), { options });
};

/** Asks for several options. Answers are sorted in the options' order, without duplicates. */
export const askCheckboxes = (asked: Asked & { readonly options: readonly Option[] }): Question => {
  const { options, ...rest } = asked;
  const inOrder = (chosen: readonly string[]) =>
    options.map(({ value }) => value).filter((value) => chosen.includes(value));
  const list = z.array(choice(options, asked.missing), { error: asked.missing }).max(options.length * 2, {
    error: asked.missing,
  });
  const schema = asked.optional ? list : list.min(1, { error: asked.missing });
  return question(rest, 'checkboxes', schema.transform(inOrder), { options });
};

/**
 * Asks for a list of people: for each, a name, an e-mail address or both, and at least one of the options.
 * @param missing the error where an entry has neither a name nor an address
 * @param missingKind the error where an entry has no option
 * @param people the largest number of people, in the form and in JSON
 */
export const askPeople = (
  asked: Asked & {
    readonly options: readonly Option[];
    readonly people: number;
    readonly missingKind: string;
  },
): Question => {
  const { options, people, missingKind, ...rest } = asked;
  const kinds = z.array(choice(options, missingKind), { error: missingKind }).min(1, { error: missingKind });
  const person = z
    .strictObject({
      name: singleLine({ max: 100, missing: asked.missing, label: 'Name' }).optional(),
      email: emailAddress({ missing: asked.missing, label: 'Email address' }).optional(),
      who: singleLine({ max: 100, missing: asked.missing, label: 'Name or email address' })
        .optional()
        .describe('Deprecated: send `name` or `email` instead'),
      kinds: kinds.transform((chosen) => [...new Set(chosen)]),
    })
    .refine(({ name, email, who }) => [name, email, who].some((one) => one !== undefined), {
      error: asked.missing,
    });
  const schema = z.array(person).max(people, { error: `Enter ${people} people or fewer` });
  return question(rest, 'people', schema, { options, people });
};

export const askYesNo = (asked: Asked): Question =>
  question(asked, 'yes-no', z.boolean({ error: asked.missing }));

/** @param wording the words to agree to, and the value of the box, so that an answer to other words is not taken */
export const askToAgree = ({
  wording: { id, text },
  ...asked
}: Omit<Asked, 'label'> & { readonly wording: { readonly id: string; readonly text: string } }): Question =>
  question({ ...asked, label: text }, 'agree', z.literal(true, { error: asked.missing }), {
    options: [{ value: id, label: text }],
  });

const parts = ['day', 'month', 'year'] as const;

/** Reads a month and a year: in two boxes of three, the first of which is empty, or as one text. */
const monthIn = (written: string): string | undefined =>
  /^[^/]+\/[^/]*\/[^/]*$/u.test(written) ? undefined : readMonth(written);

/** The error for an invalid date: missing, incomplete, or not in the calendar. */
const dateTrouble = (input: unknown, noun: string, missing: string): string => {
  if (input === undefined) return missing;
  const written = typeof input === 'string' ? input : '';
  const boxes = written.split('/');
  const blank = boxes.length === 3 ? parts.filter((_, index) => boxes[index] === '') : [];
  if (monthIn(written) !== undefined)
    return `${noun} must include a day. If you do not know it yet, enter the first day of the month`;
  if (blank.length > 0) return `${noun} must include a ${blank.join(' and a ')}`;
  return lacksYear(written) ? `${noun} must include a year` : `${noun} must be a real date, like 14 1 2027`;
};

/** The first or the last day of a month of a year. @param month as YYYY-MM */
const dayOf = (month: string, which: 'first' | 'last'): string => {
  const [year = 0, number = 0] = month.split('-').map(Number);
  const last = new Date(Date.UTC(year, number, 0)).getUTCDate();
  return `${month}-${which === 'first' ? '01' : String(last)}`;
};

const meantDay = (written: string, monthAlone: 'first' | 'last' | undefined): string => {
  const month = monthAlone === undefined ? undefined : monthIn(written);
  return readDay(written) ?? (month === undefined ? written : dayOf(month, monthAlone ?? 'first'));
};

/**
 * @param noun the field's name, with which its error messages start: "The date when your course starts must be a real
 *   date"
 * @param monthAlone the day that a month without a day means, where only the month matters
 */
export const askDate = (
  asked: Asked & { readonly noun: string; readonly monthAlone?: 'first' | 'last' },
): Question => {
  const { noun, monthAlone, ...rest } = asked;
  const schema = z
    .string({ error: ({ input }) => dateTrouble(input, noun, asked.missing) })
    .overwrite((written) => meantDay(written, monthAlone))
    .check(z.iso.date({ error: ({ input }) => dateTrouble(input, noun, asked.missing) }))
    .refine((day) => day >= '2000-01-01' && day <= '2099-12-31', {
      error: `${noun} must be a real date, like 14 1 2027`,
    });
  return question({ hint: 'For example, 14 1 2027', ...rest }, 'date', schema);
};

/** Asks for an outcode. Accepts a full postcode, and a town behind it, but keeps only the outcode. */
export const askOutcode = (system: ServiceSystem, asked: Asked): Question => {
  const {
    name,
    searchExamples: [example],
    geography: { outcodeOf },
  } = system;
  const found = (written: string) => outcodeOf(readPostcode(written) ?? written) ?? outcodeOf(written);
  const neighbours = (written: string) => neighbourInWords(system, readPostcode(written) ?? written);
  const schema = singleLine({ max: 60, missing: asked.missing, label: asked.label })
    .refine((written) => found(written) !== undefined && neighbours(written) === undefined, {
      error: ({ input }) =>
        (typeof input === 'string' ? neighbours(input) : undefined) ??
        `Enter the first half of a postcode in ${name}, like ${example}`,
    })
    .transform((written) => found(written)?.outcode ?? written);
  return question(asked, 'outcode', schema);
};
