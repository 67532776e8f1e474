import type { z } from 'zod';

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
 * `date` answers are days (YYYY-MM-DD) and are asked in three boxes; `yes-no` answers are booleans.
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
    | 'yes-no'
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

export interface QuestionStep {
  readonly slug: string;
  readonly title: string;
  readonly intro?: string;
  readonly questions: readonly Question[];
  /** Rules over several answers of this step or earlier ones: errors by field. */
  readonly rules?: (
    answers: Answers,
    today: string,
  ) => readonly { readonly field: string; readonly message: string }[];
}

export interface Journey {
  readonly id: 'register' | 'request';
  readonly title: string;
  readonly steps: readonly QuestionStep[];
}
