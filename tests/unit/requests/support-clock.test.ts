import { describe, expect, it } from 'vitest';
import { supportClock } from '../../../shared/requests/support-clock.ts';
import { aRequest } from '../../support/builders.ts';

const waits = (since: string, signOffNeededBy: string, askedAt = since) =>
  supportClock(aRequest({ state: 'waiting-for-support', signOffNeededBy, support: { since, askedAt } }));

describe('a request that waits for support', () => {
  it.each([
    ['a Monday', '2026-11-23T09:00:00.000Z', '2026-11-25', '2026-11-27'],
    ['a Friday', '2026-11-27T09:00:00.000Z', '2026-12-01', '2026-12-03'],
    ['Christmas Eve', '2026-12-24T09:00:00.000Z', '2026-12-30', '2027-01-04'],
    ['a Saturday', '2026-11-21T09:00:00.000Z', '2026-11-24', '2026-11-26'],
  ])(
    'is repeated after two working days and told to the team after four, from %s',
    (_, since, remindOn, tellTeamOn) => {
      expect(waits(since, '2027-06-01')).toEqual({ remindOn, tellTeamOn });
    },
  );

  it.each([
    ['2026-11-27', '2026-11-25'],
    ['2026-11-24', '2026-11-23'],
    ['2026-11-23', '2026-11-23'],
    ['2026-11-20', '2026-11-23'],
  ])('is told to the team when half of the time until %s has passed', (signOff, tellTeamOn) => {
    expect(waits('2026-11-23T09:00:00.000Z', signOff).tellTeamOn).toBe(tellTeamOn);
  });

  it('reminds a lead who was named later two working days after they were asked, and the team no later', () => {
    expect(waits('2026-11-23T09:00:00.000Z', '2027-06-01', '2026-11-26T09:00:00.000Z')).toEqual({
      remindOn: '2026-11-30',
      tellTeamOn: '2026-11-27',
    });
  });

  it('reminds nobody where no lead is named', () => {
    const clock = supportClock(
      aRequest({ state: 'waiting-for-support', support: { since: '2026-11-23T09:00:00.000Z' } }),
    );
    expect(clock.remindOn).toBeUndefined();
  });
});
