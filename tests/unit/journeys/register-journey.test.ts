import { describe, expect, it } from 'vitest';
import { checkJourney } from '../../../shared/journeys/check-journey.ts';
import {
  answersOfOffer,
  toOfferOfSupervision,
} from '../../../shared/journeys/register/offer-of-supervision.ts';
import { createPractitioner } from '../../../shared/people/create-practitioner.ts';
import { NOW, TODAY } from '../../support/builders.ts';
import { registerAnswers } from '../../support/journey/answers.ts';
import { kentRegistration } from '../../support/journeys.ts';
import { kentAndMedway } from '../../support/kent-and-medway.ts';
import { kentAndMedwayOrganisations } from '../../support/kent-and-medway-organisations.ts';
import { organisationIndexOf } from '../../../shared/systems/organisations/organisation-index.ts';

const organisations = organisationIndexOf(kentAndMedwayOrganisations);

const check = (changes: Parameters<typeof registerAnswers>[0] = {}) =>
  checkJourney(kentRegistration, registerAnswers(changes), TODAY);

const messages = (changes: Parameters<typeof registerAnswers>[0]) =>
  check(changes).errors.map(({ field, message }) => `${field}: ${message}`);

const practitioner = (changes: Parameters<typeof registerAnswers>[0] = {}) =>
  createPractitioner(
    toOfferOfSupervision(check(changes).answers, kentAndMedway, organisations, TODAY),
    'dpp1',
    'publish-1',
    NOW,
  );

describe('the registration of a DPP', () => {
  it('takes good answers', () => {
    expect(check().errors).toEqual([]);
  });

  it('gives an error for every missing answer, in the order of the questions', () => {
    const { errors } = checkJourney(kentRegistration, {}, TODAY);
    expect(errors.map(({ message }) => message)).toEqual([
      'Enter your full name',
      'Enter your work email address',
      'Select your profession',
      'Enter your registration number',
      'Enter how many years you have prescribed',
      'Select yes if you prescribe for patients in your work now',
      'Enter how many learners you have supervised before',
      'Select what you have done to prepare, or “None yet”',
      'Enter the name of your organisation',
      'Enter the first half of the postcode where you practise',
      'Select your setting',
      'Select your main clinical area',
      'Select who you can supervise',
      'Select the kinds of learner you can supervise',
      'Select the roles you can take',
      'Enter how many learners you can supervise at once',
      'Enter how many hours a week you can give a learner',
      'Select the days you can supervise on',
      'Select how you can supervise',
      'Select whether you ask for payment',
      'Select yes if your employer agrees that you can supervise',
      'Tick the box to agree that we publish your listing',
    ]);
  });

  it.each([
    [{ email: 'amara@' }, 'email: Enter an email address in the correct format, like name@example.com'],
    [{ outcode: 'SW1A' }, 'outcode: Enter the first half of a postcode in Kent and Medway, like ME7'],
    [{ placesOffered: 1.5 }, 'placesOffered: Learners at once must be a whole number'],
    [{ placesOffered: 99 }, 'placesOffered: Learners at once must be between 0 and 20'],
    [{ annotationYear: 2030 }, 'annotationYear: Year of annotation must not be in the future'],
    [{ availableTo: TODAY }, 'availableTo: Last day you can offer must be in the future'],
    [
      { availableFrom: '2027-05-01', availableTo: '2027-04-30' },
      'availableTo: Last day you can offer must be after the day you can start',
    ],
    [{ leavingOn: '2026-01-01' }, 'leavingOn: Date you plan to leave must be in the future'],
    [{ nextYear: 'no' }, 'nextYearReason: Select the main reason why you would not supervise next year'],
    [
      { employerApprover: 'Erin Employer' },
      'employerApproverEmail: Enter the work email address of the person who agreed',
    ],
    [
      { backUpName: 'Bea Back-up' },
      'backUpEmail: Enter the work email address of the person who could step in',
    ],
    [{ backUpEmail: 'amara@dpp.example' }, 'backUpEmail: Enter the email address of somebody else'],
    [{ backUpEmail: 'AMARA@dpp.example' }, 'backUpEmail: Enter the email address of somebody else'],
    [{ backUpEmail: 'amara+me@dpp.example' }, 'backUpEmail: Enter the email address of somebody else'],
    [{ name: 'A\r\nB' }, 'name: Your full name must be on one line'],
    [{ phone: 'call me' }, 'phone: Enter a phone number, like 01634 496 000'],
    [{ organisation: '***' }, 'organisation: Enter the name of your organisation'],
  ])('refuses %o with the words beside the field', (changes, expected) => {
    expect(messages(changes)).toEqual([expected]);
  });

  it('explains the number of a dispensing optician instead of calling it wrong', () => {
    const [error] = check({ profession: 'optometrist', registrationNumber: 'D-12345' }).errors;
    expect(error).toMatchObject({ field: 'registrationNumber', rule: 'dispensing-optician' });
    expect(error?.message).toContain('dispensing opticians, who cannot prescribe');
  });

  it('asks for a justification under three years, flags it and never refuses it', () => {
    expect(messages({ yearsPrescribing: 2 })).toEqual([
      'justification: Enter why you are ready to be a DPP with less than 3 years of prescribing',
    ]);
    const early = practitioner({ yearsPrescribing: 2, justification: 'I prescribe daily.' });
    expect(early).toMatchObject({ flags: ['under-three-years'], justification: 'I prescribe daily.' });
    expect(practitioner({ yearsPrescribing: 3, justification: 'Not asked.' })).not.toHaveProperty(
      'justification',
    );
  });

  it('flags more than two places, an employer who does not agree and a fee, and takes them all', () => {
    const flagged = practitioner({ placesOffered: 3, employerApproval: false, fee: 'ask' });
    expect(flagged.flags).toEqual(['more-than-two-places', 'no-employer-approval', 'payment-interest']);
  });

  it('does not ask doctors for an annotation', () => {
    const doctor = { profession: 'doctor', registrationNumber: 'C7654321', annotationYear: 2010 };
    expect(practitioner(doctor)).toMatchObject({ regulator: 'gmc', registrationNumber: '7654321' });
    expect(practitioner(doctor)).not.toHaveProperty('annotationYear');
  });

  it('fills in defaults and recognises the organisation by its usual spelling', () => {
    expect(
      practitioner({ organisation: 'medway nhs foundation trust', secondOutcode: 'ct1 1aa' }),
    ).toMatchObject({
      availableFrom: TODAY,
      areas: ['cardiovascular', 'lipids'],
      organisation: { id: 'ods-rpa', name: 'Medway NHS Foundation Trust' },
      sites: [
        { outcode: 'ME7', town: 'Gillingham', place: 'medway-swale' },
        { outcode: 'CT1', town: 'Canterbury', place: 'east-kent' },
      ],
    });
  });

  it('comes back as the same answers when they are shown again', () => {
    const again = toOfferOfSupervision(answersOfOffer(practitioner()), kentAndMedway, organisations, TODAY);
    expect(createPractitioner(again, 'dpp1', 'publish-1', NOW)).toEqual(practitioner());
  });
});
