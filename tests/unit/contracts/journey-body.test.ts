import { describe, expect, it } from 'vitest';
import { registrationBodySchema } from '../../../shared/contracts/registration-body.ts';
import { requestBodySchema } from '../../../shared/contracts/request-body.ts';
import { registerAnswers, requestAnswers } from '../../support/journey/answers.ts';
import { kentAndMedway } from '../../support/kent-and-medway.ts';

describe('the published schema of a JSON body', () => {
  it('takes what the journeys take', () => {
    expect(registrationBodySchema(kentAndMedway).safeParse(registerAnswers()).success).toBe(true);
    expect(requestBodySchema(kentAndMedway).safeParse(requestAnswers()).success).toBe(true);
  });

  it('refuses a field that no question asks for', () => {
    expect(
      requestBodySchema(kentAndMedway).safeParse({ ...requestAnswers(), dateOfBirth: '1990-01-01' }).success,
    ).toBe(false);
  });
});
