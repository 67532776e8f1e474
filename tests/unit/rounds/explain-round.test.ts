import { describe, expect, it } from 'vitest';
import {
  bottleneckInWords,
  planToLearner,
  seatToLearner,
  whyNobodyToTeam,
  whyNotBetterToTeam,
  whyPairToTeam,
} from '../../../shared/rounds/explain-round.ts';
import { anAssignment, anUnplaced } from '../../support/rounds/plan-parts.ts';
import { kentAndMedway } from '../../support/kent-and-medway.ts';

const names = {
  learner: (id: string) => `Learner ${id}`,
  practitioner: (id: string) => `Person ${id}`,
  placeName: kentAndMedway.geography.placeName,
};

describe('the team reads', () => {
  it('what leaves too few places', () => {
    const words = (id: string, kind: Parameters<typeof bottleneckInWords>[1]) =>
      bottleneckInWords(id, kind, names);
    expect(words('d1', 'practitioner')).toBe('Person d1');
    expect(words('place:east-kent', 'place')).toBe('the quota of East Kent');
    expect(words('organisation:nhs:trust', 'organisation')).toBe('the quota of nhs:trust');
    expect(words('system', 'system')).toBe('the quota of the round');
  });

  it('why this pair: its place among the learner’s own, and every part of the cost that is not nothing', () => {
    const contributions = [
      { criterion: 'travel', points: 30, facts: { miles: 3 } },
      { criterion: 'area', points: 0, facts: {} },
      { criterion: 'load', points: -1, facts: {} },
    ];
    expect(whyPairToTeam(anAssignment({ rank: 2, of: 5, contributions }), names)).toEqual([
      'Ranked 2 of 5 eligible practitioners.',
      'Travel: 30 points (3 miles in a straight line)',
      'Learners at a time: -1 points',
    ]);
    expect(whyPairToTeam(anAssignment({ kept: true, contributions: [] }), names)).toEqual([
      'Asked earlier in this round. Ranked 1 of 3 eligible practitioners.',
    ]);
    expect(whyPairToTeam(anAssignment({ kept: true, rank: 0, of: 0, contributions: [] }), names)).toEqual([
      'This practitioner had been asked or had agreed before the round.',
    ]);
  });

  it('why not somebody who fits better: who has their places, each learner once', () => {
    const seat = anAssignment({
      passedOver: [
        { practitionerId: 'd2', points: 1 },
        { practitionerId: 'd3', points: 9 },
      ],
    });
    const assignments = [
      seat,
      anAssignment({ requestId: 'b', seatId: 'b-1', practitionerId: 'd2' }),
      anAssignment({ requestId: 'b', seatId: 'b-2', practitionerId: 'd2' }),
      anAssignment({ requestId: 'c', seatId: 'c-1', practitionerId: 'd2' }),
      anAssignment({ requestId: 'a', seatId: 'a-2', practitionerId: 'd3' }),
    ];
    expect(whyNotBetterToTeam(seat, { assignments }, names)).toEqual([
      'Person d2 fits 1 point better but is assigned to Learner b and Learner c, who would cost more elsewhere or have nobody.',
      'Person d3 fits 9 points better but was not chosen, because that would cost more overall: another learner or a quota would be affected.',
    ]);
  });

  it('why nobody: who goes first, and where one more place would help', () => {
    const bottlenecks = [{ id: 'place:east-kent', kind: 'place' as const, learners: 1 }];
    const told = (...given: Partial<ReturnType<typeof anUnplaced>>[]) =>
      given.map((changes) => whyNobodyToTeam(anUnplaced(changes), { bottlenecks }, names));
    expect(
      told(
        { of: 1, competitors: ['a'], bottlenecks: ['d1'] },
        { of: 3, competitors: ['a', 'b'], bottlenecks: ['d2', 'place:east-kent'] },
        { reason: 'sign-off-first' },
      ),
    ).toEqual([
      [
        '1 DPP could supervise, but Learner a needs the same places and comes first.',
        'One more place would help at Person d1.',
      ],
      [
        '3 DPPs could supervise, but Learner a and Learner b need the same places and come first.',
        'One more place would help at Person d2 and the quota of East Kent.',
      ],
      ['We will match this role after the role of the person who signs the learner off.'],
    ]);
  });

  it('why nobody fits: what one change would open, and who is nearest', () => {
    const seat = anUnplaced({
      reason: 'no-eligible-practitioner',
      nearMisses: [{ change: 'other-area', count: 2 }],
      smallestChange: {
        requirements: ['distance', 'hours'],
        count: 1,
        examples: [
          {
            practitionerId: 'd4',
            unmet: [
              { name: 'distance', wanted: 10, found: 14 },
              { name: 'hours', wanted: 90, found: 20 },
            ],
          },
        ],
      },
    });
    const told = whyNobodyToTeam(seat, { bottlenecks: [] }, names);
    expect(told).toHaveLength(3);
    expect(told[0]).toBe('Nobody fits.');
    expect(told[1]).toContain('2');
    expect(told[2]).toBe(
      'Nearest: Person d4 (Miles: 14, wanted 10 at most; Hours that fit into the weeks when both are available: 20, wanted 90 at least).',
    );
    expect(
      whyNobodyToTeam({ ...seat, nearMisses: [], smallestChange: undefined }, { bottlenecks: [] }, names),
    ).toEqual(['Nobody fits.']);
  });
});

