import { describe, expect, it } from 'vitest';
import { allocate } from '../../../shared/allocation/allocate.ts';
import type { Practitioner } from '../../../shared/people/practitioner.ts';
import type { SupervisionRequest } from '../../../shared/requests/request.ts';
import { roundPolicy } from '../../../shared/rounds/round-policy.ts';
import { snapshotOf, type SnapshotFacts } from '../../../shared/rounds/snapshot.ts';
import { whyNot } from '../../../shared/rounds/why-not.ts';
import { aSeat, TODAY } from '../../support/builders.ts';
import { dpp, learner } from '../../support/rounds/people.ts';
import { instanceOf } from '../../support/rounds/stage.ts';
import { kentAndMedway } from '../../support/kent-and-medway.ts';
import { noContext } from '../../support/no-context.ts';

const snapshotFrom = (
  requests: readonly SupervisionRequest[],
  practitioners: readonly Practitioner[],
  facts: Partial<SnapshotFacts> = {},
) => snapshotOf({ day: TODAY, requests, practitioners, kept: [], balances: {}, carriedOver: [], ...facts });

const near = (id: string) => dpp(id, { sites: [{ outcode: 'ME4', town: 'Chatham', place: 'medway-swale' }] });
const far = (id: string) => dpp(id, { sites: [{ outcode: 'ME8', town: 'Rainham', place: 'medway-swale' }] });

const asked = (
  requests: readonly SupervisionRequest[],
  practitioners: readonly Practitioner[],
  requestId: string,
  practitionerId: string,
  facts?: Partial<SnapshotFacts>,
) => {
  const told = whyNot(
    kentAndMedway,
    snapshotFrom(requests, practitioners, facts),
    roundPolicy,
    'seed',
    requestId,
    practitionerId,
  );
  return told.ok ? told.value : told.refusal;
};

describe('why a learner did not get somebody', () => {
  it('knows nothing of learners without a seat to sign off, nor of practitioners who are not there', () => {
    const spoke = learner('s', { seats: [aSeat({ role: 'spoke-supervisor' })] });
    expect(asked([learner('a'), spoke], [near('d1')], 'b', 'd1')).toBe('request-unknown');
    expect(asked([learner('a'), spoke], [near('d1')], 's', 'd1')).toBe('request-unknown');
    expect(asked([learner('a')], [near('d1')], 'a', 'd2')).toBe('practitioner-unknown');
  });

  it('is every requirement that they do not meet', () => {
    const busy = dpp('d2', { placesOffered: 0, patientFacing: false });
    const unmet = [
      'Patient-facing: not patient-facing, wanted patient-facing',
      'Places free in the period: 0, wanted 1 at least',
    ];
    expect(asked([learner('a')], [near('d1'), busy], 'a', 'd2')).toEqual({
      eligible: false,
      answer: `Not eligible: ${unmet.join('; ')}.`,
      unmet,
      forced: undefined,
      rank: undefined,
      of: 1,
    });
  });

  it('is that the seat was filled already', () => {
    const seats = [aSeat({ id: 'a-1', state: 'filled', practitionerId: 'd1', matchId: 'm' })];
    const kept = [{ requestId: 'a', seatId: 'a-1', practitionerId: 'd1', contributions: [] }];
    expect(asked([learner('a', { seats })], [near('d1'), near('d2')], 'a', 'd2', { kept })).toMatchObject({
      eligible: false,
      answer: 'Somebody had been asked or had agreed to take this role when the round was planned.',
      of: 1,
    });
    expect(asked([learner('a', { seats })], [near('d2')], 'a', 'd2')).toMatchObject({
      eligible: false,
      of: 0,
    });
  });

  it('is what the pair would cost more, with its place among the learner’s own', () => {
    const told = asked([learner('a')], [near('d1'), far('d2')], 'a', 'd2');
    if (typeof told === 'string' || told.forced === undefined) throw new Error('no answer');
    expect(told).toMatchObject({ eligible: true, unmet: [], rank: 2, of: 2 });
    expect(told.forced).toMatchObject({ placed: 0, displaced: [], gained: [] });
    expect(told.answer).toBe(`Eligible, but it would cost ${told.forced.totalCost} points more.`);
    expect(asked([learner('a')], [near('d1'), far('d2')], 'a', 'd1')).toMatchObject({
      answer: 'This is the pair in the allocation.',
      rank: 1,
    });
  });

  it('has nothing to compare where those who are kept leave no room', () => {
    const seats = [aSeat({ id: 'a-1', state: 'offered', practitionerId: 'd1', offerId: 'o1' })];
    const kept = [{ requestId: 'a', seatId: 'a-1', practitionerId: 'd1', contributions: [] }];
    const told = asked([learner('a', { seats }), learner('b')], [near('d1')], 'b', 'd1', { kept });
    expect(told).toEqual({
      eligible: true,
      answer: 'Eligible, but pinned pairs leave no room.',
      unmet: [],
      forced: undefined,
      rank: 1,
      of: 1,
    });
  });

  it('respects the carry-over of an earlier round, and reuses a given optimum', () => {
    const requests = [learner('a'), learner('b')];
    expect(asked(requests, [near('d1')], 'a', 'd1', { carriedOver: ['b'] })).toMatchObject({
      forced: { placed: 0, displaced: ['b'], gained: ['a'] },
    });
    const snapshot = snapshotFrom(requests, [near('d1')], { carriedOver: ['b'] });
    const { instance } = instanceOf(snapshot.requests, snapshot.practitioners, {
      carriedOver: new Set(['a']),
      judge: noContext,
    });
    const optimum = allocate(instance);
    if (!optimum.ok) throw new Error(optimum.refusal.problem);
    const told = whyNot(kentAndMedway, snapshot, roundPolicy, 'seed', 'b', 'd1', optimum.value);
    expect(told).toMatchObject({ value: { forced: { displaced: ['a'], gained: ['b'] } } });
  });
});
