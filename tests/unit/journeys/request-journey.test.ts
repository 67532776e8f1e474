import { describe, expect, it } from 'vitest';
import { createRequest } from '../../../shared/requests/create-request.ts';
import { seatsWanted } from '../../../shared/requests/seats-wanted.ts';
import { checkJourney } from '../../../shared/journeys/check-journey.ts';
import { formerConflicts } from '../../../shared/journeys/request/former-conflicts.ts';
import { answersOfAsk, toAskForSupervision } from '../../../shared/journeys/request/ask-for-supervision.ts';
import { NOW, TODAY } from '../../support/builders.ts';
import { requestAnswers } from '../../support/journey/answers.ts';
import { kentRequest } from '../../support/journeys.ts';
import { kentAndMedway } from '../../support/kent-and-medway.ts';
import { kentAndMedwayOrganisations } from '../../support/kent-and-medway-organisations.ts';
import { organisationIndexOf } from '../../../shared/systems/organisations/organisation-index.ts';

const organisations = organisationIndexOf(kentAndMedwayOrganisations);

type Changes = Parameters<typeof requestAnswers>[0];

const check = (changes: Changes = {}) => checkJourney(kentRequest, requestAnswers(changes), TODAY);
const messages = (changes: Changes) =>
  check(changes).errors.map(({ field, message }) => `${field}: ${message}`);
const ask = (changes: Changes = {}) =>
  toAskForSupervision(check(changes).answers, kentAndMedway, organisations, TODAY);
const seats = (changes: Changes = {}) =>
  seatsWanted(ask(changes), 'req1').map(({ role, hours }) => [role, hours]);

const nurse = { profession: 'nurse', learnerType: 'v300', registrationNumber: '01A2345N' };

