import { describe, expect, it } from 'vitest';
import { matchSeats } from '../../../functions/matching/seats/match-seats.ts';
import { decideTie } from '../../../functions/programme/flags/decide-tie.ts';
import { practitionerRepository } from '../../../functions/store/repositories/practitioner-repository.ts';
import { requestRepository } from '../../../functions/store/repositories/request-repository.ts';
import type { SupervisionRequest } from '../../../shared/requests/request.ts';
import { aPractitioner, aRequest, conflictWith } from '../../support/builders.ts';
import { scene } from '../../support/matching-scene.ts';

const at = (outcode: string, town: string) => ({
  sites: [{ outcode, town, place: 'medway-swale' as const }],
});

/** The learner's line manager, whom the learner named without a middle name, is the nearest of six DPPs. */
const manager = aPractitioner({ id: 'manager', name: 'Jane Anne Whitlock', email: 'jane@dpp.example' });
const others = ['ME8', 'ME5', 'ME3', 'ME9', 'ME10'].map((outcode, index) =>
  aPractitioner({
    id: `other${index + 1}`,
    name: `Oda Other${'abcde'.charAt(index)}`,
    email: `other${index + 1}@dpp.example`,
    registrationNumber: `209990${index}`,
    ...at(outcode, outcode),
  }),
);
const asked = (changes: Partial<SupervisionRequest> = {}) =>
  aRequest({ conflicts: [conflictWith('Jane Whitlock')], maxMinutes: 120, ...changes });

const sceneWith = async (practitioners: readonly ReturnType<typeof aPractitioner>[], request = asked()) => {
  const s = await scene({ requests: [request], practitioners });
  const decide = decideTie({
    ...s.deps,
    requests: requestRepository(s.deps.table),
    practitioners: practitionerRepository(s.deps.table),
  });
  return {
    ...s,
    match: matchSeats(s.deps),
    answer: (decision: 'upheld' | 'cleared', practitioner = 'manager') =>
      decide({ id: 'req1', practitioner, decision, by: 'Tess', why: 'asked her' }),
    questions: () => s.emails().filter(({ name }) => name === 'team-tie-unclear'),
    asked: () => s.offers().map(({ practitionerId }) => practitionerId),
  };
};

describe('a DPP with whom a tie is unclear', () => {
  it('gets no offer, the next is asked, and the team is asked once', async () => {
    const s = await sceneWith([manager, ...others]);
    await s.match();
    expect(s.asked()).toEqual(['other2']);
    expect(s.questions().map(({ about }) => about)).toEqual([
      { requestId: 'req1', practitionerId: 'manager' },
    ]);
    await s.match();
    await s.match(['req1']);
    expect(s.questions()).toHaveLength(1);
    expect(s.asked()).toEqual(['other2']);
  });

  it('is asked if the team clears the tie, and judged again if they have the declared name later', async () => {
    const s = await sceneWith([manager]);
    await s.match();
    expect(await s.answer('cleared')).toMatchObject({
      ok: true,
      value: { tieDecisions: [{ about: 'unclear' }] },
    });
    const practitioners = practitionerRepository(s.deps.table);
    await s.deps.table.commit([
      practitioners.save({ ...(await s.practitioner('manager')), name: 'Jane Whitlock' }),
    ]);
    await s.match();
    expect(s.asked()).toEqual([]);
  });

  it('is no question for the team while three others fit better', async () => {
    const far = { ...manager, ...at('ME12', 'Sheerness') };
    const s = await sceneWith([far, ...others]);
    await s.match();
    expect(s.asked()).toHaveLength(1);
    expect(s.questions()).toEqual([]);
  });

  it('is a question if nobody else fits', async () => {
    const s = await sceneWith([{ ...manager, ...at('ME12', 'Sheerness') }]);
    await expect(s.match()).resolves.toEqual({ offered: 0, nobodyLeft: 1 });
    expect(s.asked()).toEqual([]);
    expect(s.questions()).toHaveLength(1);
  });

  it('is no question if they could not be asked anyway', async () => {
    const s = await sceneWith([{ ...manager, placesOffered: 0 }, ...others]);
    await s.match();
    expect(s.questions()).toEqual([]);
  });

  it('may have the learner’s name only', async () => {
    const { registrationNumber: _, ...unregistered } = asked({
      conflicts: [],
      requesterName: 'Jane Anne Whitlock',
    });
    const s = await sceneWith([manager, ...others], unregistered);
    await s.match();
    expect(s.asked()).toEqual(['other2']);
    expect(s.questions()).toHaveLength(1);
  });
});

describe('the answer of the team', () => {
  it('“cleared” lets the DPP be asked', async () => {
    const s = await sceneWith([manager]);
    await s.match();
    expect(s.asked()).toEqual([]);
    expect((await s.answer('cleared')).ok).toBe(true);
    expect((await s.request()).tieDecisions).toEqual([
      { practitionerId: 'manager', is: 'cleared', about: 'unclear', by: 'Tess', at: s.now() },
    ]);
    await s.match(['req1']);
    expect(s.asked()).toEqual(['manager']);
    expect(s.questions()).toHaveLength(1);
  });

  it('“upheld” keeps the DPP from being asked, and is not asked for again', async () => {
    const s = await sceneWith([manager]);
    await s.match();
    await s.answer('upheld');
    await s.match();
    expect(s.asked()).toEqual([]);
    expect(s.questions()).toHaveLength(1);
  });

  it('can be given twice and changed', async () => {
    const s = await sceneWith([manager]);
    await s.answer('upheld');
    const { version } = await s.request();
    await s.answer('upheld');
    expect((await s.request()).version).toBe(version);
    await s.answer('cleared');
    await s.match();
    expect(s.asked()).toEqual(['manager']);
  });

  it('clears what the DPP had declared', async () => {
    const s = await sceneWith(
      [manager],
      asked({
        conflicts: [{ kind: 'line-manager', practitionerId: 'manager', decision: { is: 'undecided' } }],
      }),
    );
    await s.match();
    expect(s.asked()).toEqual([]);
    await s.answer('cleared');
    await s.match();
    expect(s.asked()).toEqual(['manager']);
  });

  it('is refused about a request, a DPP or a tie that there is not', async () => {
    const s = await sceneWith([manager, ...others]);
    expect(await s.answer('upheld', 'nobody')).toEqual({ ok: false, refusal: 'unknown-practitioner' });
    expect(await s.answer('upheld', 'other1')).toEqual({ ok: false, refusal: 'no-such-tie' });
    const { requests, practitioners } = {
      requests: requestRepository(s.deps.table),
      practitioners: practitionerRepository(s.deps.table),
    };
    const decide = decideTie({ ...s.deps, requests, practitioners });
    expect(
      await decide({ id: 'none', practitioner: 'manager', decision: 'upheld', by: 'Tess', why: 'x' }),
    ).toEqual({ ok: false, refusal: 'unknown-request' });
  });
});
