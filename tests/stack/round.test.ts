import * as z from 'zod';
import { beforeAll, describe, expect, it } from 'vitest';
import { seedTable } from '../../infra/local/seed/seed.ts';
import { isOfferIn, type Offer, offerSchema } from '../../shared/offers/offer.ts';
import { practitionerSchema } from '../../shared/people/practitioner.ts';
import { requestSchema } from '../../shared/requests/request.ts';
import { policy } from '../../shared/matching/policy.ts';
import { rank } from '../../shared/matching/rank.ts';
import { addDays, londonInstant, weekdayOf } from '../../shared/kernel/time.ts';
import { hashOf } from '../../functions/platform/hash.ts';
import { ledgerEntrySchema } from '../../shared/matches/ledger.ts';
import { matchSchema } from '../../shared/matches/match.ts';
import { hostingBalances } from '../../shared/insights/hosting-balances.ts';
import { journeyStack, linkIn, textOf } from '../support/journey/stack.ts';
import { mintLinks } from '../support/journey/world.ts';
import { noContext } from '../support/no-context.ts';

const headerSchema = z.looseObject({
  id: z.string(),
  seedHash: z.string(),
  seed: z.string().optional(),
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
  let past = '';

  const ask = async (command: string, facts: object = {}) => {
    const outcome = outcomeSchema.parse(await stack.invoke('programme-rounds', { command, ...facts }));
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
    const { table } = await stack.table();
    await seedTable(table, (await stack.now()).toISOString());
    // Makes the hash of the gathering round public, as the schedule does for a round that the seed has stored.
    await stack.runSchedule('directory-count-figures');
    await stack.settle();
    const rounds = z.array(headerSchema).parse(await ask('round-list'));
    id = rounds.find(({ state }) => state === 'gathering')!.id;
    past = rounds.find(({ state }) => state === 'closed')!.id;
    // Sends the e-mails about learners outside the round for whom nobody is left, so that none come between its own.
    await stack.advance({ minutes: 2 });
    await stack.advance({ minutes: 6 });
    await stack.clearInbox();
  });

  const html = { accept: 'text/html' };
  const pageAt = async (path: string): Promise<string> =>
    (await stack.caller.send(path, { method: 'GET', headers: html })).body;
  /** Reads the public page of a round after the schedule has counted and caches have expired. */
  const report = async (of: string): Promise<string> => {
    expect(await stack.runSchedule('directory-count-figures')).toMatchObject({ ok: true });
    await stack.whenFresh();
    return pageAt(`/insights?about=fairness&round=${of}`);
  };

  it('publishes the hash of its seed before anything is planned, and not the seed', async () => {
    const [header] = z
      .array(headerSchema)
      .parse(await ask('round-list'))
      .filter((one) => one.id === id);
    expect(header?.seed).toBeUndefined();
    expect(await report(id)).toContain(header?.seedHash);
    const refused = await stack.invoke('programme-rounds', { command: 'round-reveal', id, by });
    expect(refused).toMatchObject({ ok: false, refusal: 'round-not-open-for-that' });
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
    for (const mail of mails)
      expect(textOf(mail)).toMatch(
        /Why you\n-+\n\n\* .+\n\* [\s\S]+This offer comes from a round: we match all learners of an intake/u,
      );
  });

  it('after a decline asks again only for those without an offer', async () => {
    const before = await offers();
    const people = (await stack.nouns('practitioner')).map((row) => practitionerSchema.parse(row['noun']));
    const asks = (await stack.nouns('request')).map((row) => requestSchema.parse(row['noun']));
    const today = await stack.today();
    /**
     * Whether another DPP could still take the seat. Often none can, because most places are already used by the
     * cohort.
     */
    const hasOthers = ({ requestId, seatId, practitionerId }: Offer): boolean => {
      const request = asks.find((one) => one.id === requestId)!;
      const seats = request.seats.map((seat) =>
        seat.id === seatId ? { ...seat, state: 'vacant' as const, practitionerId: undefined } : seat,
      );
      const seat = seats.find((one) => one.id === seatId)!;
      const { candidates } = rank({ ...request, seats }, seat, people, policy, today, noContext);
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
    // The place that has become free may go to another learner, but must not be offered for this seat again.
    const again = fresh.find(({ seatId }) => seatId === declined?.seatId);
    expect(again?.practitionerId).not.toBe(declined?.practitionerId);
  });

  it('publishes the outcomes of a round as page, data and spreadsheet', async () => {
    const page = await report(past);
    expect(page).toMatch(/learners of the round “Last intake” have a place/u);
    expect(page).toMatch(/the round saves \d+ miles/u);
    const { body } = await stack.caller.get(`/insights?about=fairness&round=${past}&format=csv`);
    expect(body).toContain('Miles by road saved compared with first come, first served');
    expect(await pageAt('/insights?about=fairness')).toContain('Round: Last intake');
    expect((await stack.caller.get(`/insights?about=fairness&round=${past}`)).body).toContain('"seedHash"');
  });

  it('appears in the ledger and in the digest as it was agreed', { timeout: 240_000 }, async () => {
    const mails = (await stack.mails()).filter((one) => textOf(one).includes('comes from a round'));
    for (const mail of mails.slice(0, 14))
      await stack.caller.post(linkIn(mail, 'offers'), { decision: 'accept' });
    await stack.settle();
    const made = await offers();
    const accepted = new Set(made.filter(isOfferIn('accepted')).map(({ matchId }) => matchId));
    expect(accepted.size).toBeGreaterThan(10);

    const matches = (await stack.nouns('match'))
      .map((row) => matchSchema.parse(row['noun']))
      .filter((one) => accepted.has(one.id));
    expect(matches).toHaveLength(accepted.size);
    const lines = (await stack.rows())
      .filter(({ kind }) => kind === 'ledger')
      .map(({ entry }) => ledgerEntrySchema.parse(entry));
    for (const { id: matchId, home, host } of matches) {
      const line = lines.find((one) => one.matchId === matchId && one.side !== 'placed-with');
      expect(line).toMatchObject({ organisation: host, counterpart: home });
    }

    await stack.clearInbox();
    const today = await stack.today();
    await stack.advance({ to: londonInstant(addDays(today, 8 - weekdayOf(today)), '08:00') });
    await stack.settle();
    const digests = (await stack.mails('team@dpp-match.example')).filter((one) =>
      textOf(one).includes('/digest/'),
    );
    const pages = await Promise.all(digests.map((mail) => pageAt(linkIn(mail, 'digest'))));
    const words = pages.map((one) => one.replaceAll(/<[^>]*>/gu, ' ').replaceAll('&amp;', '&'));
    const page = words.find((one) => one.includes('The round “')) ?? '';
    expect(page).toMatch(/The round “Next year’s cohort”.*\d+ of \d+ learners have a place/su);
    const exchanges = hostingBalances(lines).filter(({ hosted, placed }) => hosted + placed > 0);
    expect(exchanges.length).toBeGreaterThan(10);
    for (const { name, hosted, placed } of exchanges)
      expect(page).toContain(
        `${name}: hosts ${hosted} from other organisations; other organisations host ${placed} of its own`,
      );
  });

  it('shows its learners their teams, what is missing, and with how many they compete', async () => {
    const cohort = viewSchema.parse(await ask('round-show', { id })).learners;
    const links = await mintLinks(
      stack,
      cohort.map(({ requestId }) => ({
        kind: 'status' as const,
        recipient: 'requester' as const,
        requestId,
      })),
    );
    const pages = await Promise.all(links.map(pageAt));
    const teams = pages.filter((page) => page.includes('Your team'));
    expect(teams.length).toBeGreaterThan(5);
    expect(teams.some((page) => page.includes('Spoke supervisor, 30 hours'))).toBe(true);
    expect(teams.some((page) => page.includes('hours are agreed. Still missing:'))).toBe(true);
    const without = pages.filter((page) => page.includes('in the published order'));
    expect(without.length).toBeGreaterThan(0);
    for (const page of without)
      expect(page).toMatch(/There (?:is|are) only \d+ places? for you and \d+ other learners?/u);
  });

  it('reveals the seed, whose hash was public from the first day', async () => {
    await ask('round-end', { id, by });
    const header = z.object({ round: headerSchema }).parse(await ask('round-reveal', { id, by })).round;
    expect(hashOf(header.seed ?? '')).toBe(header.seedHash);
    expect(await report(id)).toContain(header.seed);
  });
});
