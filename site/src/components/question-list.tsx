import { QuestionField } from './question-field.tsx';
import type { Answers, FieldError, Question } from './question.ts';

interface QuestionListProps {
  readonly questions: readonly Question[];
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
