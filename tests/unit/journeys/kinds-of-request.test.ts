import { describe, expect, it } from 'vitest';
import { askedIn, checkJourney, stepsFor } from '../../../shared/journeys/check-journey.ts';
import { answersOfAsk, toAskForSupervision } from '../../../shared/journeys/request/ask-for-supervision.ts';
import { seatsWanted } from '../../../shared/requests/seats-wanted.ts';
import { organisationIndexOf } from '../../../shared/systems/organisations/organisation-index.ts';
import type { Answers } from '../../../shared/journeys/question.ts';
import { TODAY } from '../../support/builders.ts';
import { foundationAnswers, onCourseAnswers, requestAnswers } from '../../support/journey/answers.ts';
import { kentRequest } from '../../support/journeys.ts';
import { kentAndMedway } from '../../support/kent-and-medway.ts';
import { kentAndMedwayOrganisations } from '../../support/kent-and-medway-organisations.ts';

const organisations = organisationIndexOf(kentAndMedwayOrganisations);

const messages = (answers: Answers, today = TODAY) =>
  checkJourney(kentRequest, answers, today).errors.map(({ field, message }) => `${field}: ${message}`);
const ask = (answers: Answers, today = TODAY) =>
  toAskForSupervision(checkJourney(kentRequest, answers, today).answers, kentAndMedway, organisations, today);
const refusalOf = (answers: Answers) =>
  stepsFor(kentRequest, answers)
    .map((step) => step.notForYou?.(answers))
    .find((refusal) => refusal !== undefined);

const without = (answers: Answers, names: readonly string[]): Answers =>
  Object.fromEntries(Object.entries(answers).filter(([name]) => !names.includes(name)));

/** The answers without those that the form marks as optional: a question is one control or one group of radios. */
const leastOf = (answers: Answers): Answers =>
  without(answers, [
    ...stepsFor(kentRequest, answers).flatMap((step) =>
      askedIn(step, answers).flatMap(({ name, optional }) =>
        optional === true && name !== 'registrationNumber' ? [name] : [],
      ),
    ),
  ]);

const optometrist = {
  profession: 'optometrist',
  learnerType: undefined,
  registrationNumber: '01-12345',
  applicationsClose: undefined,
};

const kinds = {
  'before a course': requestAnswers(),
  'before a course of optometrists': requestAnswers(optometrist),
  'in the foundation year': foundationAnswers({
    designatedSupervisorName: 'Sue Pervisor',
    designatedSupervisorEmail: 'sue@learner.example',
    rotationSetting: 'general-practice',
    rotationOutcode: 'ME7',
    rotationWeeks: 13,
  }),
  'already on the course': onCourseAnswers(),
} as const;

describe.each(Object.entries(kinds))('a request %s', (_, answers) => {
  it('is accepted', () => {
    expect(messages(answers)).toEqual([]);
  });

  it('comes back as the same request when its answers are shown again', () => {
    const asked = ask(answers);
    const again = answersOfAsk(asked, kentAndMedway);
    expect(toAskForSupervision(again, kentAndMedway, organisations, TODAY)).toEqual(asked);
  });

  it('asks at most 14 questions that must be answered', () => {
    const least = leastOf(answers);
    expect(messages(least)).toEqual([]);
    for (const name of Object.keys(least))
      expect(messages(without(least, [name])), name).toContainEqual(expect.stringMatching(`^${name}: `));
    expect(Object.keys(least).length).toBeLessThanOrEqual(14);
  });
});

