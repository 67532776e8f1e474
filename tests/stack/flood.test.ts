import { beforeAll, describe, expect, it } from 'vitest';
import { practitionerRepository } from '../../functions/store/repositories/practitioner-repository.ts';
import { requestRepository } from '../../functions/store/repositories/request-repository.ts';
import { classOfEmail } from '../../shared/notifications/email.ts';
import { addDays, addHours, instantOf, londonDay } from '../../shared/kernel/time.ts';
import { jsonHeaders, rawTo } from '../support/armour/http.ts';
import { aPractitioner, aRequest } from '../support/builders.ts';
import { journeyStack, linkIn } from '../support/journey/stack.ts';
import { mintLinks } from '../support/journey/world.ts';

/** Number of posts; `npm run test:flood` sends 1,500. */
const POSTS = Number(process.env['FLOOD_POSTS'] ?? 300);
const NETWORKS = 75;
const PAIRS = 60;
const RENEWALS = 20;

const numbers = (count: number): readonly number[] => Array.from({ length: count }, (_, index) => index);

/** Does something for each item, at most `atOnce` at the same time. */
const forEachOf = async <Item>(
  items: readonly Item[],
  atOnce: number,
  act: (item: Item) => Promise<void>,
): Promise<void> => {
  const left = items.values();
  await Promise.all(
    numbers(atOnce).map(async () => {
      for (const item of left) await act(item);
    }),
  );
};

