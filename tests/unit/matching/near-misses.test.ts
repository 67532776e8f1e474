import { describe, expect, test } from 'vitest';
import type { Practitioner } from '../../../shared/people/practitioner.ts';
import type { SupervisionRequest } from '../../../shared/requests/request.ts';
import { seatQueryOf } from '../../../shared/matching/query/seat-query.ts';
import { nearMissesOf } from '../../../shared/matching/near-misses.ts';
import { policy } from '../../../shared/matching/policy.ts';
import { rank } from '../../../shared/matching/rank.ts';
import type { RequirementName } from '../../../shared/matching/requirements/all.ts';
import type { SingleMiss } from '../../../shared/matching/requirements/near-miss.ts';
import { aPractitioner, aRequest, TODAY } from '../../support/builders.ts';
import { noContext } from '../../support/no-context.ts';
import { kentAndMedway } from '../../support/kent-and-medway.ts';

const { universities } = kentAndMedway;

type Single = SingleMiss<RequirementName>;

const opened = (singles: readonly Single[], asked: Partial<SupervisionRequest> = {}, context = noContext) => {
  const request = aRequest({ maxMinutes: 30, ...asked });
  return nearMissesOf(seatQueryOf(request, request.seats[0]!, policy, TODAY, context), singles);
};
const lacking = (name: RequirementName, changes: Partial<Practitioner> = {}): Single => ({
  practitioner: aPractitioner(changes),
  requirement: { name, wanted: 'this', found: 'that' },
});
const away = (found: number | string, changes: Partial<Practitioner> = {}): Single => ({
  practitioner: aPractitioner(changes),
  requirement: { name: 'travel', wanted: 30, found },
});

describe('what one change would open', () => {
  test('travelling 5, 10, 20, 30 or 60 minutes further, each only where it opens somebody more', () => {
    expect(opened([35, 36, 50, 51, 60, 61, 90, 91].map((minutes) => away(minutes)))).toEqual([
      { change: 'travel-further', minutes: 5, count: 1 },
      { change: 'travel-further', minutes: 10, count: 2 },
      { change: 'travel-further', minutes: 20, count: 3 },
      { change: 'travel-further', minutes: 30, count: 5 },
      { change: 'travel-further', minutes: 60, count: 7 },
    ]);
    expect(opened([away(31), away(51)])).toEqual([
      { change: 'travel-further', minutes: 5, count: 1 },
      { change: 'travel-further', minutes: 30, count: 2 },
    ]);
  });

  test('no further minutes for a practitioner whose drive is unknown', () => {
    expect(opened([away('unknown')])).toEqual([]);
    expect(
      opened([
        lacking('hours'),
        { ...lacking('hours'), requirement: { name: 'hours', wanted: 90, found: 12 } },
      ]),
    ).toEqual([{ change: 'other-dates', count: 2 }]);
  });

  test('partly remote supervision, for those far away who offer it', () => {
    const remote = { change: 'accept-remote', count: 2 };
    const mixed = { mode: 'mixed' as const };
    expect(
      opened([away('unknown', mixed), away('unknown', mixed), away('unknown'), lacking('listed', mixed)]),
    ).toEqual([remote]);
  });

  test('not partly remote supervision where the learner accepts it already, or the university does not', () => {
    const one = [away('unknown', { mode: 'mixed' })];
    expect(opened(one)).toEqual([{ change: 'accept-remote', count: 1 }]);
    expect(opened(one, { remoteAcceptable: true })).toEqual([]);
    const strict = universities.map((university) => ({ ...university, remoteAllowed: false }));
    expect(opened(one, {}, { ...noContext, universities: strict })).toEqual([]);
  });

  test('other dates, other areas and waiting, each counted by itself and in this order', () => {
    expect(
      opened([
        lacking('details-confirmed'),
        lacking('pending-offers'),
        lacking('place-free'),
        lacking('place-free'),
        lacking('clinical-area'),
        lacking('hours'),
        lacking('no-conflict'),
      ]),
    ).toEqual([
      { change: 'other-dates', count: 1 },
      { change: 'other-area', count: 1 },
      { change: 'wait-for-place', count: 2 },
      { change: 'wait-for-answers', count: 1 },
      { change: 'wait-for-confirmation', count: 1 },
    ]);
  });

  test('nothing where nobody misses exactly one requirement, or no change by the learner helps', () => {
    expect(opened([])).toEqual([]);
    expect(opened([lacking('not-self'), lacking('listed'), lacking('no-conflict')])).toEqual([]);
    const request = aRequest();
    const twice = [aPractitioner({ hoursPerWeek: 1, placesOffered: 0 })];
    expect(rank(request, request.seats[0]!, twice, policy, TODAY, noContext).nearMisses).toEqual([]);
  });
});
