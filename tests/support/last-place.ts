import { linkRepository } from '../../functions/store/repositories/link-repository.ts';
import { nounChanges } from '../../functions/store/noun-changes.ts';
import { addDays, addHours, instantOf, londonDay } from '../../shared/kernel/time.ts';
import { randomBytes } from 'node:crypto';
import { anOffer, aPractitioner, aRequest, aSeat } from './builders.ts';
import type { JourneyStack } from './journey/stack.ts';
import { visitor, type Visit } from './journey/visitor.ts';

/** The outcome of one race for a last place. */
export interface Round {
  readonly answers: readonly Visit[];
  /** For each answer, the index of the offer that it accepts. */
  readonly offers: readonly number[];
  readonly practitioner: string;
}

/**
 * Runs one race for a DPP's only place: `offers` learners have a pending offer of it, and `clients` clients press
 * "accept" at once. Writes the offers directly to the table, because the service allows only three pending offers for a
 * DPP.
 */
export const raceForLastPlace = async (
  stack: JourneyStack,
  { round, offers, clients }: { round: number; offers: number; clients: number },
): Promise<Round> => {
  const { table } = await stack.table();
  const now = instantOf((await stack.now()).getTime());
  const today = londonDay(now);
  const dates = {
    courseStart: addDays(today, 60),
    courseEnd: addDays(today, 200),
    applicationsClose: addDays(today, 50),
    signOffNeededBy: addDays(today, 40),
  };
  const times = { madeAt: now, remindAt: addHours(now, 60), expiresAt: addHours(now, 120) };
  const dpp = `dppr${round}`;
  const numbers = Array.from({ length: offers }, (_, index) => index);
  const id = (what: string, index: number) => `${what}${round}x${index}`;
  const tokens = numbers.map(() => randomBytes(32).toString('base64url'));

  const nouns = {
    practitioners: [
      aPractitioner({
        id: dpp,
        version: 0,
        email: `dpp${round}@dpp.example`,
        confirmedAt: now,
        pendingOffers: numbers.map((index) => ({
          offerId: id('offer', index),
          from: dates.courseStart,
          to: dates.courseEnd,
          holdsPlace: false,
        })),
      }),
    ],
    requests: numbers.map((index) =>
      aRequest({
        id: id('req', index),
        version: 0,
        email: `learner${round}x${index}@learner.example`,
        ...dates,
        confirmedAt: now,
        seats: [
          aSeat({
            id: id('seat', index),
            state: 'offered',
            offerId: id('offer', index),
            practitionerId: dpp,
          }),
        ],
      }),
    ),
    offers: numbers.map((index) =>
      anOffer({
        id: id('offer', index),
        version: 0,
        requestId: id('req', index),
        seatId: id('seat', index),
        practitionerId: dpp,
        ...times,
      }),
    ),
  };
  const links = linkRepository(table);
  const changes = [
    ...nounChanges(table, nouns),
    ...tokens.map((token, index) =>
      links.mint(
        {
          kind: 'offer',
          recipient: 'practitioner',
          practitionerId: dpp,
          requestId: id('req', index),
          offerId: id('offer', index),
          expiresAt: addHours(now, 500),
        },
        token,
      ),
    ),
  ];
  const written = await table.commit(changes);
  if (!written.committed) throw new Error('a round must be storable');

  const presses = Array.from({ length: clients }, (_, client) => client % offers);
  const answers = await Promise.all(
    presses.map((index, client) =>
      visitor(stack.site, 100 + (client % 100)).post(`/offers/${tokens[index] ?? ''}`, {
        decision: 'accept',
      }),
    ),
  );
  return { answers, offers: presses, practitioner: dpp };
};
