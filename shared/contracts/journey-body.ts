import * as z from 'zod';
import type { Journey, Question } from '../journeys/question.ts';

/** Hints about dates are about the three boxes of the page. */
const describedBy = ({ kind, label, hint }: Question): string =>
  hint === undefined || kind === 'date' ? label : `${label}. ${hint}`;

const fieldOf = (question: Question) => {
  const described = question.schema.describe(describedBy(question));
  return question.when === undefined ? described : described.optional();
};

/**
 * A journey as one JSON body: every question is a field, nothing else is taken. Questions that are asked only after
 * certain answers are optional here; the journey's own check says when they are wanted.
 */
export const journeyBodySchema = ({ steps }: Journey) =>
  z.strictObject(
    Object.fromEntries(
      steps.flatMap(({ questions }) =>
        questions.map((question) => [question.name, fieldOf(question)] as const),
      ),
    ),
  );
