import { describe, expect, it } from 'vitest';
import type { Practitioner } from '../../../shared/people/practitioner.ts';
import type { SupervisionRequest } from '../../../shared/requests/request.ts';
import { policy } from '../../../shared/matching/policy.ts';
import { seatQueryOf } from '../../../shared/matching/query/seat-query.ts';
import { unmetRequirements } from '../../../shared/matching/requirements/unmet-requirements.ts';
import { possibleSwaps } from '../../../shared/insights/possible-swaps.ts';
import { aPractitioner, aRequest, aSeat, TODAY } from '../../support/builders.ts';
import { noContext } from '../../support/no-context.ts';
import { kentAndMedway } from '../../support/kent-and-medway.ts';

const { universities } = kentAndMedway;

const organisation = (id: string, name = id) => ({ id, name });
const dppOf = (owner: string, changes: Partial<Practitioner> = {}) =>
  aPractitioner({ id: `dpp-${owner}`, organisation: organisation(owner), ...changes });
const learnerOf = (owner: string, changes: Partial<SupervisionRequest> = {}) =>
  aRequest({ id: `learner-${owner}`, organisation: organisation(owner), ...changes });

const swaps = (
  requests: readonly SupervisionRequest[],
  practitioners: readonly Practitioner[],
  context = noContext,
) => possibleSwaps({ requests, practitioners }, policy, TODAY, context).get('own') ?? [];
const told = (...given: Parameters<typeof swaps>) =>
  swaps(...given).map(({ partner, theyCanHost, weCanHost }) => [
    partner.id,
    theyCanHost.map(({ id }) => id),
    weCanHost,
  ]);

const both = [learnerOf('own'), learnerOf('trust')];
const dpps = [dppOf('own'), dppOf('trust')];

describe('a swap', () => {
  it('is suggested where each of two organisations has a DPP for a waiting learner of the other', () => {
    expect(swaps(both, dpps)).toEqual([
      { partner: organisation('trust'), theyCanHost: [both[0]], weCanHost: 1 },
    ]);
  });

  it.each<[string, readonly SupervisionRequest[], readonly Practitioner[]]>([
    ['the organisation has no DPP', both, [dppOf('trust')]],
    ['the other has no DPP', both, [dppOf('own')]],
    ['no own learner waits', [learnerOf('trust')], dpps],
    ['no learner of the other waits', [learnerOf('own')], dpps],
    ['own learners are not open', [learnerOf('own', { state: 'matched' }), learnerOf('trust')], dpps],
    ['the other’s learners are not open', [learnerOf('own'), learnerOf('trust', { state: 'lapsed' })], dpps],
    ['the own DPP cannot take their learner', both, [dppOf('own', { state: 'paused' }), dppOf('trust')]],
    ['their DPP cannot take the own learner', both, [dppOf('own'), dppOf('trust', { state: 'paused' })]],
    [
      'only the own DPP could take the own learner',
      [learnerOf('own', { leadArea: 'pain', areas: ['pain'] }), learnerOf('trust')],
      [
        dppOf('own', { areas: ['cardiovascular', 'pain'] }),
        dppOf('trust', { leadArea: 'dermatology', areas: ['dermatology'] }),
      ],
    ],
    [
      'only their own DPP could take their learner',
      [learnerOf('own'), learnerOf('trust', { leadArea: 'pain', areas: ['pain'] })],
      [
        dppOf('own', { leadArea: 'dermatology', areas: ['dermatology'] }),
        dppOf('trust', { areas: ['cardiovascular', 'pain'] }),
      ],
    ],
    [
      'the seat that signs off is not vacant',
      [learnerOf('own', { seats: [aSeat({ state: 'filled' })] }), learnerOf('trust')],
      dpps,
    ],
    [
      'only a seat that signs nothing off is vacant',
      [learnerOf('own', { seats: [aSeat({ role: 'practice-supervisor' })] }), learnerOf('trust')],
      dpps,
    ],
  ])('is not suggested where %s', (_, requests, practitioners) => {
    expect(swaps(requests, practitioners)).toEqual([]);
  });

  it('is about the vacant seat that signs off, whichever of the team’s seats it is', () => {
    const seats = [
      aSeat({ id: 'a', role: 'practice-supervisor' }),
      aSeat({ id: 'b', role: 'practice-assessor', state: 'filled' }),
      aSeat({ id: 'c', role: 'practice-assessor' }),
    ];
    expect(told([learnerOf('own', { seats }), learnerOf('trust')], dpps)).toEqual([
      ['trust', ['learner-own'], 1],
    ]);
  });

  it('lists the own learners one by one and only counts the others’', () => {
    const far = learnerOf('own', {
      id: 'far',
      maxMinutes: 0,
      site: { outcode: 'CT16', town: 'Dover', place: 'east-kent' },
    });
    expect(
      told(
        [
          ...both,
          learnerOf('own', { id: 'second' }),
          far,
          learnerOf('trust', { id: 'third' }),
          learnerOf('clinic'),
        ],
        dpps,
      ),
    ).toEqual([['trust', ['learner-own', 'second'], 2]]);
  });

  it('keeps to what a university allows', () => {
    const dover = { outcode: 'CT16', town: 'Dover', place: 'east-kent' as const };
    const remote = [
      learnerOf('own', { site: dover, remoteAcceptable: true }),
      learnerOf('trust', { site: dover, remoteAcceptable: true }),
    ];
    const mixed = [dppOf('own', { mode: 'mixed' }), dppOf('trust', { mode: 'mixed' })];
    const strict = universities.map((one) => ({ ...one, remoteAllowed: false }));
    expect(told(remote, mixed)).toHaveLength(1);
    expect(told(remote, mixed, { ...noContext, universities: strict })).toEqual([]);
  });
});

