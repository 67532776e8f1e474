import { NEVER_MORE } from '../../people/never-more.ts';
import { weekdays } from '../../reference/vocabulary.ts';
import { textIn } from '../answers.ts';
import { askCheckboxes, askDate, askHours, askNumber, askRadios } from '../question-builders.ts';
import { feeOptions, modeOptions, weekdayOptions } from '../supervision-options.ts';
import type { QuestionStep } from '../question.ts';

/** Page about the days, places and dates that the practitioner offers. */
export const registerOffer: readonly QuestionStep[] = [
  {
    slug: 'what-you-can-offer',
    title: 'What you can offer',
    questions: [
      askNumber({
        name: 'placesOffered',
        label: 'How many learners you can supervise at once',
        hint: `Most DPPs take 1 or 2. If you offer more, the programme team will talk to you first. Enter 0 if you cannot take a learner at the moment. ${NEVER_MORE}`,
        missing: 'Enter how many learners you can supervise at once',
        noun: 'Learners at once',
        min: 0,
        max: 20,
        changeWords: 'Change how many learners you can supervise at once',
      }),
      askHours({
        name: 'hoursPerWeek',
        label: 'Hours a week you can give a learner',
        hint: 'Learners usually need 90 hours in total.',
        missing: 'Enter how many hours a week you can give a learner',
        noun: 'Hours a week',
        min: 1,
        max: 40,
        changeWords: 'Change how many hours a week you can give',
      }),
      askCheckboxes({
        name: 'days',
        label: 'Days you can supervise on',
        options: weekdayOptions(weekdays),
        missing: 'Select the days you can supervise on',
        changeWords: 'Change the days you can supervise on',
      }),
      askRadios({
        name: 'mode',
        label: 'How you can supervise',
        options: modeOptions,
        missing: 'Select how you can supervise',
        changeWords: 'Change how you can supervise',
      }),
      askDate({
        name: 'availableFrom',
        label: 'When you can start',
        hint: 'Leave empty if you can start now. For example, 14 1 2027.',
        noun: 'Date you can start',
        monthAlone: 'first',
        missing: 'Enter the date you can start',
        optional: true,
        changeWords: 'Change when you can start',
      }),
      askDate({
        name: 'availableTo',
        label: 'The last day you can offer',
        hint: 'Leave empty if you have no last day. For example, 31 7 2028.',
        noun: 'Last day you can offer',
        monthAlone: 'last',
        missing: 'Enter the last day you can offer',
        optional: true,
        changeWords: 'Change the last day you can offer',
      }),
      askRadios({
        name: 'fee',
        label: 'Whether you ask for payment',
        hint: 'You have to declare a payment as an interest. It does not change who we match you with.',
        options: feeOptions,
        missing: 'Select whether you ask for payment',
        changeWords: 'Change whether you ask for payment',
      }),
    ],
    rules: (answers, today) => {
      const from = textIn(answers, 'availableFrom');
      const to = textIn(answers, 'availableTo');
      if (to === undefined) return [];
      if (to <= today)
        return [{ field: 'availableTo', message: 'Last day you can offer must be in the future' }];
      return from !== undefined && to < from
        ? [{ field: 'availableTo', message: 'Last day you can offer must be after the day you can start' }]
        : [];
    },
  },
];
