import { hoursInWords } from '../kernel/hours-in-words.ts';
import { dayInWords, daySchema } from '../kernel/time.ts';
import type { PersonAnswer } from './answer-value.ts';
import { askedIn } from './check-journey.ts';
import type { Answers, AnswerValue, Journey, Question } from './question.ts';

export interface AnswerRow {
  readonly name: string;
  readonly label: string;
  readonly value: string | readonly string[];
  readonly changeWords: string;
}

export interface AnswerSection {
  /** Step on which these answers can be changed. */
  readonly slug: string;
  readonly heading: string;
  readonly rows: readonly AnswerRow[];
}

const labelOf = ({ options = [] }: Question, value: string): string =>
  options.find((option) => option.value === value)?.label ?? value;

/** "Amara Example, amara@trust.example: they manage the learner". */
const personInWords = (question: Question, { name, email, who, kinds }: PersonAnswer): string => {
  const person = [name, email, who].filter((one) => one !== undefined).join(', ');
  return `${person}: ${kinds.map((kind) => labelOf(question, kind)).join('; ')}`;
};

const inWords = (question: Question, value: AnswerValue | undefined): string | readonly string[] => {
  if (value === undefined || (typeof value === 'object' && value.length === 0)) return 'Not answered';
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  if (typeof value === 'number') return question.kind === 'hours' ? hoursInWords(value) : String(value);
  if (typeof value === 'object')
    return value.map((one) =>
      typeof one === 'string' ? labelOf(question, one) : personInWords(question, one),
    );
  return question.kind === 'date' && daySchema.safeParse(value).success
    ? dayInWords(value)
    : labelOf(question, value);
};

/** All answers in words, grouped by step, for "Check your answers" or for a person's own page. */
export const summaryOf = ({ steps }: Pick<Journey, 'steps'>, answers: Answers): readonly AnswerSection[] =>
  steps
    .filter((step) => step.slug !== 'check-answers' && askedIn(step, answers).length > 0)
    .map((step) => ({
      slug: step.slug,
      heading: step.title,
      rows: askedIn(step, answers).map((question) => ({
        name: question.name,
        label: question.label,
        value: inWords(question, answers[question.name]),
        changeWords: question.changeWords,
      })),
    }));
