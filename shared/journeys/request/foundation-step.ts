import { settings } from '../../reference/settings.ts';
import { textIn } from '../answers.ts';
import { askEmail, askNumber, askOutcode, askRadios, askText, optionsOf } from '../question-builders.ts';
import type { ServiceSystem } from '../../systems/service-system.ts';
import type { QuestionStep } from '../question.ts';
import { isKind } from './kind-steps.ts';

const WEEKS_OF_A_YEAR = 52;

const rotationFields = {
  rotationSetting: 'Select the sector of the rotation',
  rotationOutcode: 'Enter the first half of the postcode of the rotation',
  rotationWeeks: 'Enter the weeks of the rotation',
} as const;

/** Page about the designated supervisor and the rotation of a foundation trainee, which are recorded and not matched. */
export const foundationYear = (system: ServiceSystem): QuestionStep => {
  const when = isKind('foundation-year');
  return {
    slug: 'foundation-year',
    title: 'Designated supervisor and rotation',
    questions: [
      askText({
        name: 'designatedSupervisorName',
        label: 'Name of the designated supervisor',
        hint: 'The designated supervisor may be the DPP too. Leave empty if nobody is named yet.',
        missing: 'Enter the name of the designated supervisor',
        optional: true,
        when,
        changeWords: 'Change the name of the designated supervisor',
      }),
      askEmail({
        name: 'designatedSupervisorEmail',
        label: 'Work email address of the designated supervisor',
        missing: 'Enter the work email address of the designated supervisor',
        optional: true,
        when,
        changeWords: 'Change the email address of the designated supervisor',
      }),
      askRadios({
        name: 'rotationSetting',
        as: 'select',
        label: 'Sector of the rotation',
        hint: 'Leave these three empty if no rotation is planned yet.',
        options: optionsOf(settings),
        missing: rotationFields.rotationSetting,
        optional: true,
        when,
        changeWords: 'Change the sector of the rotation',
      }),
      askOutcode(system, {
        name: 'rotationOutcode',
        label: 'Where the rotation is',
        hint: `The first half of the postcode, like ${system.searchExamples[0]}.`,
        missing: rotationFields.rotationOutcode,
        optional: true,
        when,
        changeWords: 'Change where the rotation is',
      }),
      askNumber({
        name: 'rotationWeeks',
        label: 'Weeks of the rotation',
        hint: 'At least 13 weeks are expected for trainees who start from 2027. We have not confirmed this number.',
        missing: rotationFields.rotationWeeks,
        noun: 'Weeks of the rotation',
        min: 1,
        max: WEEKS_OF_A_YEAR,
        optional: true,
        when,
        changeWords: 'Change the weeks of the rotation',
      }),
    ],
    rules: (answers) => {
      if (!when(answers)) return [];
      const rotation = Object.entries(rotationFields);
      const some = rotation.some(([field]) => answers[field] !== undefined);
      const lacksName =
        textIn(answers, 'designatedSupervisorName') === undefined &&
        textIn(answers, 'designatedSupervisorEmail') !== undefined;
      return [
        ...(lacksName
          ? [{ field: 'designatedSupervisorName', message: 'Enter the name of the designated supervisor' }]
          : []),
        ...rotation.flatMap(([field, message]) =>
          some && answers[field] === undefined ? [{ field, message }] : [],
        ),
      ];
    },
  };
};
