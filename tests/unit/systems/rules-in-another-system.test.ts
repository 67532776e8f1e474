import { describe, expect, it } from 'vitest';
import { gatherRound } from '../../../functions/matching/rounds/gather-round.ts';
import { computeFigures } from '../../../shared/digest/compute-figures.ts';
import { reportOf } from '../../../shared/digest/report.ts';
import { parseFilters } from '../../../shared/directory/filters.ts';
import { listingOf } from '../../../shared/directory/listing.ts';
import { checkJourney } from '../../../shared/journeys/check-journey.ts';
import { registerJourney } from '../../../shared/journeys/register/register-journey.ts';
import { requestJourney } from '../../../shared/journeys/request/request-journey.ts';
import { whyYou } from '../../../shared/matching/explain/explain-to-practitioner.ts';
import { judge } from '../../../shared/matching/judge.ts';
import { policy } from '../../../shared/matching/policy.ts';
import { contextWithoutHistory } from '../../../shared/matching/query/seat-query.ts';
import type { Site } from '../../../shared/reference/vocabulary.ts';
import { hashPublicAtOnce } from '../../support/rounds/hash-public-at-once.ts';
import { aPractitioner, aRequest, TODAY } from '../../support/builders.ts';
import { digestNouns } from '../../support/digest-nouns.ts';
import { registerAnswers } from '../../support/journey/answers.ts';
import { scene } from '../../support/matching-scene.ts';
import { sussex } from '../../support/sussex.ts';

const hove: Site = { outcode: 'BN3', town: 'Hove', place: 'brighton-and-hove' };
const lewes: Site = { outcode: 'BN7', town: 'Lewes', place: 'east-sussex' };

describe('the forms of Sussex', () => {
  const check = (outcode: string) =>
    checkJourney(registerJourney(sussex), registerAnswers({ outcode }), TODAY).errors;

  it('accept an outcode of Sussex and refuse one of Kent', () => {
    expect(check('bn3 1aa')).toEqual([]);
    expect(check('ME7')).toEqual([
      expect.objectContaining({
        field: 'outcode',
        message: 'Enter the first half of a postcode in Sussex, like BN1',
      }),
    ]);
  });

  it('offer the universities of Sussex and another one', () => {
    const { options = [] } = requestJourney(sussex)
      .steps.flatMap(({ questions }) => questions)
      .find(({ name }) => name === 'university')!;
    expect(options.map(({ value }) => value)).toEqual([...sussex.universities.map(({ id }) => id), 'other']);
    expect(options.map(({ value }) => value)).not.toContain('ucl');
  });
});

describe('the directory of Sussex', () => {
  it('is searched by places and towns of Sussex', () => {
    const { filters, notes } = parseFilters({ place: ['east-sussex', 'east-kent'], near: ['hove'] }, sussex);
    expect(filters).toMatchObject({ near: { outcode: 'BN3' }, ticked: { place: ['east-sussex'] } });
    expect(notes).toEqual(['We left out a filter under “Part of Sussex” because we do not recognise it.']);
    expect(parseFilters({ near: ['ME7'] }, sussex).nearError?.words).toBe(
      'Enter a postcode in Sussex, such as BN1 or BN1 4AB',
    );
  });

  it('names the places of Sussex, and another system’s by its id', () => {
    const placesOf = (sites: Site[]) =>
      listingOf(aPractitioner({ sites }), TODAY, sussex.geography).sites.map(({ place }) => place.words);
    expect(placesOf([hove, { outcode: 'CT1', town: 'Canterbury', place: 'east-kent' }])).toEqual([
      'Brighton and Hove',
      'east-kent',
    ]);
  });
});

describe('a pair in Sussex', () => {
  it('is judged and explained by the drives and places of Sussex', () => {
    const request = aRequest({ site: hove });
    const judgement = judge(
      request,
      request.seats[0]!,
      aPractitioner({ sites: [lewes] }),
      policy,
      TODAY,
      contextWithoutHistory(sussex),
    );
    const contributions = judgement.eligible ? [...judgement.contributions] : [];
    expect(contributions).toContainEqual(
      expect.objectContaining({ criterion: 'place', points: policy.otherPlace.value / 2 }),
    );
    expect(whyYou({ rank: 1, eligibleCount: 1, contributions }, sussex.geography)).toContain(
      'You are in East Sussex and the learner is in Brighton and Hove.',
    );
  });

  it('is too far apart if one of them is in Kent', () => {
    const request = aRequest({ site: hove });
    expect(
      judge(request, request.seats[0]!, aPractitioner(), policy, TODAY, contextWithoutHistory(sussex)),
    ).toMatchObject({ eligible: false, unmet: [{ name: 'travel', found: 'unknown' }] });
  });
});

it('the digest of Sussex counts by the places of Sussex', () => {
  const figures = computeFigures(digestNouns(), TODAY, sussex)({ kind: 'system' });
  expect(figures.byPlace).toEqual([]);
  expect(reportOf({ kind: 'system' }, figures, sussex).title).toBe('Sussex');
});

it('a round of Sussex is not gathered for a place in Kent', async () => {
  const { deps, table } = await scene();
  const gather = (place: string) =>
    gatherRound({
      ...deps,
      system: sussex,
      chance: { ...deps.chance, token: () => 'token' },
      publicHash: hashPublicAtOnce(table),
    })({ name: 'Intake', startsFrom: '2027-01-01', startsTo: '2027-02-01', place }, 'Robin Exampleton');
  expect(await gather('east-kent')).toEqual({ ok: false, refusal: 'place-unknown' });
  expect(table.rows()).toEqual([]);
  expect((await gather('east-sussex')).ok).toBe(true);
});
