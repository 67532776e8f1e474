import { describe, expect, it } from 'vitest';
import { teamOf } from '../../../shared/requests/supervision-team.ts';
import type { SupervisionRequest } from '../../../shared/requests/request.ts';
import { aRequest, aSeat } from '../../support/builders.ts';

const hub = (dpp: 'vacant' | 'filled', spoke: 'vacant' | 'offered' | 'filled') =>
  teamOf(
    aRequest({
      hours: 90,
      namedDppHours: 30,
      spokeHours: 30,
      seats: [
        aSeat({ id: 'r-1', role: 'dpp', hours: 60, state: dpp }),
        aSeat({ id: 'r-2', role: 'spoke-supervisor', hours: 30, state: spoke }),
      ],
    }),
  );

describe('a team of a hub and a spoke', () => {
  it('is complete when the hours reach the request’s total and the named hours are met', () => {
    expect(hub('filled', 'filled')).toMatchObject({
      complete: true,
      hoursAgreed: 90,
      namedAgreed: 60,
      missing: [],
    });
  });

  it('is missing everybody who has not agreed, whether asked or not', () => {
    expect(hub('filled', 'offered')).toMatchObject({
      complete: false,
      hoursAgreed: 60,
      missing: [{ role: 'spoke-supervisor', hours: 30, state: 'offered' }],
    });
    expect(hub('vacant', 'filled')).toMatchObject({ complete: false, namedAgreed: 0, hoursAgreed: 30 });
  });

  it('is not complete when nobody who signs off gives the hours that the university wants of them', () => {
    const few = teamOf(
      aRequest({
        hours: 60,
        namedDppHours: 30,
        seats: [
          aSeat({ id: 'r-1', role: 'practice-assessor', hours: 20, state: 'filled' }),
          aSeat({ id: 'r-2', role: 'practice-supervisor', hours: 40, state: 'filled' }),
        ],
      }),
    );
    expect(few).toMatchObject({ complete: false, namedWanted: 30, namedAgreed: 20, missing: [] });
  });

  const alone = (agreed: number, state: 'filled' | 'offered', more: Partial<SupervisionRequest> = {}) =>
    teamOf(aRequest({ hours: 90, namedDppHours: 90, seats: [aSeat({ hours: agreed, state })], ...more }));

  it('is complete when its hours equal the total', () => {
    expect(alone(90, 'filled')).toEqual({
      hoursWanted: 90,
      hoursAgreed: 90,
      namedWanted: 90,
      namedAgreed: 90,
      missing: [],
      complete: true,
    });
  });

  it('is not complete when everybody has agreed to fewer hours than are wanted', () => {
    expect(alone(80, 'filled', { namedDppHours: 20 })).toMatchObject({ missing: [], complete: false });
  });

  it('is not complete while somebody is missing, whatever the hours', () => {
    const spare = alone(90, 'filled', {
      seats: [aSeat({ hours: 90, state: 'filled' }), aSeat({ id: 'seat2', hours: 10, state: 'vacant' })],
    });
    expect(spare).toMatchObject({ hoursAgreed: 90, namedAgreed: 90, complete: false });
    expect(spare.missing).toEqual([{ id: 'seat2', role: 'dpp', hours: 10, state: 'vacant' }]);
  });
});