describe('a learner reads', () => {
  it('how many could, and whether it is the one who fits best', () => {
    const passedOver = [{ practitionerId: 'd9', points: 80 }];
    const told = (rank: number, of: number) =>
      seatToLearner(anAssignment({ rank, of, passedOver: rank > 1 ? passedOver : [] }));
    expect(told(0, 0)).toEqual([
      'A DPP had been asked before the round, so the round changes nothing for you.',
    ]);
    expect(told(1, 1)).toEqual(['One DPP could supervise you. We are asking them.']);
    expect(told(1, 4)).toEqual(['4 DPPs could supervise you. We are asking the one who fits you best.']);
    expect(told(2, 4)).toEqual([
      '4 DPPs could supervise you. We are asking number 2 on your list.',
      'The first on your list would suit you better by 80 points (1 point is about 6 seconds of travel). Other learners of the round would then be worse off by at least as much together, or one of them would have nobody.',
    ]);
  });

  it('with how many others they compete, in the singular and the plural', () => {
    const told = (...competitors: string[]) => seatToLearner(anUnplaced({ competitors }));
    const next =
      'You will come before other learners in the next round, and we will keep looking until then.';
    expect(told('a')).toEqual([
      'There is only 1 place for you and 1 other learner, and that learner comes first in the published order.',
      next,
    ]);
    expect(told('a', 'b')).toEqual([
      'There are only 2 places for you and 2 other learners, and those learners come first in the published order.',
      next,
    ]);
  });

  it('that nobody fits, or that somebody to sign off comes first', () => {
    expect(seatToLearner(anUnplaced({ reason: 'sign-off-first' }))).toEqual([
      'We will look for this person when we have found someone to sign you off.',
    ]);
    const none = anUnplaced({
      reason: 'no-eligible-practitioner',
      nearMisses: [{ change: 'other-area', count: 1 }],
    });
    expect(seatToLearner(none)[0]).toBe('No DPP fits your request at the moment.');
    expect(seatToLearner(none)).toHaveLength(2);
  });

  it('of their own seats only, in order, with the name of the role and whether somebody is asked', () => {
    const plan = {
      assignments: [anAssignment({ seatId: 'a-2', of: 1 }), anAssignment({ requestId: 'b', seatId: 'b-1' })],
      unplaced: [
        anUnplaced({ requestId: 'a', seatId: 'a-3', role: 'spoke-supervisor', reason: 'sign-off-first' }),
        anUnplaced({ requestId: 'a', seatId: 'a-1', role: 'practice-supervisor', reason: 'sign-off-first' }),
        anUnplaced(),
      ],
    };
    const words = ['We will look for this person when we have found someone to sign you off.'];
    expect(planToLearner(plan, 'a')).toEqual([
      { seatId: 'a-1', role: 'Practice supervisor', asked: false, words },
      {
        seatId: 'a-2',
        role: 'Designated prescribing practitioner',
        asked: true,
        words: ['One DPP could supervise you. We are asking them.'],
      },
      { seatId: 'a-3', role: 'Spoke supervisor', asked: false, words },
    ]);
  });
});
