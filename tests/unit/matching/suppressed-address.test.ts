import { expect, test } from 'vitest';
import { matchSeats } from '../../../functions/matching/seats/match-seats.ts';
import { addressHash } from '../../../functions/platform/hash.ts';
import { suppressionRepository } from '../../../functions/store/repositories/suppression-repository.ts';
import { aPractitioner, aRequest, aSeat, NOW } from '../../support/builders.ts';
import { scene } from '../../support/matching-scene.ts';

const far = { sites: [{ outcode: 'ME10', town: 'Sittingbourne', place: 'medway-swale' as const }] };
const next = aPractitioner({ id: 'far', email: 'far@dpp.example', ...far });

const whileSuppressed = async (reason: 'bounced' | 'complained' | 'unsubscribed') => {
  const s = await scene({ requests: [aRequest()], practitioners: [aPractitioner(), next] });
  const suppressions = suppressionRepository(s.table);
  await s.table.commit([
    reason === 'unsubscribed'
      ? suppressions.unsubscribe('amara@dpp.example', NOW)
      : suppressions.suppress(addressHash('amara@dpp.example'), reason, NOW),
  ]);
  return s;
};

test.each(['bounced', 'complained'] as const)(
  'a DPP whose address is suppressed is never asked, the next is asked instead, and the team is told: %s',
  async (reason) => {
    const s = await whileSuppressed(reason);
    await expect(matchSeats(s.deps)()).resolves.toEqual({ offered: 1, nobodyLeft: 0 });
    expect(s.offers()).toMatchObject([{ practitionerId: 'far', state: 'pending' }]);
    expect(await s.practitioner()).toMatchObject({ unreachableSince: NOW });
    expect(s.emailNames()).toEqual(['practitioner-offer-made', 'team-practitioner-unreachable']);
  },
);

test('a DPP who stopped reminders is asked', async () => {
  const s = await whileSuppressed('unsubscribed');
  await matchSeats(s.deps)();
  expect(s.offers()).toMatchObject([{ practitionerId: 'dpp1' }]);
});

test('nobody is left if the only DPP cannot be reached', async () => {
  const s = await scene({
    requests: [aRequest()],
    practitioners: [aPractitioner({ unreachableSince: NOW })],
  });
  await expect(matchSeats(s.deps)()).resolves.toEqual({ offered: 0, nobodyLeft: 1 });
});

test('seats of a requester who cannot be reached are offered for a week, and not further', async () => {
  const s = await scene({
    requests: [aRequest({ unreachableSince: NOW, seats: [aSeat()] })],
    practitioners: [aPractitioner()],
  });
  s.at('2026-11-29T09:00:00.000Z');
  await expect(matchSeats(s.deps)()).resolves.toEqual({ offered: 0, nobodyLeft: 0 });
  s.at('2026-11-28T09:00:00.000Z');
  await expect(matchSeats(s.deps)()).resolves.toEqual({ offered: 1, nobodyLeft: 0 });
});