describe('a flood of registrations', () => {
  const stack = journeyStack(90);
  const raw = rawTo(stack.site);
  const dppOf = (index: number) => `dpp${index}@dpp.example`;
  const learnerOf = (index: number) => `learner${index}@learner.example`;

  const post = async (email: string, registrationNumber: string, network: number): Promise<number> => {
    const body = JSON.stringify(stack.anOffer({ email, registrationNumber }));
    return (await raw({ path: '/api/v1/practitioners', headers: jsonHeaders, body, network })).status;
  };

  const statuses = new Map<number, number>();
  /** Sends a part of the flood, and waits now and then, so that the machine keeps up. */
  const flood = async (from: number, to: number): Promise<void> => {
    for (let start = from; start < to; start += NETWORKS) {
      await forEachOf(numbers(Math.min(NETWORKS, to - start)), 4, async (index) => {
        const number = start + index;
        // Every address is new; 20 posts an hour are allowed to a network.
        const status = await post(
          `flood${number}@evil.example`,
          String(2_300_000 + number),
          100 + (number % NETWORKS),
        );
        statuses.set(status, (statuses.get(status) ?? 0) + 1);
      });
      await stack.settle();
    }
  };

  const toNextHour = async (): Promise<string> => {
    const now = instantOf((await stack.now()).getTime());
    const next = `${addHours(now, 1).slice(0, 13)}:00:30.000Z`;
    await stack.advance({ to: next });
    return next;
  };

  /** Stores DPPs who are listed, each with places for three learners. */
  const dppsListed = async (): Promise<void> => {
    const { table } = await stack.table();
    const practitioners = practitionerRepository(table);
    const now = instantOf((await stack.now()).getTime());
    const today = londonDay(now);
    for (const index of numbers(PAIRS))
      await table.commit([
        practitioners.save(
          aPractitioner({
            id: `dpp${index}`,
            version: 0,
            name: `Dana Example ${index}`,
            email: dppOf(index),
            registrationNumber: String(2_100_000 + index),
            placesOffered: 3,
            hoursPerWeek: 40,
            availableFrom: addDays(today, -20),
            confirmedAt: now,
            check: { by: 'Tess Team', at: now, seen: 'annotated', dueOn: addDays(today, 300) },
          }),
        ),
      ]);
    await stack.settle();
    await stack.runSchedule('directory-rebuild');
    await stack.settle();
  };

  /** Stores confirmed requests, which the service then matches. */
  const learnersAsk = async (): Promise<void> => {
    const { table } = await stack.table();
    const requests = requestRepository(table);
    const now = instantOf((await stack.now()).getTime());
    const today = londonDay(now);
    for (const index of numbers(PAIRS))
      await table.commit([
        requests.save(
          aRequest({
            id: `req${index}`,
            version: 0,
            requesterName: `Lee Learner ${index}`,
            email: learnerOf(index),
            registrationNumber: String(2_200_000 + index),
            courseStart: addDays(today, 30),
            courseEnd: addDays(today, 72),
            applicationsClose: addDays(today, 28),
            signOffNeededBy: addDays(today, 27),
            maxMinutes: 60,
            createdAt: now,
            confirmedAt: now,
            updatedAt: now,
          }),
        ),
      ]);
    await stack.settle();
    for (let time = 0; time < 3; time += 1) await stack.runSchedule('matching-match-seats');
  };

  let begun = '';
  let genuine = 0;

  beforeAll(async () => {
    await stack.empty();
    await dppsListed();
    begun = await toNextHour();
    await flood(0, POSTS / 3);
    await learnersAsk();
    const offers = (await stack.mails()).filter(
      ({ destination, subject }) =>
        /^dpp/u.test(destination.to.join()) && subject.startsWith('Accept or decline'),
    );
    // The rest of the flood arrives while people answer.
    const rest = flood(POSTS / 3, POSTS);
    await forEachOf(offers, 2, async (mail) => {
      const answered = await stack.caller.post(linkIn(mail, 'offers'), { decision: 'accept' });
      if (answered.status !== 200) throw new Error(`not accepted: ${answered.status} ${answered.body}`);
    });
    const dead = await mintLinks(
      stack,
      numbers(RENEWALS).map((index) => ({
        kind: 'manage' as const,
        recipient: 'practitioner' as const,
        practitionerId: `dpp${index}`,
      })),
      -1,
    );
    for (const path of dead) await stack.caller.submit(path, { renew: 'yes' });
    genuine = await post('genuine@practice.example', '2012399', 99);
    await rest;
    await stack.settle();
  }, 600_000);

  const now = async () => (await stack.now()).toISOString();
  const count = async (address: RegExp, subject: RegExp): Promise<number> =>
    (await stack.mails()).filter(
      (mail) => address.test(mail.destination.to.join()) && subject.test(mail.subject),
    ).length;

  it(`is taken as ${POSTS} posts from ${NETWORKS} networks within one hour`, async () => {
    expect(Object.fromEntries(statuses)).toEqual({ 202: POSTS });
    expect(genuine).toBe(202);
    expect((await now()).slice(0, 13)).toBe(begun.slice(0, 13));
  });

  it('does not stop 60 offers, 60 acceptances with all their e-mails and 20 new links', async () => {
    expect(await count(/^dpp/u, /^Accept or decline/u)).toBe(PAIRS);
    const matches = await stack.nouns('match');
    expect(matches).toHaveLength(PAIRS);
    const unsent = (await stack.nouns('email')).filter(
      (row) => JSON.stringify(row).includes('"answer"') && row['state'] !== 'sent',
    );
    expect(unsent).toEqual([]);
    expect(await count(/^learner/u, /./u)).toBeGreaterThanOrEqual(PAIRS);
    const names = (await stack.nouns('email')).map(({ pk, state }) => ({
      name: String(pk).split('#')[1]?.split('.')[0] ?? '',
      state,
    }));
    const answers = names.filter(({ name }) => Reflect.get(classOfEmail, name) === 'answer');
    expect(answers.filter(({ state }) => state !== 'sent')).toEqual([]);
    for (const name of ['practitioner-match-agreed', 'requester-match-agreed'])
      expect(answers.filter((one) => one.name === name)).toHaveLength(PAIRS);
    expect(await count(/^dpp/u, /new link/u)).toBe(RENEWALS);
  });

  it('lets a genuine registration from a network of its own have its e-mail in the same hour', async () => {
    expect(await count(/^genuine@/u, /^Confirm/u)).toBe(1);
  });

  it('gets no more than its share, and each of its networks has had an e-mail', async () => {
    const sent = (await stack.mails()).flatMap(
      ({ destination }) => /^flood(\d+)@/u.exec(destination.to.join())?.[1] ?? [],
    );
    expect(sent.length).toBeLessThan(150);
    expect(new Set(sent.map((number) => Number(number) % NETWORKS)).size).toBe(NETWORKS);
    console.log(
      `flood: ${POSTS} posts from ${NETWORKS} networks, ${sent.length} of their e-mails sent in the hour, ${(await stack.mails()).length} in all`,
    );
  });

  it('rings the alarm once, when half of the hour is used', async () => {
    const alarms = (await stack.logs()).filter(({ line }) => line.includes('"half-of-the-emails-used"'));
    expect(alarms).toHaveLength(1);
  });

  it('is sent after the answers in the next hour, and again leaves room', async () => {
    await stack.clearInbox();
    await stack.advance({ to: `${addHours(begun, 1).slice(0, 13)}:01:00.000Z` });
    const [path] = await mintLinks(
      stack,
      [{ kind: 'manage', recipient: 'practitioner', practitionerId: 'dpp1' }],
      -1,
    );
    for (let time = 0; time < 8; time += 1) await stack.runSchedule('notifications-sweep-outbox');
    expect(await count(/^flood/u, /./u)).toBe(75 + 50);
    await stack.caller.submit(path ?? '', { renew: 'yes' });
    expect(await count(/^dpp1@/u, /new link/u)).toBe(1);
  });
});