describe('a foundation trainee', () => {
  it('has no university, no application and no closing date', () => {
    expect(ask(foundationAnswers())).toMatchObject({
      kind: 'foundation-year',
      profession: 'pharmacist',
      learnerType: 'foundation-pharmacist',
      courseStart: '2027-07-26',
      courseEnd: '2028-07-24',
      signOffNeededBy: '2027-10-25',
      hours: 90,
    });
    expect(Object.keys(ask(foundationAnswers()))).not.toEqual(
      expect.arrayContaining(['university', 'applicationsClose']),
    );
  });

  it('may name another end, and the day by which a DPP is needed', () => {
    const changes = { courseEnd: '2028-12-31', signOffNeededBy: '2027-09-30' };
    expect(ask(foundationAnswers(changes))).toMatchObject(changes);
  });

  it('needs a DPP within 14 days where 13 weeks of the year have passed', () => {
    expect(ask(foundationAnswers({ courseStart: '2026-07-27' }))).toMatchObject({
      signOffNeededBy: '2026-12-05',
    });
  });

  it('on interim outcomes is told that no DPP is needed', () => {
    expect(refusalOf(foundationAnswers({ outcomes: 'interim' }))?.code).toBe('no-dpp-needed');
    expect(refusalOf(foundationAnswers())).toBeUndefined();
  });

  it('may name a designated supervisor and a rotation, which become no seats', () => {
    const asked = ask(kinds['in the foundation year']);
    expect(asked).toMatchObject({
      designatedSupervisorName: 'Sue Pervisor',
      designatedSupervisorEmail: 'sue@learner.example',
      rotation: { site: { outcode: 'ME7' }, setting: 'general-practice', weeks: 13 },
    });
    expect(seatsWanted(asked, 'req1').map(({ role, hours }) => [role, hours])).toEqual([['dpp', 90]]);
  });

  it('is asked for the rest of a rotation, and for the name of a designated supervisor', () => {
    expect(messages(foundationAnswers({ rotationWeeks: 13 }))).toEqual([
      'rotationSetting: Select the sector of the rotation',
      'rotationOutcode: Enter the first half of the postcode of the rotation',
    ]);
    expect(messages(foundationAnswers({ designatedSupervisorEmail: 'sue@learner.example' }))).toEqual([
      'designatedSupervisorName: Enter the name of the designated supervisor',
    ]);
  });

  it('who is sent as JSON of version 0.4.0 without a university needs no kind', () => {
    const { kind, outcomes, ...former } = foundationAnswers({
      profession: 'pharmacist',
      learnerType: 'foundation-pharmacist',
    });
    expect([kind, outcomes]).toEqual(['foundation-year', 'full']);
    expect(messages(kentRequest.former!.convert(former))).toEqual([]);
    expect(ask(kentRequest.former!.convert(former))).toEqual(ask(foundationAnswers()));
  });
});

describe('a learner who is already on the course', () => {
  it('asks for the hours that are left, and needs a DPP within 14 days', () => {
    const asked = ask(onCourseAnswers());
    expect(asked).toMatchObject({
      kind: 'on-course',
      university: 'medway',
      courseStart: '2026-09-14',
      courseEnd: '2027-03-15',
      hours: 90,
      hoursDone: 30,
      lostDpp: 'left',
      signOffNeededBy: '2026-12-05',
    });
    expect(asked.applicationsClose).toBeUndefined();
    expect(seatsWanted(asked, 'req1').map(({ hours }) => hours)).toEqual([60]);
  });

  it('needs a DPP no later than the last day of supervision', () => {
    expect(ask(onCourseAnswers({ courseEnd: '2026-11-30' })).signOffNeededBy).toBe('2026-11-30');
  });

  it.each<[Parameters<typeof onCourseAnswers>[0], string]>([
    [{ lostDpp: undefined }, 'lostDpp: Select what happened to the first DPP'],
    [{ hoursDone: undefined }, 'hoursDone: Enter the supervised hours done so far'],
    [{ hoursDone: 90 }, 'hoursDone: Hours done so far must be fewer than the supervised hours in all'],
    [
      { courseStart: '2026-11-22' },
      'courseStart: The date when your course started must be today or in the past. If it has not started, go back to the first page and select that',
    ],
    [
      { courseStart: '2026-04-01' },
      'courseEnd: Enter a date in the future by which supervision has to be finished',
    ],
  ])('is told what is missing or wrong: %o', (changes, expected) => {
    expect(messages(onCourseAnswers(changes))).toEqual([expected]);
  });
});

it('an optometrist names the DPP after admission, so no closing date is asked', () => {
  const asked = ask(requestAnswers(optometrist));
  expect(asked).toMatchObject({ learnerType: 'optometrist', hours: 90, signOffNeededBy: '2027-02-01' });
  expect(asked.applicationsClose).toBeUndefined();
});

it('a nurse on a V150 course asks for 65 hours', () => {
  const nurse = { profession: 'nurse', learnerType: 'community-v100-v150', registrationNumber: '12A3456E' };
  expect(ask(requestAnswers(nurse)).hours).toBe(65);
});

it('a kind that is not known is refused by its field', () => {
  expect(messages(requestAnswers({ kind: 'sabbatical' }))).toEqual([
    'kind: Select when and why the learner needs a DPP',
  ]);
});
