import type { z } from 'zod';
import type { PersonAnswer } from './answer-value.ts';
import type { FieldError } from '../kernel/field-error.ts';

/** Answers so far, as typed JSON values. */
export type AnswerValue = string | number | boolean | readonly string[] | readonly PersonAnswer[];
export type Answers = Readonly<Record<string, AnswerValue>>;

export interface Option {
  readonly value: string;
  readonly label: string;
  readonly hint?: string;
}

/**
 * One question as data, from which the page, the check, the summary row, the JSON body and OpenAPI are all
 * made. `date` answers are days (YYYY-MM-DD), asked in three boxes; `yes-no` and `agree` answers are
 * booleans.
 */
export interface Question {
  readonly name: string;
  readonly kind:
    | 'text'
    | 'email'
    | 'tel'
    | 'number'
    /** A number of hours, in quarters. */
    | 'hours'
    | 'textarea'
    | 'radios'
    | 'checkboxes'
    | 'select'
    | 'date'
    | 'outcode'
    | 'yes-no'
    /** A single checkbox that must be ticked: only `true` is valid. */
    | 'agree'
    | 'suggest'
    /** A list of people, each with a name, an e-mail address or both, and one or more of the options. */
    | 'people';
  readonly label: string;
  readonly hint?: string;
  readonly options?: readonly Option[];
  /** The largest number of people in a list of people. */
  readonly people?: number;
  readonly autocomplete?: string;
  /** Maximum characters, for the count under a text area. */
  readonly maxLength?: number;
  /** Schema of the typed JSON value; its messages appear beside the field. */
  readonly schema: z.ZodType<AnswerValue | undefined>;
  readonly optional?: boolean;
  /** Condition on other answers under which the question applies. */
  readonly when?: (answers: Answers) => boolean;
  /**
   * Differences of the question for some answers, such as a hint, or that it must be answered. The question
   * itself has the schema that accepts most, because the JSON body is described by it.
   */
  readonly adapt?: (answers: Answers) => Partial<Pick<Question, 'label' | 'hint' | 'schema' | 'optional'>>;
  /** Text of the change link: "Change your clinical areas". */
  readonly changeWords: string;
}

/**
 * A reason, other than an error, why somebody cannot continue. Shown as a page that explains it and suggests
 * what to do.
 */
export interface NotForYou {
  /** Stable code for API clients. */
  readonly code: string;
  readonly title: string;
  readonly paragraphs: readonly string[];
  readonly actions: readonly { readonly label: string; readonly href: string }[];
}

export interface QuestionStep {
  readonly slug: string;
  readonly title: string;
  readonly intro?: string;
  readonly questions: readonly Question[];
  /**
   * Rules across answers of this and earlier steps.
   * @returns errors by field
   */
  readonly rules?: (answers: Answers, today: string) => readonly FieldError[];
  /** Returns the reason why somebody cannot continue, if there is one. Called once the step's answers are valid. */
  readonly notForYou?: (answers: Answers) => NotForYou | undefined;
}

/**
 * Fields that an earlier version of the journey had. Request bodies and unfinished forms that contain them
 * are still accepted.
 */
export interface FormerFields {
  readonly fields: Readonly<Record<string, z.ZodType>>;
  /** Converts the former fields into answers to today's questions. */
  readonly convert: (answers: Answers) => Answers;
}

/**
 * A journey. Its last step is "Check your answers"; a question on that step is asked only there, before
 * submitting.
 */
export interface Journey {
  readonly id: 'register' | 'request';
  readonly title: string;
  readonly steps: readonly QuestionStep[];
  readonly former?: FormerFields;
}