describe('several swaps', () => {
  const many = (owner: string, count: number) =>
    Array.from({ length: count }, (_, n) => learnerOf(owner, { id: `${owner}${String(n)}` }));

  it('are ordered by the number of learners placed, then by name', () => {
    const requests = [...many('own', 2), ...many('few', 1), ...many('more', 2), ...many('lots', 3)];
    const practitioners = [dppOf('own'), dppOf('few'), dppOf('more'), dppOf('lots')];
    expect(told(requests, practitioners).map(([id, , weCanHost]) => [id, weCanHost])).toEqual([
      ['lots', 3],
      ['more', 2],
      ['few', 1],
    ]);
  });

  it('that place equally many are ordered by name, whatever the ids and the input order', () => {
    const named = (id: string, name: string) => ({
      learner: learnerOf(id, { organisation: organisation(id, name) }),
      dpp: dppOf(id, { organisation: organisation(id, name) }),
    });
    const [one, two, three] = [named('a', 'Zeta'), named('b', 'Alpha'), named('c', 'Mid')];
    const all = [one, two, three];
    for (const order of [all, all.toReversed(), [two, one, three]])
      expect(
        told(
          [learnerOf('own'), ...order.map(({ learner }) => learner)],
          [dppOf('own'), ...order.map(({ dpp }) => dpp)],
        ).map(([id]) => id),
      ).toEqual(['b', 'c', 'a']);
  });

  it('are weighed by the smaller half: five learners of theirs for one of the own is one swap', () => {
    const inArea = (area: 'pain' | 'hiv', changes: Partial<SupervisionRequest>) => ({
      leadArea: area,
      areas: [area],
      ...changes,
    });
    const requests = [
      learnerOf('own', inArea('pain', { id: 'pain' })),
      learnerOf('own', inArea('hiv', { id: 'hiv1' })),
      learnerOf('own', inArea('hiv', { id: 'hiv2' })),
      ...many('lopsided', 5),
      ...many('even', 2),
    ];
    const practitioners = [
      dppOf('own'),
      dppOf('lopsided', { leadArea: 'pain', areas: ['pain'] }),
      dppOf('even', { leadArea: 'hiv', areas: ['hiv'] }),
    ];
    const found = [
      ['even', ['hiv1', 'hiv2'], 2],
      ['lopsided', ['pain'], 5],
    ];
    expect(told(requests, practitioners)).toEqual(found);
    const [pain, hiv1, hiv2, ...theirs] = requests;
    expect(told([pain!, hiv1!, hiv2!, ...theirs.toReversed()], practitioners)).toEqual(found);
  });
});

describe('the swaps of all employers', () => {
  const areas = ['cardiovascular', 'pain', 'dermatology'] as const;
  const employers = ['one', 'two', 'three', 'four', 'five'];
  const practitioners = employers.flatMap((owner, at) =>
    areas.map((area, index) =>
      dppOf(owner, {
        id: `${owner}-${area}`,
        leadArea: area,
        areas: [area],
        placesOffered: (at + index) % 3,
      }),
    ),
  );
  const requests = employers.flatMap((owner, at) =>
    areas
      .filter((_, index) => (at * 2 + index) % 3 > 0)
      .map((area) => learnerOf(owner, { id: `${owner}-${area}`, leadArea: area, areas: [area] })),
  );
  const fits = (request: SupervisionRequest, owner: string): boolean => {
    const [seat] = request.seats;
    return (
      seat !== undefined &&
      practitioners
        .filter(({ organisation }) => organisation.id === owner)
        .some(
          (dpp) =>
            unmetRequirements(seatQueryOf(request, seat, policy, TODAY, noContext), dpp, 1).length === 0,
        )
    );
  };
  const learnersFor = (owner: string, host: string) =>
    requests.filter((request) => request.organisation.id === owner && fits(request, host));

  it('are those of each pair in which both can host, judged one by one', () => {
    const found = possibleSwaps({ requests, practitioners }, policy, TODAY, noContext);
    let pairs = 0;
    for (const owner of employers)
      for (const host of employers.filter((one) => one !== owner)) {
        const [theirs, ours] = [learnersFor(host, owner), learnersFor(owner, host)];
        const swap = found.get(owner)?.find(({ partner }) => partner.id === host);
        if (theirs.length === 0 || ours.length === 0) expect(swap).toBeUndefined();
        else {
          pairs += 1;
          expect([swap?.theyCanHost, swap?.weCanHost]).toEqual([ours, theirs.length]);
        }
      }
    expect(pairs).toBeGreaterThan(5);
  });
});
