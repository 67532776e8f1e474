import { expect, it } from 'vitest';
import { answerOffer } from '../../../functions/matching/offers/answer-offer.ts';
import { decideOffer } from '../../../functions/matching/offers/decide-offer.ts';
import { linkRepository } from '../../../functions/store/repositories/link-repository.ts';
import { anHttpRequest } from '../../support/http-event.ts';
import { anOffer, aPractitioner, aRequest, aSeat, NOW } from '../../support/builders.ts';
import { scene } from '../../support/matching-scene.ts';
import { kentAndMedway } from '../../support/kent-and-medway.ts';

const token = 'double'.padEnd(43, 'A');

/**
 * Accepts a pending offer twice at the same time. One acceptance is committed as soon as the other has read from the
 * table `afterRead` times.
 */
const pressedBetween = async (afterRead: number) => {
  const offer = anOffer();
  const s = await scene({
    requests: [aRequest({ seats: [aSeat({ state: 'offered', offerId: offer.id, practitionerId: 'dpp1' })] })],
    practitioners: [
      aPractitioner({
        pendingOffers: [{ offerId: offer.id, from: '2027-02-01', to: '2027-07-31', holdsPlace: false }],
      }),
    ],
    offers: [offer],
  });
  await s.table.commit([
    linkRepository(s.table).mint(
      {
        kind: 'offer',
        recipient: 'practitioner',
        practitionerId: 'dpp1',
        offerId: offer.id,
        expiresAt: '2027-12-31T00:00:00.000Z',
      },
      token,
    ),
  ]);
  const other = decideOffer({ system: kentAndMedway, table: s.table, chance: s.deps.chance });
  let reads = 0;
  const table: typeof s.table = {
    ...s.table,
    get: async (keys) => {
      const rows = await s.table.get(keys);
      if ((reads += 1) === afterRead) {
        const backUp = { name: undefined, email: undefined };
        await other(offer.id, { decision: 'accept', backUp, conflicts: [] }, NOW);
      }
      return rows;
    },
  };
  const { answer } = answerOffer({ ...s.deps, table });
  const request = anHttpRequest({
    method: 'POST',
    params: { token },
    json: { decision: 'accept' },
    wantsJson: true,
  });
  return { ...s, press: () => answer(request) };
};

it.each([1, 2, 3, 4])(
  'pressing “accept” twice gives one acceptance and the same answer, when the second commit falls after read %i',
  async (afterRead) => {
    const s = await pressedBetween(afterRead);
    const { status, body } = await s.press();
    expect([status, JSON.parse(body)]).toMatchObject([200, { result: 'accepted' }]);
    expect(s.matches()).toHaveLength(1);
  },
);
