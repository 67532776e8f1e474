import { isYes, textIn } from '../answers.ts';
import { askEmail, askPeople, askRadios, askText, askTextarea, askYesNo } from '../question-builders.ts';
import { isKind } from './kind-steps.ts';
import { conflictOptions } from './conflict-options.ts';
import type { QuestionStep } from '../question.ts';

/** Page about the employer's support, and about ties to possible supervisors. */
export const requestSupport: QuestionStep = {
  slug: 'support',
  title: 'Support and fairness',
  questions: [
    askYesNo({
      name: 'employerSupport',
      label: 'Does the employer support the course?',
      hint: 'If you leave this empty, we count it as yes if you name the prescribing lead.',
      missing: 'Select yes if the employer supports the course',
      optional: true,
      when: (answers) => isKind('before-course')(answers) && textIn(answers, 'requestedBy') !== 'employer',
      changeWords: 'Change whether the employer supports the course',
    }),
    askText({
      name: 'nmpLeadName',
      label: 'Name of the employer’s prescribing (NMP) lead',
      hint: 'The person who approves applications to prescribing courses. You have to answer this if the employer supports the course.',
      missing: 'Enter the name of the employer’s prescribing lead',
      optional: true,
      changeWords: 'Change the name of the prescribing lead',
    }),
    askEmail({
      name: 'nmpLeadEmail',
      label: 'Work email address of the prescribing lead',
      missing: 'Enter the work email address of the prescribing lead',
      optional: true,
      changeWords: 'Change the email address of the prescribing lead',
    }),
    askRadios({
      name: 'ownDpp',
      label: 'Does the employer have a DPP of its own?',
      options: [
        { value: 'none', label: 'No' },
        { value: 'asked-and-cannot', label: 'Yes, but that DPP was asked and cannot supervise' },
        { value: 'not-asked', label: 'Yes, but that DPP has not been asked yet' },
      ],
      missing: 'Select whether the employer has a DPP of its own',
      optional: true,
      changeWords: 'Change whether the employer has a DPP of its own',
    }),
    askTextarea({
      name: 'canOffer',
      label: 'What the employer can offer in return',
      hint: 'For example, hosting another organisation’s learner. This helps us share the work of supervising fairly between employers.',
      missing: 'Enter what the employer can offer in return',
      optional: true,
      changeWords: 'Change what the employer can offer in return',
    }),
    askPeople({
      name: 'conflicts',
      label: 'Conflicts of interest with people who could be asked to supervise',
      hint: 'Leave empty if there are none. Give each person’s name, work email address or both.',
      options: conflictOptions,
      people: 4,
      missing: 'Enter the name or work email address of each person',
      missingKind: 'Select the conflict of interest with each person',
      optional: true,
      changeWords: 'Change the conflicts of interest that you declare',
    }),
  ],
  rules: (answers) => {
    const lacks = (field: string): boolean => textIn(answers, field) === undefined;
    const supported = isYes(answers, 'employerSupport');
    return [
      ...(supported && lacks('nmpLeadName')
        ? [{ field: 'nmpLeadName', message: 'Enter the name of the employer’s prescribing lead' }]
        : []),
      ...(supported && lacks('nmpLeadEmail')
        ? [{ field: 'nmpLeadEmail', message: 'Enter the work email address of the prescribing lead' }]
        : []),
    ];
  },
};
