import { weekdays } from '../../reference/vocabulary.ts';
import { clinicalAreas } from '../../reference/clinical-areas.ts';
import { settings } from '../../reference/settings.ts';
import { numberIn } from '../answers.ts';
import {
  askCheckboxes,
  askHours,
  askNumber,
  askRadios,
  askTextarea,
  askYesNo,
  optionsOf,
} from '../question-builders.ts';
import type { ServiceSystem } from '../../systems/service-system.ts';
import { weekdayOptions } from '../supervision-options.ts';
import { hoursLeftOf, professionOf } from './request-defaults.ts';
import type { QuestionStep } from '../question.ts';
import { isKind } from './kind-steps.ts';

const prescribing: QuestionStep = {
  slug: 'what-you-will-prescribe',
  title: 'What the learner will prescribe',
  questions: [
    askRadios({
      name: 'leadArea',
      as: 'select',
      label: 'Main clinical area',
      options: optionsOf(clinicalAreas),
      missing: 'Select the main clinical area',
      changeWords: 'Change the main clinical area',
    }),
    askCheckboxes({
      name: 'areas',
      label: 'Other clinical areas',
      options: optionsOf(clinicalAreas),
      missing: 'Select clinical areas from the list',
      optional: true,
      changeWords: 'Change the other clinical areas',
    }),
    askTextarea({
      name: 'scope',
      label: 'Scope of practice, in one sentence',
      hint: 'For example, adults with raised blood pressure in primary care. Do not include anything about individual patients.',
      missing: 'Enter the scope of practice in one sentence',
      max: 300,
      optional: true,
      requiredWhen: isKind('before-course', 'foundation-year'),
      changeWords: 'Change the scope of practice',
    }),
    askRadios({
      name: 'setting',
      label: 'Setting to learn in',
      options: optionsOf(settings),
      missing: 'Select the setting to learn in',
      changeWords: 'Change the setting',
    }),
  ],
};

const whenAndWhere = ({ settings: { travelMinutes } }: Pick<ServiceSystem, 'settings'>): QuestionStep => ({
  slug: 'when-and-where',
  title: 'When and where',
  questions: [
    askCheckboxes({
      name: 'days',
      label: 'Days the learner is free',
      options: weekdayOptions(weekdays),
      missing: 'Select the days the learner is free',
      optional: true,
      changeWords: 'Change the days the learner is free',
    }),
    askNumber({
      name: 'maxMinutes',
      label: 'How many minutes would the learner travel?',
      hint: `By road, one way, from where the learner works. If you leave this empty, we use ${travelMinutes} minutes.`,
      missing: 'Enter how many minutes the learner would travel',
      noun: 'Minutes of travel',
      min: 1,
      max: 300,
      optional: true,
      changeWords: 'Change how many minutes the learner would travel',
    }),
    askYesNo({
      name: 'remoteAcceptable',
      label: 'May part of the supervision be remote?',
      hint: 'Your university decides how much of it may be remote.',
      missing: 'Select yes if part of the supervision may be remote',
      optional: true,
      changeWords: 'Change whether supervision may be remote',
    }),
    askHours({
      name: 'spokeHours',
      label: 'Hours that other supervisors at other sites may give',
      hint: 'In a learning hub, the DPP signs the learner off and supervisors at other sites give some of the hours. Leave empty if there are none.',
      missing: 'Enter the hours for spoke supervisors',
      noun: 'Hours at other sites',
      min: 0,
      max: 390,
      optional: true,
      changeWords: 'Change the hours at other sites',
    }),
    askTextarea({
      name: 'onePersonReason',
      label: 'Why one person has to be both practice assessor and practice supervisor',
      hint: 'Leave empty if 2 people will take these roles, as the Nursing and Midwifery Council expects. One person in both roles is an exception, and we record the reason.',
      missing: 'Enter why one person has to take both roles',
      optional: true,
      when: (answers) => ['nurse', 'midwife'].includes(professionOf(answers) ?? ''),
      changeWords: 'Change why one person takes both roles',
    }),
  ],
  rules: (answers) => {
    const spoke = numberIn(answers, 'spokeHours') ?? 0;
    const own = Math.max(1, numberIn(answers, 'namedDppHours') ?? 0);
    return spoke > 0 && spoke > hoursLeftOf(answers) - own
      ? [
          {
            field: 'spokeHours',
            message: `Hours at other sites must be ${Math.max(0, hoursLeftOf(answers) - own)} or fewer, because the DPP has to give at least ${own} of the hours`,
          },
        ]
      : [];
  },
});

/** Pages about what supervision is needed, when and where. */
export const requestNeeds = (system: Pick<ServiceSystem, 'settings'>): readonly QuestionStep[] => [
  prescribing,
  whenAndWhere(system),
];
