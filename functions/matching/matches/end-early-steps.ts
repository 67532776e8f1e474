import { endCauses } from '../../../shared/matches/end-causes.ts';
import { endCauseIdSchema, type Ending } from '../../../shared/matches/ending.ts';
import type { CurrentMatch } from '../../../shared/matches/match.ts';
import type { Side } from '../../../shared/matches/match-feedback.ts';
import { numberIn } from '../../../shared/journeys/answers.ts';
import { askHours, askRadios } from '../../../shared/journeys/question-builders.ts';
import type { Answers, QuestionStep } from '../../../shared/journeys/question.ts';
import { areYouSureStep } from '../../web/forms/are-you-sure-step.ts';

/**
 * Asks why one match ends, with the reasons that fit the side, and how many hours were done.
 * @param title names the other person
 */
export const endEarlyStep = (match: CurrentMatch, side: Side, title: string): QuestionStep => ({
  slug: `end-${match.id}`,
  title,
  questions: [
    askRadios({
      name: 'reason',
      label: 'Why does it end?',
      missing: 'Select why it ends',
      changeWords: 'Change why it ends',
      options: endCauses.flatMap(({ id, [side]: label }) =>
        label === undefined ? [] : [{ value: id, label }],
      ),
    }),
    askHours({
      name: 'hoursDone',
      label: 'How many supervised hours were done?',
      hint: `${match.hours} were agreed. We filled in what would be done by today if the hours were spread evenly. Change it if it is another number.`,
      missing: 'Enter how many hours were done, 0 if none',
      noun: 'Hours done',
      min: 0,
      max: match.hours,
      changeWords: 'Change how many hours were done',
    }),
  ],
});

/** Asks whether somebody is sure, after the other answers. */
export const endEarlySureStep = (match: CurrentMatch, title: string): QuestionStep =>
  areYouSureStep(`end-${match.id}`, title, 'Yes, end it');

/** Converts the validated answers to what a side says about the end. */
export const endingIn = (answers: Answers, by: Side): Ending => ({
  by,
  cause: endCauseIdSchema.parse(answers['reason']),
  hoursDone: numberIn(answers, 'hoursDone') ?? 0,
});
