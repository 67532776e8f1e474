import { QuestionField } from './question-field.tsx';
import type { Answers, FieldError, QuestionProps } from './question-props.ts';

interface QuestionListProps {
  readonly questions: readonly QuestionProps[];
  readonly answers: Answers;
  readonly errors: readonly FieldError[];
}

/** The questions of one page, each with its first error. */
export const QuestionList = ({ questions, answers, errors }: QuestionListProps) => (
  <>
    {questions.map((question) => (
      <QuestionField
        key={question.name}
        question={question}
        answers={answers}
        error={errors.find(({ field }) => field === question.name)?.message}
      />
    ))}
  </>
);
