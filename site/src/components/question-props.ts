/** An option of a question. */
export interface Choice {
  readonly value: string;
  readonly label: string;
  readonly hint?: string | undefined;
}

type QuestionKind =
  | 'text'
  | 'email'
  | 'tel'
  | 'number'
  | 'hours'
  | 'textarea'
  | 'radios'
  | 'checkboxes'
  | 'select'
  | 'date'
  | 'outcode'
  | 'suggest'
  | 'yes-no'
  | 'people';

/** Data needed to render a question. The questions of `shared/journeys` have these properties. */
export interface QuestionProps {
  readonly name: string;
  readonly kind: QuestionKind;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly options?: readonly Choice[] | undefined;
  /** Maximum number of people in the answer to a question that asks for a list of people. */
  readonly people?: number | undefined;
  readonly autocomplete?: string | undefined;
  readonly optional?: boolean | undefined;
  /** Maximum answer length in characters, shown beside the box. */
  readonly maxLength?: number | undefined;
}

export type Answers = Readonly<Record<string, string | readonly string[]>>;

export interface FieldError {
  readonly field: string;
  readonly message: string;
}
