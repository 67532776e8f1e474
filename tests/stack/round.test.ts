import * as z from 'zod';
import { beforeAll, describe, expect, it } from 'vitest';
import { dynamoTable } from '../../functions/platform/storage/dynamo-table.ts';
import type { Change } from '../../functions/platform/storage/table.ts';
import { makeWorld } from '../../infra/local/seed/make-world.ts';
import { writeWorld } from '../../infra/local/seed/write-world.ts';
import { type Offer, offerSchema } from '../../shared/domain/offer.ts';
import { practitionerSchema } from '../../shared/domain/practitioner.ts';
import { requestSchema } from '../../shared/domain/request.ts';
import { policy } from '../../shared/matching/policy.ts';
import { rank } from '../../shared/matching/rank.ts';
import { journeyStack, linkIn, textOf } from '../support/journey-stack.ts';

const headerSchema = z.looseObject({
  id: z.string(),
  state: z.string(),
  wave: z.number(),
  offersMade: z.number(),
});
const viewSchema = z.object({
  round: headerSchema,
  learners: z.array(
    z.object({
      requestId: z.string(),
      profession: z.string(),
      seats: z.array(
        z.looseObject({ role: z.string(), dpp: z.unknown().optional(), why: z.array(z.string()) }),
      ),
    }),
  ),
});
const outcomeSchema = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), data: z.unknown() }),
  z.object({ ok: z.literal(false), refusal: z.string(), errors: z.array(z.unknown()).optional() }),
]);

describe('a round on the running service', () => {
  const stack = journeyStack(71);
  const by = 'Robin Exampleton';
  let id = '';

  const ask = async (command: string, facts: object = {}) => {
    const outcome = outcomeSchema.parse(await stack.invoke('programme-programme', { command, ...facts }));
    if (!outcome.ok) throw new Error(`${command}: ${outcome.refusal} ${JSON.stringify(outcome.errors)}`);
    return outcome.data;
  };
  const plan = async () => {
    await ask('round-snapshot', { id, by });
    await ask('round-solve', { id, by });
    return viewSchema.parse(await ask('round-show', { id }));
  };
  const confirm = async (): Promise<void> => {
    for (let from = 0, of = 1; from < of;) {
      const answer = z
        .looseObject({ done: z.number(), of: z.number() })
        .parse(await ask('round-confirm', { id, by, from }));
      from = Math.max(from + 1, answer.done);
      of = answer.of;
    }
    await stack.settle();
  };
  const offers = async (): Promise<readonly Offer[]> =>
    (await stack.nouns('offer'))
      .map((row) => offerSchema.parse(row['noun']))
      .filter(({ roundId }) => roundId === id);

  beforeAll(async () => {
    await stack.empty();
    const { tableName, documents } = await stack.table();
    const table = dynamoTable(documents, tableName);
    // The functions' own client leaves out what is undefined; this one refuses it.
    const defined = (changes: readonly Change[]): readonly Change[] =>
      JSON.parse(JSON.stringify(changes)) as readonly Change[];
    const world = makeWorld((await stack.now()).toISOString());
    await writeWorld({ ...table, commit: (changes) => table.commit(defined(changes)) }, world);
    await stack.settle();
    [{ id }] = z.tuple([headerSchema]).parse(await ask('round-list'));
    await stack.clearInbox();
  });

  it('plans a cohort of at least 25 with nurses and learning hubs, and asks nobody yet', async () => {
    const { round, learners } = await plan();
    expect(round.state).toBe('planned');
    expect(learners.length).toBeGreaterThanOrEqual(25);
    expect(learners.filter(({ profession }) => profession === 'Nurse').length).toBeGreaterThan(3);
    const seats = learners.flatMap((learner) => learner.seats);
    const placed = (role: string) =>
      seats.filter((seat) => seat.role === role && seat.dpp !== undefined).length;
    expect(placed('Spoke supervisor')).toBeGreaterThan(0);
    expect(placed('Practice supervisor')).toBeGreaterThan(0);
    for (const seat of seats) expect(seat.why.join('').length).toBeGreaterThan(5);
    expect(await offers()).toEqual([]);
    expect(await stack.mails()).toEqual([]);
  });

  it('confirms it: every offer once, holding its place, with an e-mail that says why', async () => {
    await confirm();
    await confirm();
    const made = await offers();
    expect(made.length).toBeGreaterThan(20);
    expect(new Set(made.map(({ seatId }) => seatId)).size).toBe(made.length);
    for (const offer of made) expect(offer).toMatchObject({ state: 'pending', holdsPlace: true });
    const mails = await stack.mails();
    expect(mails).toHaveLength(made.length);
    for (const mail of mails) expect(textOf(mail)).toMatch(/Why you\n-+\n\n\* .+\n\* /u);
  });

  it('after a decline asks only for those without an offer again', async () => {
    const before = await offers();
    const people = (await stack.nouns('practitioner')).map((row) => practitionerSchema.parse(row['noun']));
    const asks = (await stack.nouns('request')).map((row) => requestSchema.parse(row['noun']));
    const today = await stack.today();
    /** Whether somebody else could still take the seat: most places of the cohort are given away. */
    const hasOthers = ({ requestId, seatId, practitionerId }: Offer): boolean => {
      const request = asks.find((one) => one.id === requestId)!;
      const seats = request.seats.map((seat) =>
        seat.id === seatId ? { ...seat, state: 'vacant' as const, practitionerId: undefined } : seat,
      );
      const seat = seats.find((one) => one.id === seatId)!;
      const { candidates } = rank({ ...request, seats }, seat, people, policy, today);
      return candidates.some(({ practitioner }) => practitioner.id !== practitionerId);
    };
    const declined = before.find((offer) => offer.role !== 'practice-supervisor' && hasOthers(offer));
    const dpp = people.find((one) => one.id === declined?.practitionerId);
    const mail = (await stack.mails(dpp?.email)).find((one) => textOf(one).includes('/offers/'));
    const answer = await stack.caller.post(linkIn(mail!, 'offers'), {
      decision: 'decline',
      reason: 'no-time',
    });
    expect(answer.status).toBe(200);
    await stack.runSchedule('matching-match-seats');
    await stack.settle();
    expect(await offers()).toHaveLength(before.length);

    await plan();
    await confirm();
    const after = await offers();
    const fresh = after.filter((offer) => !before.some((one) => one.id === offer.id));
    const others = before.filter((one) => one.id !== declined?.id);
    expect(fresh.map(({ requestId }) => requestId)).toContain(declined?.requestId);
    for (const offer of others) expect(after.find((one) => one.id === offer.id)).toEqual(offer);
    const seatsBefore = new Set(others.map(({ seatId }) => seatId));
    expect(fresh.filter(({ seatId }) => seatsBefore.has(seatId))).toEqual([]);
    // The place that the decline freed may go to somebody else, never to this seat again.
    const again = fresh.find(({ seatId }) => seatId === declined?.seatId);
    expect(again?.practitionerId).not.toBe(declined?.practitionerId);
  });
});
