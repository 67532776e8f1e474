import { describe, expect, it } from 'vitest';
import type { Practitioner } from '../../../shared/people/practitioner.ts';
import { hostingOf, type Want } from '../../../shared/rounds/hosting-periods.ts';
import { dpp } from '../../support/rounds/people.ts';

const want = (requestId: string, from: string, to: string, changes: Partial<Want> = {}): Want => ({
  requestId,
  period: { from, to },
  ...changes,
});
const spring = (id: string, changes: Partial<Want> = {}) => want(id, '2027-02-01', '2027-07-31', changes);
const autumn = (id: string, changes: Partial<Want> = {}) => want(id, '2027-09-01', '2028-01-31', changes);

const commitment = (requestId: string, from = '2027-02-01', to = '2027-07-31') => ({
  matchId: `match-${requestId}`,
  requestId,
  seatId: `${requestId}-1`,
  from,
  to,
  university: 'medway',
});
const pending = (offerId: string, holdsPlace = false) => ({
  offerId,
  from: '2027-02-01',
  to: '2027-07-31',
  holdsPlace,
});
const host = (wants: readonly Want[], changes: Partial<Practitioner> = {}) =>
  hostingOf(dpp('d1', { placesOffered: 2, ...changes }), wants);
/**
 * Returns for each node its number of places, the number of learners before the round, and the learners who could use a
 * place.
 */
const nodes = (...given: Parameters<typeof host>) =>
  Object.fromEntries(
    host(...given).leaves.map(({ id, capacity, loadBefore, wants }) => [
      id,
      [capacity, loadBefore, wants.map(({ requestId }) => requestId).join()],
    ]),
  );

describe('the places of a practitioner in a round', () => {
  it('are one node while all its learners’ days meet', () => {
    expect(host([spring('a'), spring('b')])).toEqual({
      leaves: [{ id: 'd1', capacity: 2, loadBefore: 0, wants: [spring('a'), spring('b')] }],
      stretches: [],
      most: 3,
    });
  });

  it('are a node for each stretch of time, named by its first day, where learners lie wholly apart', () => {
    expect(nodes([autumn('c'), spring('a'), spring('b')])).toEqual({
      'd1@2027-02-01': [2, 0, 'a,b'],
      'd1@2027-09-01': [2, 0, 'c'],
    });
  });

  it('are one node for a chain of which only neighbours meet, a shared day being enough', () => {
    const chain = [
      want('c', '2027-03-31', '2027-05-01'),
      want('a', '2027-01-01', '2027-02-28'),
      want('b', '2027-02-28', '2027-03-31'),
    ];
    expect(nodes(chain)).toEqual({ d1: [2, 0, 'a,b,c'] });
    const apart = [want('a', '2027-01-01', '2027-02-28'), want('b', '2027-03-01', '2027-03-31')];
    expect(Object.keys(nodes(apart))).toEqual(['d1@2027-01-01', 'd1@2027-03-01']);
  });

  it('stay together under a long period that outlasts a short one within it', () => {
    const long = want('a', '2027-01-01', '2027-12-31');
    const short = want('b', '2027-02-01', '2027-03-01');
    expect(Object.keys(nodes([long, short, want('c', '2027-06-01', '2027-07-01')]))).toEqual(['d1']);
  });

  it('are the places free on the fullest of its learners’ days, plus the learners already there', () => {
    const changes = {
      placesOffered: 3,
      commitments: [commitment('x'), commitment('y', '2027-07-01', '2027-08-31')],
    };
    const early = want('a', '2027-01-01', '2027-05-31');
    expect(nodes([early], changes)).toEqual({ d1: [2, 1, 'a'] });
    expect(nodes([early, spring('b')], changes)).toEqual({ d1: [1, 2, 'a,b'] });
  });

  it('are held for everybody else who is being asked, whether that offer holds its place or not', () => {
    expect(nodes([spring('a')], { pendingOffers: [pending('o1')] })).toEqual({ d1: [1, 1, 'a'] });
    expect(nodes([spring('a')], { pendingOffers: [pending('o1', true)] })).toEqual({ d1: [1, 1, 'a'] });
  });

  it('count the round’s own learners as theirs: kept, and not twice', () => {
    const asked = spring('a', { kept: 'offered', offerId: 'o1' });
    const agreed = spring('b', { kept: 'filled', offerId: 'o2' });
    const changes = { commitments: [commitment('b')], pendingOffers: [pending('o1', true)] };
    expect(nodes([asked, agreed, spring('c')], changes)).toEqual({ d1: [2, 0, 'a,b,c'] });
    expect(nodes([asked, agreed], { ...changes, placesOffered: 0 })).toEqual({ d1: [2, 0, 'a,b'] });
    // A commitment uses a place even if an unplaced learner of the round belongs to the same request.
    expect(nodes([spring('b')], changes)).toEqual({ d1: [0, 2, 'b'] });
  });

  it('are no more than offers may await one person, those agreed not counted', () => {
    const most = (wants: readonly Want[], offers: number) =>
      host(wants, {
        placesOffered: 9,
        pendingOffers: Array.from({ length: offers }, (_, n) => pending(`x${n}`)),
      });
    expect(most([spring('a')], 1)).toMatchObject({ most: 2, leaves: [{ capacity: 2 }] });
    expect(most([spring('a')], 4)).toMatchObject({ most: 0, leaves: [{ capacity: 0 }] });
    const agreed = ['b', 'c'].map((id) => spring(id, { kept: 'filled' as const }));
    expect(most([spring('a'), ...agreed], 1).most).toBe(4);
    const asked = ['b', 'c', 'd', 'e'].map((id) => spring(id, { kept: 'offered' as const, offerId: id }));
    expect(most(asked, 2).most).toBe(4);
  });
});

