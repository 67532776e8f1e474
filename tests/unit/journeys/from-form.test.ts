import { describe, expect, it } from 'vitest';
import { parseForm } from '../../../shared/journeys/parse-form.ts';
import { askDate, askHours } from '../../../shared/journeys/question-builders.ts';
import type { Answers } from '../../../shared/journeys/question.ts';
import { checkStep } from '../../../shared/journeys/check-journey.ts';
import { formValues } from '../../../shared/journeys/form-values.ts';
import { TODAY } from '../../support/builders.ts';
import { registerAnswers, requestAnswers } from '../../support/journey/answers.ts';
import { kentRegistration, kentRequest } from '../../support/journeys.ts';

const start = askDate({
  name: 'start',
  label: 'Start',
  noun: 'Start',
  missing: 'Enter the start',
  changeWords: '',
});
const step = { slug: 'start', title: 'Start', questions: [start] };

const read = (day: string, month: string, year: string) => {
  const form = { 'start-day': [day], 'start-month': [month], 'start-year': [year] };
  const { answers, errors } = checkStep(step, parseForm([start], form), TODAY);
  return errors[0]?.message ?? answers['start'];
};

describe('a date in three boxes', () => {
  it.each([
    ['14', '1', '2027', '2027-01-14'],
    [' 4 ', '01', '2027', '2027-01-04'],
    ['4', 'Jan', '2027', '2027-01-04'],
    ['4', 'september', '27', '2027-09-04'],
    ['29', '2', '2028', '2028-02-29'],
    ['1st', '9', '2027', '2027-09-01'],
    ['1/9/27', '', '', '2027-09-01'],
    ['01.09.2027', '', '', '2027-09-01'],
    ['', '', '1 September 2027', '2027-09-01'],
  ])('%s %s %s is read as %s', (day, month, year, expected) => {
    expect(read(day, month, year)).toBe(expected);
  });

  it.each([
    ['', '', '', 'Enter the start'],
    ['1', '', '2027', 'Start must include a month'],
    ['', '', '2027', 'Start must include a day and a month'],
    [
      '',
      '9',
      '2027',
      'Start must include a day. If you do not know it yet, enter the first day of the month',
    ],
    ['31', '2', '2027', 'Start must be a real date, like 14 1 2027'],
    ['1', 'Janvier', 'soon', 'Start must be a real date, like 14 1 2027'],
    ['1', '1', '1827', 'Start must be a real date, like 14 1 2027'],
  ])('%s %s %s is answered: %s', (day, month, year, expected) => {
    expect(read(day, month, year)).toBe(expected);
  });
});

it('reads a date of JSON like one of a form', () => {
  for (const written of ['2027-09-01', '1/9/2027', '1st September 2027']) {
    const { answers } = checkStep(step, { start: written }, TODAY);
    expect(answers['start'], written).toBe('2027-09-01');
  }
});

describe('the fields of a form', () => {
  it.each([
    [kentRegistration, registerAnswers({ availableTo: '2028-07-31', phone: '01634 496 000' })],
    [kentRequest, requestAnswers({ maxMinutes: 45 })],
  ])('carry every answer there and back', (journey, answers) => {
    for (const { questions } of journey.steps) {
      const fields = Object.entries(formValues(questions, answers));
      const form = Object.fromEntries(fields.map(([name, value]) => [name, [value].flat()]));
      const names = new Set(questions.map(({ name }) => name));
      const own = Object.fromEntries(Object.entries(answers).filter(([name]) => names.has(name)));
      expect(parseForm(questions, form)).toEqual(own);
    }
  });
});

describe('hours', () => {
  const hours = askHours({
    name: 'hours',
    label: 'Hours',
    noun: 'Hours',
    missing: 'Enter the hours',
    changeWords: '',
    min: 1,
    max: 400,
  });
  const asked = { slug: 'hours', title: 'Hours', questions: [hours] };
  const inForm = (written: string) => parseForm([hours], { hours: [written] });
  const judged = (given: Answers) => {
    const { answers, errors } = checkStep(asked, given, TODAY);
    return errors[0]?.message ?? answers['hours'];
  };

  it.each([
    ['7.5', 7.5],
    ['37.5', 37.5],
    ['90 hours', 90],
    ['7h30', 7.5],
    ['22.25', 22.25],
    ['', 'Enter the hours'],
    ['several', 'Hours must be a number of hours, like 7.5 or 90'],
    ['7.3', 'Hours must be in quarters of an hour, like 7.25, 7.5 or 7.75'],
    ['7h20', 'Hours must be in quarters of an hour, like 7.25, 7.5 or 7.75'],
    ['0', 'Hours must be between 1 and 400'],
    ['401', 'Hours must be between 1 and 400'],
  ])('“%s” are read alike in a form and in JSON: %s', (written, expected) => {
    expect(judged(inForm(written))).toBe(expected);
    expect(judged(written === '' ? {} : { hours: written })).toBe(expected);
  });

  it('are taken as a number in JSON', () => {
    expect(judged({ hours: 7.5 })).toBe(7.5);
  });
});
