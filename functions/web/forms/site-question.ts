import type { Question } from '../../../shared/journeys/question.ts';
import type { QuestionProps } from '../../../site/src/components/question-props.ts';

/** Converts a journey's question for display. An agreement becomes a single checkbox. */
export const siteQuestion = ({ kind, label, options, ...question }: Question): QuestionProps =>
  kind === 'agree'
    ? { name: question.name, kind: 'checkboxes', label: 'Your agreement', ...(options && { options }) }
    : { ...question, ...(options && { options }), kind, label };
