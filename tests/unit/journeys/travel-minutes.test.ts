import { describe, expect, it } from 'vitest';
import { checkJourney } from '../../../shared/journeys/check-journey.ts';
import { answersOfAsk, toAskForSupervision } from '../../../shared/journeys/request/ask-for-supervision.ts';
import type { Answers } from '../../../shared/journeys/question.ts';
import { journeyBodySchema } from '../../../shared/contracts/journey-body.ts';
import { aRequest, TODAY } from '../../support/builders.ts';
import { requestAnswers } from '../../support/journey/answers.ts';
import { kentRequest } from '../../support/journeys.ts';
import { kentAndMedway } from '../../support/kent-and-medway.ts';
import { organisationIndexOf } from '../../../shared/systems/organisations/organisation-index.ts';
import { kentAndMedwayOrganisations } from '../../support/kent-and-medway-organisations.ts';

const organisations = organisationIndexOf(kentAndMedwayOrganisations);

const convert = (changes: Answers) => kentRequest.former!.convert(requestAnswers(changes));
const errorsOf = (changes: Answers) =>
  checkJourney(kentRequest, convert(changes), TODAY).errors.map(
    ({ field, message }) => `${field}: ${message}`,
  );
const limitOf = (changes: Answers) => {
  const { maxMinutes, maxMiles } = toAskForSupervision(
    checkJourney(kentRequest, convert(changes), TODAY).answers,
    kentAndMedway,
    organisations,
    TODAY,
  );
  return [maxMinutes, maxMiles];
};

describe('the minutes that a learner would travel', () => {
  it('are 30 if nothing is answered, and otherwise as answered', () => {
    expect(limitOf({ outcode: 'ME4' })[0]).toBe(30);
    expect(limitOf({ outcode: 'ME4', maxMinutes: 75 })[0]).toBe(75);
  });

  it('are stored with the straight miles that version 0.2.0 reads instead', () => {
    expect(limitOf({ outcode: 'CT5', maxMinutes: 40 })).toEqual([40, 25]);
  });

  it.each([0, 301, 1.5])('cannot be %d', (maxMinutes) => {
    expect(errorsOf({ maxMinutes })).toHaveLength(1);
  });

  it('are shown for a request that stored miles only', () => {
    const { maxMinutes: _, ...older } = aRequest({ maxMiles: 10 });
    expect(answersOfAsk(older, kentAndMedway)).toMatchObject({ maxMinutes: 28 });
  });
});

describe('the miles of earlier versions', () => {
  it('are read as the minutes to the outcode within them that takes longest', () => {
    expect(limitOf({ outcode: 'CT5', maxMiles: 10 })[0]).toBe(40);
    expect(limitOf({ outcode: 'CT5 1AA', maxMiles: 9 })[0]).toBe(22);
  });

  it('give way to minutes where both are sent', () => {
    expect(limitOf({ outcode: 'CT5', maxMiles: 10, maxMinutes: 15 })[0]).toBe(15);
  });

  it.each([0, 101, 2.5, 'ten'])('cannot be %s', (maxMiles) => {
    expect(errorsOf({ maxMiles })).toEqual(['maxMinutes: Minutes of travel must be between 1 and 300']);
  });

  it('change nothing where the outcode is wrong, which has an error of its own', () => {
    expect(errorsOf({ outcode: 'M1', maxMiles: 10 })).toEqual([
      'outcode: Enter the first half of a postcode in Kent and Medway, like ME7',
    ]);
  });

  it('are a deprecated field of the JSON body', () => {
    const { maxMiles, maxMinutes } = journeyBodySchema(kentRequest).shape;
    expect(maxMiles?.meta()).toMatchObject({ deprecated: true });
    expect(maxMinutes?.meta()).not.toHaveProperty('deprecated');
  });
});
