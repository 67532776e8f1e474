import { describe, expect, it } from 'vitest';
import { formulaTravel } from '../../../shared/geography/formula-travel.ts';
import { registerJourney } from '../../../shared/journeys/register/register-journey.ts';
import { parseForm } from '../../../shared/journeys/parse-form.ts';
import { toAskForSupervision } from '../../../shared/journeys/request/ask-for-supervision.ts';
import { balanceKey, contextWithoutHistory } from '../../../shared/matching/query/seat-query.ts';
import { judge } from '../../../shared/matching/judge.ts';
import { policy, policyOf } from '../../../shared/matching/policy.ts';
import { balances } from '../../../shared/matching/reciprocity.ts';
import { requirementPolicyOf } from '../../../shared/matching/requirements/requirement-policy.ts';
import { ledgerHistoryOf } from '../../../shared/matches/ledger.ts';
import { roundPolicy, roundPolicyOf } from '../../../shared/rounds/round-policy.ts';
import { publishedSystemFrom } from '../../../shared/systems/published-system.ts';
import { commonSettings } from '../../../shared/systems/service-settings.ts';
import { serviceSystemFrom } from '../../../shared/systems/service-system.ts';
import { isPublic } from '../../../shared/directory/is-public.ts';
import { addDays } from '../../../shared/kernel/time.ts';
import { riverlands as folder } from '../../support/broken-system.ts';
import { aMatch, aPractitioner, aRequest, TODAY } from '../../support/builders.ts';
import { kentAndMedway } from '../../support/kent-and-medway.ts';
import { checkJourney } from '../../../shared/journeys/check-journey.ts';
import { organisationIndexOf } from '../../../shared/systems/organisations/organisation-index.ts';
import { kentAndMedwayOrganisations } from '../../support/kent-and-medway-organisations.ts';
import { requestAnswers } from '../../support/journey/answers.ts';
import { kentRequest } from '../../support/journeys.ts';

const systemFrom = (texts: typeof folder) => {
  const file = publishedSystemFrom(texts);
  return serviceSystemFrom(file, formulaTravel(file));
};
const riverlands = systemFrom(folder);
const { 'policy.json': _policy, 'settings.json': _settings, 'consent.json': _consent, ...needed } = folder;
const withoutChoices = systemFrom(needed);

describe('the policy of a system', () => {
  it('is the common one without a file', () => {
    expect(policyOf(withoutChoices)).toEqual(policy);
    expect(roundPolicyOf(withoutChoices)).toEqual(roundPolicy);
    expect(policyOf(kentAndMedway)).toEqual(policy);
  });

  it('has the numbers of its file and its settings, and a version that names both', () => {
    expect(policyOf(riverlands)).toEqual({
      ...policy,
      version: '2026-12.2+riverlands-1+ask-60-hide-100',
      otherPlace: { value: 300, reason: expect.any(String) as unknown },
      halfLifeDays: { value: 182, reason: expect.any(String) as unknown },
      unconfirmedDays: { value: 60, reason: expect.any(String) as unknown },
      staleDays: { value: 100, reason: expect.any(String) as unknown },
    });
    expect(requirementPolicyOf(riverlands)).toEqual({
      staleDays: { value: 100, reason: expect.any(String) as unknown },
      acceptProvisional: policy.acceptProvisional,
    });
  });

  it('holds for rounds too, with its quotas', () => {
    const rounds = roundPolicyOf(riverlands);
    expect(rounds).toEqual({
      ...roundPolicy,
      version: '2026-12.2+riverlands-1+ask-60-hide-100-r1',
      pairs: policyOf(riverlands),
      quotas: {
        places: { 'the-levels': { value: 3, reason: expect.any(String) as unknown } },
        organisations: {},
      },
    });
  });

  it('judges a pair by its own numbers', () => {
    const request = aRequest({ site: { outcode: 'ZZ5', town: 'Brackenford', place: 'lower-river' } });
    const practitioner = aPractitioner({
      sites: [{ outcode: 'ZZ9', town: 'Coldwater', place: 'the-levels' }],
      confirmedAt: `${addDays(TODAY, -70)}T09:00:00.000Z`,
    });
    const pointsIn = (system: typeof riverlands) => {
      const judged = judge(request, request.seats[0]!, practitioner, policyOf(system), TODAY, {
        ...contextWithoutHistory(system),
        travel: { between: () => ({ minutes: 10, miles: 5 }) },
      });
      if (!judged.eligible) throw new Error(JSON.stringify(judged.unmet));
      return Object.fromEntries(judged.contributions.map(({ criterion, points }) => [criterion, points]));
    };
    expect(pointsIn(riverlands)).toMatchObject({ place: 150, confirmed: 30 });
    expect(pointsIn(withoutChoices)).toMatchObject({ place: 20, confirmed: 0 });
  });

  it('decides how long hosting counts', () => {
    const agreed = ledgerHistoryOf(aMatch({ agreedAt: `${addDays(TODAY, -300)}T09:00:00.000Z` }));
    const key = balanceKey('medway-pharmacy', 'harbour-surgery');
    expect(balances(agreed, TODAY, policyOf(withoutChoices))[key]).toBe(-1);
    expect(balances(agreed, TODAY, policyOf(riverlands))[key]).toBeUndefined();
  });
});

