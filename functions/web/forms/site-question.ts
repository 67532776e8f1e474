import type { Question } from '../../../shared/journeys/question.ts';
import type { Question as SiteQuestion } from '../../../site/src/components/question.ts';

/** A question of a journey → what the site draws. An agreement is one box to tick. */
export const siteQuestion = ({ kind, label, ...question }: Question): SiteQuestion =>
  kind === 'agree'
    ? {
        name: question.name,
        kind: 'checkboxes',
        label: 'Your agreement',
        options: [{ value: 'yes', label }],
      }
    : { ...question, kind, label };
