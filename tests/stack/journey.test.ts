import * as z from 'zod';
import { beforeAll, describe, expect, it } from 'vitest';
import { addDays } from '../../shared/kernel/time.ts';
import { byForms, byJson } from '../support/journey/callers.ts';
import { journeyStack, linkIn, textOf } from '../support/journey/stack.ts';

const cards = z.object({
  practitioners: z.array(z.object({ name: z.string(), availability: z.object({ id: z.string() }) })),
});

/** The tests are steps of one journey: they run in order, and each continues from the result of the one before. */
describe.each([
  ['by forms, without scripts', byForms, 11],
  ['by JSON', byJson, 12],
] as const)('from registration to feedback, %s', (_, way, network) => {
  const stack = journeyStack(network);
  const by = way(stack);
  const amara = 'amara@dpp.example';
  const bilal = 'bilal@dpp.example';
  const lee = 'lee@learner.example';

  const directory = async () => {
    await stack.whenFresh();
    return cards.parse(JSON.parse((await stack.caller.get('/find-a-dpp/results')).body)).practitioners;
  };
  const card = async (name: string) => (await directory()).find((one) => one.name === name);

  beforeAll(() => stack.empty());

  it('takes two registrations and asks each for the address', async () => {
    await by.register(stack.anOffer());
    await by.register(
      stack.anOffer({
        name: 'Bilal Example',
        email: bilal,
        registrationNumber: '2012346',
        outcode: 'ME10',
        organisation: 'Creek Surgery',
        phone: '01795 496 001',
      }),
    );
    for (const address of [amara, bilal])
      expect(linkIn(await stack.mailTo(address, 'Confirm'), 'confirm')).toMatch(/^\/confirm\/[\w-]{43}$/u);
    expect(await directory()).toEqual([]);
  });

  it('does nothing when a link is only opened, and continues when it is confirmed', async () => {
    for (const address of [amara, bilal]) {
      const link = linkIn(await stack.mailTo(address, 'Confirm'), 'confirm');
      const before = await stack.rows();
      await stack.caller.see(link);
      expect(await stack.rows()).toEqual(before);
      expect(await by.answer(link, { decision: 'yes' })).toMatch(/register|awaiting-check/u);
    }
    expect(await directory()).toEqual([]);
  });

  it('lists both once the programme team has looked them up, and tells them', async () => {
    const wanted = z
      .object({ data: z.array(z.object({ id: z.string(), name: z.string() })) })
      .parse(await stack.team('list')).data;
    expect(wanted.map(({ name }) => name).sort()).toEqual(['Amara Example', 'Bilal Example']);
    for (const { id } of wanted)
      await stack.team('check', {
        id,
        by: 'Tess Team',
        seen: 'annotated, no conditions',
        proof: 'known to the team',
      });
    await stack.mailTo(amara, /listed/iu);
    expect((await directory()).map(({ name }) => name).sort()).toEqual(['Amara Example', 'Bilal Example']);
    expect(await by.read('/find-a-dpp/results')).toContain('Amara Example');
  });

  it('asks the DPP who fits best as soon as a learner has confirmed, and says why', async () => {
    const day = await stack.today();
    await by.ask(
      await stack.anAsk({
        courseStart: addDays(day, 4),
        courseEnd: addDays(day, 26),
        applicationsClose: addDays(day, 3),
        signOffNeededBy: addDays(day, 3),
      }),
    );
    await by.answer(linkIn(await stack.mailTo(lee, 'Confirm'), 'confirm'), { decision: 'yes' });
    await stack.mailTo(lee, 'We are looking for a DPP');
    const offer = await stack.mailTo(amara, 'Accept or decline');
    expect(textOf(offer)).toContain('Why you');
    expect(textOf(offer)).toMatch(/miles?|same town|Chatham|Gillingham/u);
    expect(textOf(offer)).not.toContain(lee);
    expect(await stack.mails(bilal)).not.toContainEqual(
      expect.objectContaining({ subject: expect.stringContaining('Accept or decline') as string }),
    );
  });

  it('asks the next DPP when the first declines with a reason, without a name to the learner', async () => {
    const link = linkIn(await stack.mailTo(amara, 'Accept or decline'), 'offers');
    await by.answer(link, { decision: 'decline', reason: 'no-time' });
    const told = textOf(await stack.mailTo(lee, 'asking the next DPP'));
    expect(told).not.toContain('Amara');
    await stack.mailTo(bilal, 'Accept or decline');
    expect((await stack.nouns('offer')).length).toBe(2);
  });

  it('makes the match when the second accepts, and gives each side the other’s work contact', async () => {
    const link = linkIn(await stack.mailTo(bilal, 'Accept or decline'), 'offers');
    await by.answer(link, { decision: 'accept' });
    const toBilal = textOf(await stack.mailTo(bilal, /Contact details/u));
    const toLee = textOf(await stack.mailTo(lee, /Contact details/u));
    expect(toBilal).toContain(lee);
    expect(toLee).toContain(bilal);
    expect(toLee).toContain('01795 496 001');
    expect(await by.read(linkIn(await stack.mailTo(lee, /Contact details/u), 'status'))).toContain('Bilal');
  });

  it('shows the place as taken in the directory', async () => {
    expect((await card('Amara Example'))?.availability.id).toBe('has-places');
    expect((await card('Bilal Example'))?.availability.id).toBe('not-now');
    expect(await by.read('/find-a-dpp/results')).toMatch(/Not taking learners now/u);
  });

  it('counts the match in Monday’s digest', async () => {
    const schedules = await stack.schedules();
    const monday = schedules.find(({ name }) => name === 'notifications-weekly-digests')?.next ?? '';
    await stack.advance({ to: monday });
    const digest = textOf(await stack.mailTo('team@dpp-match.example', /^Kent and Medway$/mu));
    expect(digest).toContain('Matches agreed this week: 1');
    expect(digest).toContain('Places taken: 1');
    expect(digest).toContain('I do not have time at the moment: 1');
  });

  it('asks near the end whether it is over, frees the place, and asks both how it was', async () => {
    await stack.advance({ to: `${addDays(await stack.today(), 21)}T12:00:00.000Z` });
    const ending = linkIn(await stack.mailTo(bilal, 'Confirm the end'), 'feedback');
    await by.answer(ending, { outcome: 'completed' });
    expect((await stack.nouns('match')).length).toBe(1);
    for (const address of [bilal, lee]) {
      const asked = linkIn(await stack.mailTo(address, /how (it|was|did)/iu), 'feedback');
      expect(await by.answer(asked, { rating: '5', wouldAgain: 'yes' })).toMatch(/Thank you|feedbackGiven/u);
    }
    const [match] = await stack.nouns('match');
    expect(JSON.stringify(match)).toMatch(/completed/u);
  }, 300_000);

  it('offers the place to others again', async () => {
    expect((await card('Bilal Example'))?.availability.id).toBe('has-places');
  });

  it('leaves no logged error, no queued event and no unsent e-mail', async () => {
    expect((await stack.queues()).flatMap(({ messages }) => messages)).toEqual([]);
    // On a busy machine an e-mail may be postponed, which is logged as an error. The last check makes sure that every
    // postponed e-mail was sent later.
    const errors = (await stack.logs()).filter(({ line }) => line.includes('"ERROR"'));
    expect(errors.filter(({ line }) => !line.includes('"email-postponed"'))).toEqual([]);
    const states = (await stack.rows()).filter(({ sk }) => sk === 'EMAIL').map((row) => JSON.stringify(row));
    expect(states.filter((row) => /"state":"(pending|leased|failed)"/u.test(row))).toEqual([]);
  });
});
