import { describe, expect, it } from 'vitest';
import { isSeatIn, isTaken, periodOf } from '../../../shared/requests/request.ts';
import { aRequest, aSeat } from '../../support/builders.ts';

describe('a request for supervision', () => {
  it('needs supervision from the first to the last day of the course', () => {
    const request = aRequest({ courseStart: '2027-02-01', courseEnd: '2027-07-31' });
    expect(periodOf(request)).toEqual({ from: '2027-02-01', to: '2027-07-31' });
  });
});

describe('a seat', () => {
  const seats = [aSeat(), aSeat({ state: 'offered' }), aSeat({ state: 'filled' })];

  it('is taken when it is offered or filled', () => {
    expect(seats.filter(isTaken).map(({ state }) => state)).toEqual(['offered', 'filled']);
  });

  it.each(['vacant', 'offered', 'filled'] as const)('is found by its state when it is %s', (wanted) => {
    expect(seats.filter(isSeatIn(wanted)).map(({ state }) => state)).toEqual([wanted]);
  });
});