describe('learners of whom a university lets a practitioner take one of a cohort', () => {
  const cohort = (id: string, changes: Partial<Want> = {}) => spring(id, { cohort: 'medway', ...changes });

  it('share a node with one place within the stretch', () => {
    const told = host([cohort('a'), spring('b'), cohort('c'), spring('d', { cohort: 'kent' })]);
    expect(told.leaves).toEqual([
      {
        id: 'd1#medway',
        capacity: 1,
        loadBefore: 0,
        wants: [cohort('a'), cohort('c')],
        stretch: 'dpp:d1#all',
      },
      { id: 'd1', capacity: 2, loadBefore: 0, wants: [spring('b')], stretch: 'dpp:d1#all' },
      {
        id: 'd1#kent',
        capacity: 1,
        loadBefore: 0,
        wants: [spring('d', { cohort: 'kent' })],
        stretch: 'dpp:d1#all',
      },
    ]);
    expect(told.stretches).toEqual([{ id: 'dpp:d1#all', capacity: 2 }]);
  });

  it('have a node of their own also where nobody else is', () => {
    expect(host([cohort('a')])).toMatchObject({
      leaves: [{ id: 'd1#medway', capacity: 1 }],
      stretches: [{ id: 'dpp:d1#all', capacity: 2 }],
    });
  });

  it('keep those who are there already, and have no place where none is free', () => {
    const both = ['a', 'b'].map((id) => cohort(id, { kept: 'filled' }));
    expect(host(both).leaves).toMatchObject([{ capacity: 2 }]);
    expect(host([cohort('a')], { placesOffered: 0 }).leaves).toMatchObject([{ capacity: 0 }]);
  });

  it('are counted in each stretch of time apart', () => {
    const told = host([cohort('a'), autumn('b', { cohort: 'medway' })]);
    expect(told.leaves.map(({ id }) => id)).toEqual(['d1@2027-02-01#medway', 'd1@2027-09-01#medway']);
    expect(told.stretches.map(({ id }) => id)).toEqual(['dpp:d1@2027-02-01#all', 'dpp:d1@2027-09-01#all']);
  });
});
