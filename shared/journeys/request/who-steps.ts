import { organisationHint } from '../organisation-hint.ts';
import { isKind } from './kind-steps.ts';
import { learnerTypeOf, professionOf } from './request-defaults.ts';
import { learnerTypeSchema, professionSchema } from '../../reference/vocabulary.ts';
import { learnerTypes, professions } from '../../reference/professions.ts';
import { numberIn, textIn } from '../answers.ts';
import {
  askEmail,
  askNumber,
  askOutcode,
  askRadios,
  askSuggest,
  askText,
  optionsOf,
} from '../question-builders.ts';
import { registrationNumberErrors } from '../registration-number-errors.ts';
import { knownEmployers } from '../../systems/known-employers.ts';
import { MOST_LEARNERS } from '../../requests/learners-asked.ts';
import type { ServiceSystem } from '../../systems/service-system.ts';
import type { Answers, QuestionStep } from '../question.ts';

const byEmployer = (answers: Answers): boolean => textIn(answers, 'requestedBy') === 'employer';

/** Whether an employer asks who does not know yet who the learner will be. */
const forNobodyKnown = (answers: Answers): boolean =>
  byEmployer(answers) && textIn(answers, 'learnerName') === undefined;

/**
 * Whether the registration number may be missing: foundation trainees are not registered yet, and an employer
 * may not know yet who the learner will be.
 */
const mayLackNumber = (answers: Answers): boolean =>
  learnerTypeOf(answers) === 'foundation-pharmacist' || forNobodyKnown(answers);

/** Whether the profession has to be asked: foundation trainees are pharmacists. */
const asksProfession = isKind('before-course', 'on-course');

const asker: QuestionStep = {
  slug: 'who-is-asking',
  title: 'Who is asking',
  questions: [
    askRadios({
      name: 'requestedBy',
      label: 'Who you are requesting a DPP for',
      options: [
        { value: 'learner', label: 'Myself, I am the learner' },
        {
          value: 'employer',
          label: 'A learner that I employ',
          hint: 'You can choose this even if you do not know yet who the learner will be.',
        },
      ],
      missing: 'Select who you are requesting a DPP for',
      changeWords: 'Change who you are requesting a DPP for',
    }),
    askText({
      name: 'requesterName',
      label: 'Your full name',
      missing: 'Enter your full name',
      autocomplete: 'name',
      changeWords: 'Change your name',
    }),
    askEmail({
      name: 'email',
      label: 'Your work email address',
      hint: 'We will email this address at every step. Only the DPP who accepts sees it.',
      missing: 'Enter your work email address',
      autocomplete: 'email',
      changeWords: 'Change your work email address',
    }),
    askText({
      name: 'learnerName',
      label: 'The learner’s full name, if you are requesting a DPP for someone else',
      hint: 'Leave empty if you do not know yet.',
      missing: 'Enter the learner’s full name',
      optional: true,
      changeWords: 'Change the learner’s name',
    }),
  ],
};

const learner = (system: ServiceSystem): QuestionStep => ({
  slug: 'the-learner',
  title: 'The learner',
  questions: [
    askRadios({
      name: 'profession',
      label: 'Profession',
      options: optionsOf(professions.filter(({ id }) => id !== 'doctor' && id !== 'dentist')),
      missing: 'Select the profession',
      when: asksProfession,
      changeWords: 'Change the profession',
    }),
    askRadios({
      name: 'learnerType',
      label: 'Kind of learner',
      hint: 'If you leave this empty, we use the usual course of the profession: independent prescribing, or V300 for nurses and midwives.',
      options: optionsOf(learnerTypes),
      missing: 'Select the kind of learner',
      optional: true,
      when: asksProfession,
      changeWords: 'Change the kind of learner',
    }),
    askText({
      name: 'registrationNumber',
      label: 'Registration number',
      hint: 'Leave empty for foundation trainees, and if you do not know yet who the learner will be.',
      missing: 'Enter the registration number',
      max: 60,
      optional: true,
      when: asksProfession,
      changeWords: 'Change the registration number',
    }),
    askNumber({
      name: 'learners',
      label: 'How many learners you need a DPP for',
      hint: 'If you have several of the same kind, with the same course and needs. Each gets a DPP of their own. Leave empty for one.',
      missing: 'Enter how many learners you need a DPP for',
      noun: 'The number of learners',
      min: 1,
      max: MOST_LEARNERS,
      optional: true,
      when: forNobodyKnown,
      changeWords: 'Change how many learners you need a DPP for',
    }),
    askSuggest({
      name: 'organisation',
      label: 'Employer',
      hint: organisationHint(system, 'the learner works'),
      suggestions: knownEmployers(system),
      missing: 'Enter the name of the employer',
      changeWords: 'Change the employer',
    }),
    askOutcode(system, {
      name: 'outcode',
      label: 'Where the learner works',
      hint: `The first half of the postcode, like ${system.searchExamples[0]}. We count minutes of travel from here.`,
      missing: 'Enter the first half of the postcode where the learner works',
      changeWords: 'Change where the learner works',
    }),
  ],
  rules: (answers) => {
    const profession = professionSchema.safeParse(professionOf(answers));
    const type = learnerTypeSchema.safeParse(answers['learnerType']);
    const fits: readonly string[] = learnerTypes.find(({ id }) => id === type.data)?.professions ?? [];
    const doesNotFit = profession.success && type.success && !fits.includes(profession.data);
    return [
      ...(doesNotFit
        ? [{ field: 'learnerType', message: 'Select a kind of learner that fits the profession' }]
        : []),
      ...(profession.success && textIn(answers, 'registrationNumber') === undefined && !mayLackNumber(answers)
        ? [{ field: 'registrationNumber', message: 'Enter the registration number' }]
        : []),
      ...registrationNumberErrors(answers),
      ...((numberIn(answers, 'learners') ?? 1) > 1 && textIn(answers, 'registrationNumber') !== undefined
        ? [{ field: 'registrationNumber', message: 'Leave this empty if you ask for several learners' }]
        : []),
    ];
  },
});

/** Pages about the person who makes the request, and about the learner. */
export const requestWho = (system: ServiceSystem): readonly QuestionStep[] => [asker, learner(system)];
