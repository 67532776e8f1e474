import { beforeAll, describe, expect, inject, it } from 'vitest';
import { alternating } from '../compat/alternating.ts';
import { matchAndLookBack, registerAndAsk, twoVersions } from '../compat/journey.ts';
import { type OldVersion, oldVersion } from '../compat/old-version.ts';
import { runSeed } from '../simulation/run-seed.ts';
import { requestAnswers } from '../support/journey/answers.ts';
import { localClient } from '../support/local-table.ts';

/** Number of seeds to run; `npm run compat` runs more. */
const SEEDS = Number(process.env['COMPAT_SEEDS'] ?? 2);
const OPERATIONS = Number(process.env['COMPAT_OPERATIONS'] ?? 800);

let old: OldVersion;
beforeAll(async () => {
  old = await oldVersion();
});

describe('0.1.0 and this version, taking turns on one table', () => {
  it.each(Array.from({ length: SEEDS }, (_, index) => index + 1))(
    'agree about everything that happens in a simulated history, seed %i',
    { timeout: 120_000 },
    async (seed) => {
      const plant = alternating(old, seed % 2 === 0 ? 0 : 1);
      const { violation } = await runSeed({ seed, operations: OPERATIONS, plant });
      expect(violation).toBeUndefined();
      for (const turns of plant.turns()) expect(turns).toBeGreaterThan(200);
    },
  );

  it.each([
    ['0.1.0', 0],
    ['this version', 1],
  ] as const)('lead a DPP and a learner through the service, %s first', async (_, first) => {
    const client = localClient(inject('dynamoEndpoint'));
    const its = await twoVersions(client, old, `compat-${String(first)}`, first);
    const seen = [...(await registerAndAsk(its)), ...(await matchAndLookBack(its))];
    expect(seen.filter((reply) => /^[45]\d\d /u.test(reply))).toEqual([]);
    const [before, after] = [its.old.nouns, its.now.nouns];
    const practitioner = await after.practitioners.find('dpp1');
    const request = await after.requests.find('req1');
    const [match] = await after.matches.inState('completed');
    expect(practitioner).toMatchObject({ state: 'listed', commitments: [], pendingOffers: [] });
    expect(request).toMatchObject({ state: 'completed' });
    expect(match).toMatchObject({ learnerFeedback: { rating: 4 }, practitionerFeedback: { rating: 4 } });
    expect(await before.practitioners.find('dpp1')).toEqual(practitioner);
    expect(await before.requests.find('req1')).toEqual(request);
    expect(await before.matches.inState('completed')).toEqual([match]);
    expect(await its.next().eraseRequest()('req1')).toMatchObject({ ok: true });
    expect(await its.next().eraseListing()('dpp1')).toMatchObject({ ok: true });
    expect(await before.requests.find('req1')).toEqual(await after.requests.find('req1'));
    expect(await before.practitioners.find('dpp1')).toEqual(await after.practitioners.find('dpp1'));
  });

  it('read a request with a conflict one way only: this version reads what 0.1.0 wrote', async () => {
    const client = localClient(inject('dynamoEndpoint'));
    const its = await twoVersions(client, old, 'compat-conflicts', 0);
    const former = requestAnswers({ conflictKinds: ['line-manager'], conflictWith: 'Amara Example' });
    const people = [{ name: 'Amara Example', kinds: ['line-manager'] }];
    await its.old.request()({ id: 'old', answers: former, network: 'n' });
    await its.now.request()({ id: 'new', answers: requestAnswers({ conflicts: people }), network: 'n' });
    await its.now.request()({ id: 'none', answers: requestAnswers(), network: 'n' });
    expect((await its.now.nouns.requests.findPresent('old'))?.conflicts).toEqual([
      { kind: 'line-manager', name: 'Amara Example', oldText: true, decision: { is: 'undecided' } },
    ]);
    await expect(its.old.nouns.requests.find('new')).rejects.toThrow('does not read as what it should be');
    expect(await its.old.nouns.requests.find('none')).toEqual(await its.now.nouns.requests.find('none'));
  });
});
