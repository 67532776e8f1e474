import { describe, expect, it } from 'vitest';
import type { Practitioner } from '../../../shared/people/practitioner.ts';
import type { SupervisionRequest } from '../../../shared/requests/request.ts';
import { snapshotOf, snapshotSchema } from '../../../shared/rounds/snapshot.ts';
import { TODAY, conflictWith } from '../../support/builders.ts';
import { dpp, learner } from '../../support/rounds/people.ts';

const taken = (
  requests: readonly SupervisionRequest[],
  practitioners: readonly Practitioner[] = [],
  rest: object = {},
) => snapshotOf({ day: TODAY, requests, practitioners, kept: [], balances: {}, carriedOver: [], ...rest });
const requestOf = (changes: Partial<SupervisionRequest>, ...practitioners: Practitioner[]) =>
  taken([learner('a', changes)], practitioners).requests[0]!;
const practitionerOf = (changes: Partial<Practitioner>) => taken([], [dpp('d1', changes)]).practitioners[0]!;

const WORDS = 'Own Words';

describe('a request in a snapshot', () => {
  it('holds no name, number, address or free text', () => {
    const kept = requestOf({
      requesterName: WORDS,
      learnerName: WORDS,
      email: 'own words@learner.example',
      registrationNumber: WORDS,
      nmpLeadName: WORDS,
      nmpLeadEmail: WORDS,
      canOffer: WORDS,
      scope: WORDS,
      onePersonReason: WORDS,
      exclusions: [{ practitionerId: 'd9', reason: WORDS }],
      conflicts: [conflictWith(WORDS)],
    });
    expect(JSON.stringify(kept).toLowerCase()).not.toContain('own words');
    expect(kept).toMatchObject({
      requesterName: '',
      email: 'request:a',
      scope: '',
      onePersonReason: '',
      exclusions: [{ practitionerId: 'd9', reason: '' }],
      conflicts: [],
    });
  });

  it('says that one person may take two seats only where that was said', () => {
    expect(requestOf({})).not.toHaveProperty('onePersonReason');
  });

  it('has conflicts as the ids of the practitioners meant, without those cleared', () => {
    const people = [
      dpp('d1', { name: 'Amara Example' }),
      dpp('d2', { name: 'Bo Sample' }),
      dpp('d3', { name: 'Amara Example' }),
    ];
    const kept = requestOf(
      {
        conflicts: [
          conflictWith('Dr Amara Example'),
          conflictWith('d2@dpp.example', { kind: 'business-or-financial' }),
          conflictWith('Bo Sample', {
            kind: 'relative-or-close-tie',
            decision: { is: 'cleared', by: 'Team Example' },
          }),
        ],
      },
      ...people,
    );
    expect(kept.conflicts).toEqual([
      { kind: 'line-manager', practitionerId: 'd1', decision: { is: 'undecided' } },
      { kind: 'business-or-financial', practitionerId: 'd2', decision: { is: 'undecided' } },
      { kind: 'line-manager', practitionerId: 'd3', decision: { is: 'undecided' } },
    ]);
    expect(kept).not.toHaveProperty('unclearTies');
  });

  it('has the ids of those with whom a tie is unclear, and no decision’s author', () => {
    const decided = { is: 'cleared', by: 'Tess Team', at: '2026-11-20T09:00:00.000Z' } as const;
    const kept = requestOf(
      {
        conflicts: [conflictWith('A Example')],
        tieDecisions: [{ practitionerId: 'd1', ...decided }],
        tiesAsked: ['d1', 'd3'],
      },
      dpp('d3', { name: 'Amara Example' }),
      dpp('d1', { name: 'Amara Example' }),
      dpp('d2', { name: 'Bo Sample' }),
    );
    expect(kept).toMatchObject({ conflicts: [], unclearTies: ['d3'] });
    expect(JSON.stringify(kept)).not.toMatch(/Tess|tiesAsked|tieDecisions/u);
  });

  it('still shows when the learner is also a practitioner', () => {
    expect(requestOf({ email: 'D1@dpp.example' }, dpp('d0'), dpp('d1')).email).toBe('practitioner:d1');
  });
});

describe('a practitioner in a snapshot', () => {
  it('holds no name, number, address or free text', () => {
    const kept = practitionerOf({
      name: WORDS,
      email: 'own words@dpp.example',
      phone: WORDS,
      registrationNumber: WORDS,
      justification: WORDS,
      employerApprover: WORDS,
      backUpName: WORDS,
      backUpEmail: WORDS,
      nextYearReason: WORDS,
      check: { by: WORDS, at: '2026-11-02T09:00:00.000Z', seen: WORDS, dueOn: '2027-11-02' },
    });
    expect(JSON.stringify(kept).toLowerCase()).not.toContain('own words');
    expect(kept).toMatchObject({ name: '', email: 'practitioner:d1', registrationNumber: '' });
    expect(kept.check).toEqual({ by: '', at: '2026-11-02T09:00:00.000Z', seen: '', dueOn: '2027-11-02' });
  });

  it('says that the register was checked only where it was', () => {
    const { check: _check, ...unchecked } = dpp('d1');
    expect(taken([], [unchecked]).practitioners[0]).not.toHaveProperty('check');
  });
});

describe('a snapshot', () => {
  const kept = (seatId: string) => ({ requestId: 'a', seatId, practitionerId: 'd1', contributions: [] });

  it('is in order of ids, whatever the order of what was read', () => {
    const told = taken([learner('b'), learner('c'), learner('a')], [dpp('d3'), dpp('d1'), dpp('d2')], {
      kept: [kept('s2'), kept('s3'), kept('s1')],
      carriedOver: ['z', 'x', 'y'],
      balances: { 'a>b': 1 },
    });
    expect(told.requests.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
    expect(told.practitioners.map(({ id }) => id)).toEqual(['d1', 'd2', 'd3']);
    expect(told.kept.map(({ seatId }) => seatId)).toEqual(['s1', 's2', 's3']);
    expect(told.carriedOver).toEqual(['x', 'y', 'z']);
    expect(told).toMatchObject({ day: TODAY, balances: { 'a>b': 1 } });
  });

  it('can be read back as it was written', () => {
    const told = taken([learner('a')], [dpp('d1')], { kept: [kept('s1')] });
    expect(snapshotSchema.parse(JSON.parse(JSON.stringify(told)))).toEqual(told);
  });
});
