import type { Question } from '../../../shared/journeys/question.ts';
import type { Question as SiteQuestion } from '../../../site/src/components/question.ts';

/** Converts a journey's question for display. An agreement becomes a single checkbox. */
export const siteQuestion = ({ kind, label, ...question }: Question): SiteQuestion =>
  kind === 'agree'
    ? {
        name: question.name,
        kind: 'checkboxes',
        label: 'Your agreement',
        options: [{ value: 'yes', label }],
      }
    : { ...question, kind, label };
