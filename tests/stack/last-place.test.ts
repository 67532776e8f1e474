import * as z from 'zod';
import { beforeAll, describe, expect, it } from 'vitest';
import { journeyStack, textOf } from '../support/journey/stack.ts';
import { raceForLastPlace } from '../support/last-place.ts';

/** Number of races; `npm run test:last-place` runs 200. */
const ROUNDS = z.coerce.number().int().positive().default(5).parse(process.env['LAST_PLACE_ROUNDS']);

/** Number of races after which the table is emptied, because searching a full table is slow. */
const ROUNDS_A_TABLE = 10;

const nounOf = z.object({ noun: z.record(z.string(), z.unknown()) });

describe('the last place of a DPP', () => {
  const stack = journeyStack(51);
  beforeAll(() => stack.empty());

  const matchesOf = async (practitionerId: string) =>
    (await stack.nouns('match'))
      .map((row) => nounOf.parse(row).noun)
      .filter((noun) => noun['practitionerId'] === practitionerId);

  it('goes to one of ten simultaneous acceptances, and the others see that it is filled', async () => {
    const { answers, practitioner } = await raceForLastPlace(stack, { round: 0, offers: 10, clients: 10 });
    expect(answers.map(({ status }) => status).filter((status) => status === 200)).toHaveLength(1);
    const others = answers.filter(({ status }) => status !== 200);
    expect(others.map(({ status }) => status)).toEqual(Array.from({ length: 9 }, () => 409));
    for (const { body } of others) expect(body).toContain('Your place is already filled');
    expect(await matchesOf(practitioner)).toHaveLength(1);
  });

  it('is shown as filled on the page of the others, too', async () => {
    await stack.settle();
    const { answers, practitioner } = await raceForLastPlace(stack, { round: 1, offers: 2, clients: 2 });
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    await stack.settle();
    expect(await matchesOf(practitioner)).toHaveLength(1);
  });

  it(
    `goes to one in each of ${String(ROUNDS)} rounds of 50 clients: no 5xx, one set of e-mails each`,
    async () => {
      const statuses = new Map<number, number>();
      let winners = 0;
      for (let round = 10; round < 10 + ROUNDS; round += 1) {
        // Empties the table only now and then, because emptying takes as long as a race. Races do not share
        // any rows.
        if ((round - 10) % ROUNDS_A_TABLE === 0) await stack.empty();
        else await stack.clearInbox();
        const { answers, offers, practitioner } = await raceForLastPlace(stack, {
          round,
          offers: 10,
          clients: 50,
        });
        for (const { status } of answers) statuses.set(status, (statuses.get(status) ?? 0) + 1);
        expect(answers.filter(({ status }) => status >= 500).map(({ body }) => body)).toEqual([]);
        // Several presses of the same button count as one acceptance, and all of them get the same answer.
        const won = new Set(offers.filter((_, client) => answers[client]?.status === 200));
        expect(won.size).toBe(1);
        const matches = await matchesOf(practitioner);
        expect(matches).toHaveLength(1);
        winners += matches.length;
        const agreed = (await stack.mails()).filter((mail) => textOf(mail).includes('Contact details'));
        expect(agreed.map(({ destination }) => destination.to.join()).sort()).toEqual(
          [`dpp${round}@dpp.example`, `learner${round}x${[...won][0]!}@learner.example`].sort(),
        );
      }
      console.log(
        `last place: ${ROUNDS} rounds of 50 clients, ${winners} winners; statuses ${JSON.stringify(Object.fromEntries(statuses))}`,
      );
      expect(winners).toBe(ROUNDS);
    },
    120_000 + ROUNDS * 20_000,
  );
});
