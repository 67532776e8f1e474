import { preparations } from '../../reference/preparation.ts';
import { professions } from '../../reference/professions.ts';
import { numberIn, textIn } from '../answers.ts';
import {
  askCheckboxes,
  askEmail,
  askNumber,
  askRadios,
  askTel,
  askText,
  askYesNo,
  optionsOf,
} from '../question-builders.ts';
import { registrationNumberErrors } from '../registration-number-errors.ts';
import type { Answers, QuestionStep } from '../question.ts';
import { supplementaryPrescriber } from '../supplementary-prescriber.ts';

const prescribesOnRegistration = (answers: Answers): boolean =>
  ['doctor', 'dentist'].includes(textIn(answers, 'profession') ?? '');

const aboutYou: QuestionStep = {
  slug: 'about-you',
  title: 'About you',
  questions: [
    askText({
      name: 'name',
      label: 'Your full name',
      hint: 'As it appears in your professional register. We publish it in the directory.',
      missing: 'Enter your full name',
      autocomplete: 'name',
      changeWords: 'Change your name',
    }),
    askEmail({
      name: 'email',
      label: 'Your work email address',
      hint: 'We send requests here. We never publish it.',
      missing: 'Enter your work email address',
      autocomplete: 'email',
      changeWords: 'Change your work email address',
    }),
    askTel({
      name: 'phone',
      label: 'Your work phone number',
      hint: 'We show it only to learners you accept.',
      missing: 'Enter your work phone number',
      optional: true,
      changeWords: 'Change your work phone number',
    }),
    askRadios({
      name: 'profession',
      label: 'Your profession',
      options: optionsOf(professions),
      missing: 'Select your profession',
      changeWords: 'Change your profession',
    }),
  ],
  notForYou: supplementaryPrescriber,
};

const registration: QuestionStep = {
  slug: 'registration-and-experience',
  title: 'Your registration and experience',
  intro: 'The programme team looks your number up in the public register before you are listed.',
  questions: [
    askRadios({
      name: 'regulator',
      label: 'Who you are registered with',
      options: [
        { value: 'gphc', label: 'General Pharmaceutical Council' },
        { value: 'psni', label: 'Pharmaceutical Society of Northern Ireland' },
      ],
      missing: 'Select who you are registered with',
      optional: true,
      when: (answers) => textIn(answers, 'profession') === 'pharmacist',
      changeWords: 'Change who you are registered with',
    }),
    askText({
      name: 'registrationNumber',
      label: 'Your registration number',
      hint: 'Spaces and hyphens do not matter. We never publish it.',
      missing: 'Enter your registration number',
      max: 60,
      changeWords: 'Change your registration number',
    }),
    askNumber({
      name: 'annotationYear',
      label: 'The year you were annotated as an independent prescriber',
      missing: 'Enter the year you were annotated as an independent prescriber',
      noun: 'Year of annotation',
      min: 1970,
      max: 2099,
      optional: true,
      when: (answers) => !prescribesOnRegistration(answers),
      changeWords: 'Change the year of your annotation',
    }),
    askNumber({
      name: 'yearsPrescribing',
      label: 'Years you have prescribed',
      hint: 'Whole years. A DPP normally has 3 years of recent prescribing. If you have less, we will ask why you are ready to be a DPP.',
      missing: 'Enter how many years you have prescribed',
      noun: 'Years you have prescribed',
      min: 0,
      max: 60,
      changeWords: 'Change how many years you have prescribed',
    }),
    askYesNo({
      name: 'patientFacing',
      label: 'Do you prescribe for patients in your work now?',
      missing: 'Select yes if you prescribe for patients in your work now',
      changeWords: 'Change whether you prescribe for patients now',
    }),
    askNumber({
      name: 'supervisedBefore',
      label: 'How many learners you have supervised before',
      hint: 'Enter 0 if this would be your first.',
      missing: 'Enter how many learners you have supervised before',
      noun: 'Learners you have supervised',
      min: 0,
      max: 500,
      changeWords: 'Change how many learners you have supervised',
    }),
    askCheckboxes({
      name: 'preparation',
      label: 'What you have done to prepare for the role',
      options: optionsOf(preparations),
      missing: 'Select what you have done to prepare, or “None yet”',
      changeWords: 'Change what you have done to prepare',
    }),
  ],
  rules: (answers, today) => [
    ...registrationNumberErrors(answers),
    ...((numberIn(answers, 'annotationYear') ?? 0) > Number(today.slice(0, 4))
      ? [{ field: 'annotationYear', message: 'Year of annotation must not be in the future' }]
      : []),
  ],
};

/** First pages of the registration: personal details and registration. */
export const registerYou: readonly QuestionStep[] = [aboutYou, registration];