describe('the settings of a system', () => {
  it('are the common ones without a file, and its own with one', () => {
    expect(withoutChoices.settings).toEqual(commonSettings);
    expect(riverlands.settings).toEqual({
      askAfterDays: 60,
      repeatAfterDays: 14,
      hideAfterDays: 100,
      workingDaysToAnswer: 4,
      travelMinutes: 45,
    });
  });

  it('hide a listing', () => {
    const practitioner = aPractitioner({ confirmedAt: `${addDays(TODAY, -100)}T09:00:00.000Z` });
    expect(isPublic(practitioner, TODAY, riverlands.settings)).toBe(false);
    expect(isPublic(practitioner, TODAY, withoutChoices.settings)).toBe(true);
  });

  it('say how far a learner would travel who does not', () => {
    const { answers } = checkJourney(kentRequest, requestAnswers(), TODAY);
    const organisations = organisationIndexOf(kentAndMedwayOrganisations);
    const asked = (settings: typeof commonSettings) =>
      toAskForSupervision(answers, { ...kentAndMedway, settings }, organisations, TODAY).maxMinutes;
    expect(asked(commonSettings)).toBe(30);
    expect(asked(riverlands.settings)).toBe(45);
  });
});

describe('the wordings of a system', () => {
  const agreement = (system: typeof riverlands) => {
    const question = registerJourney(system)
      .steps.flatMap(({ questions }) => questions)
      .find(({ kind }) => kind === 'agree');
    if (question === undefined) throw new Error('there is nothing to agree to');
    return question;
  };

  it('are the common ones where it has none of its own', () => {
    expect(withoutChoices.consent.register.id).toBe('publish-1');
    expect(riverlands.consent.request).toEqual(withoutChoices.consent.request);
    expect(riverlands.consent.register).toEqual({
      id: 'riverlands-publish-2',
      text: expect.stringContaining(
        'the Riverlands team publishes my name, profession, organisation',
      ) as unknown,
    });
  });

  it('are what people agree to, and an answer to other words is not taken', () => {
    const question = agreement(riverlands);
    expect(question.label).toBe(riverlands.consent.register.text);
    const answer = (value: string) => parseForm([question], { consent: [value] });
    expect(answer('riverlands-publish-2')).toEqual({ consent: true });
    expect(answer('yes')).toEqual({ consent: true });
    expect(answer('riverlands-publish-1')).toEqual({});
    expect(answer('publish-1')).toEqual({});
  });
});
