import type { RequestKind } from '../../requests/request-kind.ts';
import { textIn } from '../answers.ts';
import { askRadios } from '../question-builders.ts';
import type { Answers, FormerFields, QuestionStep } from '../question.ts';

/** Whether the answers so far ask for a kind of request. */
export const isKind =
  (...kinds: readonly RequestKind[]) =>
  (answers: Answers): boolean =>
    kinds.some((kind) => kind === (textIn(answers, 'kind') ?? 'before-course'));

/** First page: the kind of request, which decides the other questions. */
const kindStep: QuestionStep = {
  slug: 'kind-of-request',
  title: 'What you need a DPP for',
  questions: [
    askRadios({
      name: 'kind',
      label: 'When and why the learner needs a DPP',
      options: [
        {
          value: 'before-course',
          label: 'For a course that has not started yet',
          hint: 'A university course, such as V300 or independent prescribing.',
        },
        { value: 'foundation-year', label: 'For the foundation training year of a pharmacist' },
        {
          value: 'on-course',
          label: 'For a learner who is already on the course',
          hint: 'The first DPP can no longer supervise, or the placement broke down. These learners come first.',
        },
      ],
      missing: 'Select when and why the learner needs a DPP',
      // Always asked. A condition makes the field optional in JSON, where requests of version 0.4.0 do not have it.
      when: () => true,
      changeWords: 'Change when and why the learner needs a DPP',
    }),
  ],
};

/** Asks which learning outcomes apply, because interim outcomes need no DPP. */
const outcomesStep: QuestionStep = {
  slug: 'learning-outcomes',
  title: 'Learning outcomes',
  questions: [
    askRadios({
      name: 'outcomes',
      label: 'Learning outcomes of the foundation year',
      options: [
        { value: 'full', label: 'Full outcomes', hint: 'The trainee registers as a prescriber.' },
        {
          value: 'interim',
          label: 'Interim outcomes',
          hint: 'The trainee has a degree by the standards of 2011, or followed the overseas pharmacists’ programme (OSPAP).',
        },
      ],
      missing: 'Select the learning outcomes of the foundation year',
      when: isKind('foundation-year'),
      changeWords: 'Change the learning outcomes',
    }),
  ],
  notForYou: (answers) =>
    textIn(answers, 'outcomes') === 'interim'
      ? {
          code: 'no-dpp-needed',
          title: 'You do not need a DPP',
          paragraphs: [
            'Trainees on the interim learning outcomes do not prescribe under supervision in their foundation year, so they need a designated supervisor but no DPP. We have kept nothing of what you entered.',
            'If you are not sure which outcomes apply, ask your training provider or your designated supervisor. If they are the full outcomes, go back and select them.',
          ],
          actions: [{ label: 'Read what a DPP does', href: '/framework/' }],
        }
      : undefined,
};

/** Pages about the kind of request. */
export const requestKind: readonly QuestionStep[] = [kindStep, outcomesStep];

/**
 * Adds the kind to answers of version 0.4.0, which did not ask for it: the foundation year for a foundation trainee without
 * a university, otherwise before a course. Leaves a form that was just begun as it is.
 */
export const withoutKind: FormerFields = {
  fields: {},
  convert: (answers) => {
    if (answers['kind'] !== undefined || Object.keys(answers).length === 0) return answers;
    const foundation =
      textIn(answers, 'learnerType') === 'foundation-pharmacist' && answers['university'] === undefined;
    return foundation
      ? { outcomes: 'full', ...answers, kind: 'foundation-year' }
      : { ...answers, kind: 'before-course' };
  },
};
