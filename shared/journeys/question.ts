import type { z } from 'zod';
import type { FieldError } from '../kernel/field-error.ts';

/** What somebody has answered so far, as typed JSON values: text, number, boolean or a list of texts. */
export type AnswerValue = string | number | boolean | readonly string[];
export type Answers = Readonly<Record<string, AnswerValue>>;

export interface Option {
  readonly value: string;
  readonly label: string;
  readonly hint?: string;
}

/**
 * One question as data: the page, the check of the answer, the summary row, JSON bodies and OpenAPI all come from it.
 * `date` answers are days (YYYY-MM-DD) and are asked in three boxes; `yes-no` and `agree` answers are booleans.
 */
export interface Question {
  readonly name: string;
  readonly kind:
    | 'text'
    | 'email'
    | 'tel'
    | 'number'
    | 'textarea'
    | 'radios'
    | 'checkboxes'
    | 'select'
    | 'date'
    | 'outcode'
    | 'yes-no'
    /** One box to tick; only `true` is an answer. */
    | 'agree'
    | 'suggest';
  readonly label: string;
  readonly hint?: string;
  readonly options?: readonly Option[];
  readonly autocomplete?: string;
  /** Characters at most, for the count under a text area. */
  readonly maxLength?: number;
  /** Checks the typed JSON value; its messages are the words shown beside the field. */
  readonly schema: z.ZodType<AnswerValue | undefined>;
  readonly optional?: boolean;
  /** Asked only when this holds of the other answers. */
  readonly when?: (answers: Answers) => boolean;
  /** The words of the "Change" link: "Change your clinical areas". */
  readonly changeWords: string;
}

/** Why somebody cannot go on, which is not an error: a page that explains and says what to do next. */
export interface NotForYou {
  /** Stable code for programs. */
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
  /** Rules over several answers of this step or earlier ones: errors by field. */
  readonly rules?: (answers: Answers, today: string) => readonly FieldError[];
  /** Looked at when the step's answers hold. */
  readonly notForYou?: (answers: Answers) => NotForYou | undefined;
}

/** The last step of a journey is its "check your answers" page: what is asked there is asked once, before sending. */
export interface Journey {
  readonly id: 'register' | 'request';
  readonly title: string;
  readonly steps: readonly QuestionStep[];
}
