import { clinicalAreas } from '../../reference/clinical-areas.ts';
import { learnerTypes, professions } from '../../reference/professions.ts';
import { seatRoles } from '../../reference/seat-roles.ts';
import { settings } from '../../reference/settings.ts';
import { USUAL_YEARS } from '../../people/practitioner-flags.ts';
import { numberIn } from '../answers.ts';
import {
  askCheckboxes,
  askOutcode,
  askRadios,
  askSuggest,
  askTextarea,
  optionsOf,
} from '../question-builders.ts';
import { knownEmployers } from '../../systems/known-employers.ts';
import type { ServiceSystem } from '../../systems/service-system.ts';
import { organisationHint } from '../organisation-hint.ts';
import type { QuestionStep } from '../question.ts';

const whereYouPractise = (system: ServiceSystem): QuestionStep => ({
  slug: 'where-you-practise',
  title: 'Where and what you prescribe',
  questions: [
    askSuggest({
      name: 'organisation',
      label: 'Your organisation',
      hint: organisationHint(system, 'you work'),
      suggestions: knownEmployers(system),
      missing: 'Enter the name of your organisation',
      changeWords: 'Change your organisation',
    }),
    askOutcode(system, {
      name: 'outcode',
      label: 'Where you practise',
      hint: `The first half of the postcode, like ${system.searchExamples[0]}.`,
      missing: 'Enter the first half of the postcode where you practise',
      changeWords: 'Change where you practise',
    }),
    askOutcode(system, {
      name: 'secondOutcode',
      label: 'Where else you practise',
      missing: 'Enter the first half of the postcode where you also practise',
      optional: true,
      changeWords: 'Change where else you practise',
    }),
    askRadios({
      name: 'setting',
      label: 'Your setting',
      options: optionsOf(settings),
      missing: 'Select your setting',
      changeWords: 'Change your setting',
    }),
    askRadios({
      name: 'leadArea',
      as: 'select',
      label: 'Your main clinical area',
      options: optionsOf(clinicalAreas),
      missing: 'Select your main clinical area',
      changeWords: 'Change your main clinical area',
    }),
    askCheckboxes({
      name: 'areas',
      label: 'Other clinical areas you prescribe in',
      options: optionsOf(clinicalAreas),
      missing: 'Select clinical areas from the list',
      optional: true,
      changeWords: 'Change your other clinical areas',
    }),
  ],
});

const whoYouSupervise: QuestionStep = {
  slug: 'who-you-can-supervise',
  title: 'Who you can supervise',
  questions: [
    askTextarea({
      name: 'justification',
      label: 'Why you are ready to be a DPP with less than 3 years of prescribing',
      hint: 'For example, how often you prescribe, your area and who supports you. Only the programme team reads it.',
      missing: 'Enter why you are ready to be a DPP with less than 3 years of prescribing',
      max: 1000,
      when: (answers) => (numberIn(answers, 'yearsPrescribing') ?? USUAL_YEARS) < USUAL_YEARS,
      changeWords: 'Change why you are ready to be a DPP',
    }),
    askCheckboxes({
      name: 'supervisesProfessions',
      label: 'Professions you can supervise',
      options: optionsOf(professions.filter(({ id }) => id !== 'doctor' && id !== 'dentist')),
      missing: 'Select who you can supervise',
      changeWords: 'Change the professions you can supervise',
    }),
    askCheckboxes({
      name: 'supervisesLearnerTypes',
      label: 'Kinds of learner you can supervise',
      options: optionsOf(learnerTypes),
      missing: 'Select the kinds of learner you can supervise',
      changeWords: 'Change the kinds of learner you can supervise',
    }),
    askCheckboxes({
      name: 'seatRoles',
      label: 'Roles you can take',
      hint: 'Nurses and midwives need 2 people: a practice assessor and a practice supervisor. A spoke supervisor gives some of the hours but does not sign the learner off.',
      options: optionsOf(seatRoles),
      missing: 'Select the roles you can take',
      changeWords: 'Change the roles you can take',
    }),
  ],
};

/** Pages about workplace, clinical areas and learners. */
export const registerWork = (system: ServiceSystem): readonly QuestionStep[] => [
  whereYouPractise(system),
  whoYouSupervise,
];