describe('a request for a DPP', () => {
  it('takes good answers', () => {
    expect(check().errors).toEqual([]);
  });

  it('never asks for a date of birth, a home address, a nationality or a National Insurance number', () => {
    const names = kentRequest.steps.flatMap(({ questions }) => questions.map(({ name }) => name));
    expect(names.filter((name) => /birth|home|address|national|insurance|gender|ethnic/i.test(name))).toEqual(
      [],
    );
  });

  it('fills in hours, minutes, the end of supervision and the day the signature is needed', () => {
    expect(ask()).toMatchObject({
      hours: 90,
      maxMinutes: 30,
      courseEnd: '2027-08-02',
      applicationsClose: '2027-01-18',
      signOffNeededBy: '2027-01-04',
      namedDppHours: 0,
      spokeHours: 0,
    });
    expect(ask({ learnerType: 'conversion' })).toMatchObject({ hours: 15 });
  });

  it('needs the signature by the closing day where 14 days before it has passed', () => {
    expect(ask({ applicationsClose: '2026-11-30' })).toMatchObject({ signOffNeededBy: '2026-11-30' });
  });

  it.each<[Changes, string]>([
    [
      { courseStart: TODAY, applicationsClose: TODAY },
      'courseStart: The date when your course starts must be in the future. If it has started, go back to the first page and select that the learner is already on the course',
    ],
    [{ courseStart: '2031-01-01' }, 'courseStart: The date when your course starts must be within 3 years'],
    [
      { courseStart: '2027-02-30' },
      'courseStart: The date when your course starts must be a real date, like 14 1 2027',
    ],
    [
      { courseEnd: '2027-02-01' },
      'courseEnd: The date when supervision has to be finished must be after the course starts',
    ],
    [
      { applicationsClose: '2027-02-02' },
      'applicationsClose: The date when applications close must not be after the course starts',
    ],
    [
      { signOffNeededBy: '2027-01-19' },
      'signOffNeededBy: The date when you need the DPP’s signature must not be after applications close',
    ],
    [
      { namedDppHours: 91 },
      'namedDppHours: Hours with the named DPP must not be more than the supervised hours',
    ],
    [{ learnerType: 'v300' }, 'learnerType: Select a kind of learner that fits the profession'],
    [{ registrationNumber: undefined }, 'registrationNumber: Enter the registration number'],
    [{ nmpLeadName: undefined }, 'nmpLeadName: Enter the name of the employer’s prescribing lead'],
    [
      { conflicts: [{ kinds: ['line-manager'] }] },
      'conflicts: Enter the name or work email address of each person',
    ],
    [
      { conflicts: [{ name: 'Amara Example', kinds: [] }] },
      'conflicts: Select the conflict of interest with each person',
    ],
    [
      { conflicts: Array.from({ length: 5 }, () => ({ name: 'Amara', kinds: ['line-manager'] })) },
      'conflicts: Enter 4 people or fewer',
    ],
    [
      { namedDppHours: 30, spokeHours: 61 },
      'spokeHours: Hours at other sites must be 60 or fewer, because the DPP has to give at least 30 of the hours',
    ],
  ])('refuses %o with the words beside the field', (changes, expected) => {
    expect(messages(changes)[0]).toBe(expected);
  });

  it('asks a foundation trainee for no registration number', () => {
    expect(messages({ learnerType: 'foundation-pharmacist', registrationNumber: undefined })).toEqual([]);
  });

  it('accepts an employer who does not yet know the learner', () => {
    const changes = { requestedBy: 'employer', registrationNumber: undefined };
    expect(messages(changes)).toEqual([]);
    expect(messages({ ...changes, learnerName: 'Lee Learner' })).toEqual([
      'registrationNumber: Enter the registration number',
    ]);
  });

  it('lets a dietitian ask', () => {
    const dietitian = {
      profession: 'dietitian',
      learnerType: 'allied-health',
      registrationNumber: 'DT12345',
    };
    expect(messages(dietitian)).toEqual([]);
  });

  it('declares each tie with each person', () => {
    const conflicts = [
      { name: 'Amara Example', email: 'amara@dpp.example', kinds: ['line-manager', 'sponsors-the-place'] },
      { email: 'bo@dpp.example', kinds: ['relative-or-close-tie'] },
    ];
    const amara = { name: 'Amara Example', address: 'amara@dpp.example', decision: { is: 'undecided' } };
    expect(ask({ conflicts }).conflicts).toEqual([
      { kind: 'line-manager', ...amara },
      { kind: 'sponsors-the-place', ...amara },
      { kind: 'relative-or-close-tie', address: 'bo@dpp.example', decision: { is: 'undecided' } },
    ]);
    expect(answersOfAsk(ask({ conflicts }), kentAndMedway)['conflicts']).toEqual(conflicts);
  });

  it.each([
    ['Amara Example, my manager', { name: 'Amara Example, my manager' }],
    ['Amara <amara@dpp.example>', { address: 'Amara <amara@dpp.example>' }],
  ])('still reads the free text of 0.1.0, as written: %s', (who, person) => {
    const former = { conflictKinds: ['line-manager', 'sponsors-the-place'], conflictWith: who };
    const answers = formerConflicts.convert(former);
    expect(answers).toEqual({ conflicts: [{ who, kinds: former.conflictKinds }] });
    const old = { ...person, oldText: true, decision: { is: 'undecided' } };
    expect(ask(answers).conflicts).toEqual([
      { kind: 'line-manager', ...old },
      { kind: 'sponsors-the-place', ...old },
    ]);
    expect(answersOfAsk(ask(answers), kentAndMedway)['conflicts']).toEqual(answers['conflicts']);
  });

  it('keeps the list of people where both forms are sent, and nothing where neither is', () => {
    const conflicts = [{ name: 'Bo', kinds: ['line-manager'] }];
    expect(
      formerConflicts.convert({ conflicts, conflictKinds: ['line-manager'], conflictWith: 'Al' }),
    ).toEqual({
      conflicts,
    });
    expect(formerConflicts.convert({ conflictKinds: [], email: 'x@y.example' })).toEqual({
      email: 'x@y.example',
    });
  });

  it('comes back as the same request when its answers are shown again', () => {
    const request = createRequest(ask(), 'req1', 'request-1', NOW);
    expect(
      toAskForSupervision(answersOfAsk(request, kentAndMedway), kentAndMedway, organisations, TODAY),
    ).toEqual(ask());
  });
});

describe('the seats of a request', () => {
  it('are one DPP for a pharmacist', () => {
    expect(seats()).toEqual([['dpp', 90]]);
  });

  it('are two people for nurses and midwives, the assessor with the hours that the university names', () => {
    expect(seats(nurse)).toEqual([
      ['practice-assessor', 30],
      ['practice-supervisor', 60],
    ]);
    expect(seats({ ...nurse, profession: 'midwife', namedDppHours: 10 })).toEqual([
      ['practice-assessor', 10],
      ['practice-supervisor', 80],
    ]);
  });

  it('are one person for a nurse only with a reason', () => {
    expect(seats({ ...nurse, onePersonReason: 'A single prescriber on the island.' })).toEqual([
      ['practice-assessor', 90],
    ]);
  });

  it('leave some of the hours to spoke supervisors in a learning hub', () => {
    expect(seats({ spokeHours: 40 })).toEqual([
      ['dpp', 50],
      ['spoke-supervisor', 40],
    ]);
  });

  it('have ids of their own', () => {
    const ids = seatsWanted(ask({ ...nurse, spokeHours: 20 }), 'req1').map(({ id }) => id);
    expect(new Set(ids).size).toBe(3);
  });
});
