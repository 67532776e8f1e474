import { describe, expect, it } from 'vitest';
import { losePractitioner } from '../../../functions/matching/matches/lose-practitioner.ts';
import { addressHash } from '../../../functions/platform/hash.ts';
import { suppressionRepository } from '../../../functions/store/repositories/suppression-repository.ts';
import { twoNeighbours } from '../../support/two-neighbours.ts';

/** Shares places, and returns the pending offer and the copy of the listing to which it goes. */
const offered = async (between: Awaited<ReturnType<typeof twoNeighbours>>) => {
  await between.share();
  const [offer] = await between.kent.offers.pending();
  const guest = offer && (await between.kent.practitioners.findPresent(offer.practitionerId));
  if (offer === undefined || guest === undefined) throw new Error('no offer was made');
  return { offer, guest };
};

describe('an offer across the border that does not arrive', () => {
  it('makes the DPP’s own listing unreachable, and tells their team', async () => {
    const between = await twoNeighbours();
    const { offer, guest } = await offered(between);
    const hash = addressHash(guest.email);
    await between.kent.table.commit([
      suppressionRepository(between.kent.table).suppress(hash, 'bounced', between.clock.now()),
    ]);
    const now = between.clock.now();
    await losePractitioner({ ...between, table: between.kent.table })(guest.id, [hash], 'bounced', now);
    await between.share();
    await between.share();
    expect(await between.kent.offers.find(offer.id)).toMatchObject({
      state: 'withdrawn',
      takenBack: 'dpp-unreachable',
    });
    expect(await between.sussex.practitioners.findPresent('dpp1')).toMatchObject({ unreachableSince: now });
    expect((await between.sussex.loans.all()).map(({ state }) => state)).toEqual(['returned']);
    const told = between.mailed('team-practitioner-unreachable').map(({ about }) => about.practitionerId);
    expect(told.filter((id) => id === 'dpp1')).toHaveLength(1);
    // While the address fails, the DPP gets no offer from across the border.
    between.wait(60);
    expect(await between.share()).toBe(0);
    expect(await between.kent.offers.pending()).toEqual([]);
  });

  it('changes nothing at home if their team found that the address works again', async () => {
    const between = await twoNeighbours();
    const { guest } = await offered(between);
    const now = between.clock.now();
    const lost = losePractitioner({ ...between, table: between.kent.table });
    await lost(guest.id, [addressHash(guest.email)], 'bounced', now);
    await between.share();
    expect((await between.sussex.practitioners.findPresent('dpp1'))?.unreachableSince).toBeUndefined();
  });
});
