import { beforeAll, describe, expect, it } from 'vitest';
import { checkAnswersPage, journeysOf } from '../support/journey/check-answers-page.ts';
import { type MarkedSystem, markedSystem } from '../support/journey/marked-system.ts';

const kent = markedSystem(61, true, {
  systemId: 'kent-and-medway',
  mark: 'Kestrel',
  teamEmail: 'team@dpp-match.example',
  dpp: { outcode: 'ME7' },
  learner: { outcode: 'ME4', university: 'medway' },
  numbers: '551',
});
const sussex = markedSystem(62, false, {
  systemId: 'sussex',
  mark: 'Plover',
  teamEmail: 'sussex@dpp-match.example',
  dpp: { outcode: 'BN1' },
  learner: { outcode: 'BN2', university: 'brighton' },
  numbers: '552',
});
/** Has a policy, settings and a consent wording of its own. */
const riverlands = markedSystem(73, false, {
  systemId: 'zz-riverlands',
  mark: 'Bittern',
  teamEmail: 'zz-riverlands@dpp-match.example',
  dpp: { outcode: 'ZZ5' },
  learner: { outcode: 'ZZ6', university: 'riverlands' },
  numbers: '553',
});
const systems = [kent, sussex, riverlands];
const pairs: readonly (readonly [string, string, MarkedSystem, MarkedSystem])[] = systems.flatMap((own) =>
  systems
    .filter((other) => other !== own)
    .map((other) => [own.systemId, other.systemId, own, other] as const),
);
const each = systems.map((own) => [own.systemId, own] as const);

/** Words that only the made-up system has chosen: its consent, its version of the policy, and its days. */
const CHOSEN = ['the Riverlands team publishes', 'riverlands-publish-2', '4 working days', 'Every 60 days'];

/** Everything that a system shows, with where it was shown. */
const shown = new Map<string, readonly (readonly [where: string, text: string])[]>();
const privatePages = new Map<string, readonly string[]>();

const read = async (system: MarkedSystem): Promise<void> => {
  const { caller, team } = system.stack;
  const own = await system.privatePages();
  privatePages.set(system.systemId, own);
  const texts: (readonly [string, string])[] = [];
  for (const path of [...(await system.publicPages()), ...own]) {
    texts.push([`page ${path}`, (await caller.see(path)).body]);
    texts.push([`JSON ${path}`, (await caller.get(path)).body]);
  }
  const journeys = journeysOf(system.systemId);
  for (const [path, journey, answers] of [
    ['/register/check-answers', journeys.register, system.anOffer()],
    ['/request/check-answers', journeys.request, await system.anAsk()],
  ] as const)
    texts.push([`page ${path}`, (await checkAnswersPage(caller, journey, answers)).body]);
  for (const mail of await system.mails()) texts.push([`e-mail ${mail.subject}`, JSON.stringify(mail)]);
  for (const command of ['list', 'flags']) texts.push([command, JSON.stringify(await team(command))]);
  shown.set(system.systemId, texts);
};

const textsOf = ({ systemId }: MarkedSystem) => shown.get(systemId) ?? [];
const mentions = (system: MarkedSystem, word: string): readonly string[] =>
  textsOf(system)
    .filter(([, text]) => text.toLowerCase().includes(word.toLowerCase()))
    .map(([where]) => where);

describe('the systems of one deployment', () => {
  beforeAll(async () => {
    await kent.stack.empty();
    await kent.journeys();
    await sussex.journeys();
    await riverlands.journeys();
    await kent.stack.runSchedule('notifications-weekly-digests');
    for (const { name } of await kent.stack.schedules()) await kent.stack.runSchedule(name);
    await kent.stack.settle();
    await kent.stack.whenFresh();
    for (const system of systems) await read(system);
  }, 900_000);

  it('keep every row of a person under their own keys', async () => {
    for (const row of await kent.stack.rows())
      for (const [, , own, other] of pairs)
        if (JSON.stringify(row).includes(own.mark))
          expect([
            String(row['pk']).startsWith(`${own.systemId}|`),
            JSON.stringify(row).includes(other.mark),
          ]).toEqual([true, false]);
  });

  it.each(each)('%s shows its own people on pages, in data and in e-mails', (_, own) => {
    const found = mentions(own, own.mark);
    for (const where of [
      'page /find-a-dpp/results',
      'JSON /api/v1/directory',
      'JSON /open-data/directory.json',
      'page /open-data/directory.csv',
      'page /register/check-answers',
      'page /request/check-answers',
    ])
      expect(found).toContain(where);
    expect(found.filter((where) => where.startsWith('e-mail')).length).toBeGreaterThan(10);
    expect(found.filter((where) => /^JSON .*\/data$/u.test(where)).length).toBeGreaterThan(1);
    expect(found.some((where) => where.startsWith('page /organisation/'))).toBe(true);
    expect(textsOf(own).filter(([where]) => where.startsWith('page /digest/')).length).toBeGreaterThan(0);
    expect(textsOf(own).filter(([where]) => where.startsWith('page /')).length).toBeGreaterThan(40);
  });

  it.each(pairs)('%s shows nobody of %s', (_own, _other, own, other) => {
    expect(mentions(own, other.mark)).toEqual([]);
  });

  it('show what one of them has chosen in that one only', () => {
    for (const words of CHOSEN) {
      expect(mentions(riverlands, words), words).not.toEqual([]);
      for (const other of [kent, sussex]) expect(mentions(other, words), words).toEqual([]);
    }
  });

  it('keep the wording that people agreed to, and the policy by which they were matched', async () => {
    const stored = async (kind: string, words: (noun: Readonly<Record<string, unknown>>) => unknown) =>
      new Set(
        (await kent.stack.nouns(kind))
          .map(({ pk, noun }) => [String(pk).split('|')[0], words(noun as Readonly<Record<string, unknown>>)])
          .map((found) => found.join(': ')),
      );
    const wording = ({ consent }: Readonly<Record<string, unknown>>) =>
      (consent as { wording: string }).wording;
    expect(await stored('practitioner', wording)).toEqual(
      new Set(['kent-and-medway: publish-1', 'sussex: publish-1', 'zz-riverlands: riverlands-publish-2']),
    );
    expect(await stored('offer', ({ policy }) => policy)).toEqual(
      new Set([
        'kent-and-medway: 2026-12.2',
        'sussex: 2026-12.2',
        'zz-riverlands: 2026-12.2+riverlands-1+ask-60-hide-100',
      ]),
    );
  });

  it.each(pairs)('%s names neither the team nor the address of %s', (_own, _other, own, other) => {
    expect(mentions(own, other.teamEmail)).toEqual([]);
    expect(mentions(own, new URL(other.origin).host)).toEqual([]);
  });

  it('send e-mails whose links lead to their own site', async () => {
    for (const system of systems) {
      const origins = (await system.mails()).flatMap(system.addressesIn).map(({ origin }) => origin);
      expect(origins.length).toBeGreaterThan(20);
      expect(new Set(origins.filter((origin) => origin.includes('localhost')))).toEqual(
        new Set([system.origin]),
      );
    }
  });

  it.each(pairs)('links of %s open nothing in %s', async (_own, _other, own, other) => {
    const links = privatePages.get(own.systemId) ?? [];
    expect(links.length).toBeGreaterThan(10);
    const before = JSON.stringify(await own.stack.rows());
    for (const path of links) {
      const page = await other.stack.caller.see(path);
      expect([path, [404, 410].includes(page.status)]).toEqual([path, true]);
      expect(page.body).not.toMatch(new RegExp(own.mark, 'iu'));
      const changed = await other.stack.caller.post(path, { decision: 'accept', answer: 'yes' });
      expect([path, changed.status >= 400]).toEqual([path, true]);
    }
    expect(JSON.stringify(await own.stack.rows())).toBe(before);
  });

  it('count confirmations of the same address apart', async () => {
    const counted = (await kent.stack.rows())
      .filter(({ kind }) => kind === 'counter')
      .map(({ pk }) => String(pk));
    for (const { systemId } of systems)
      expect(counted.some((pk) => pk.startsWith(`${systemId}|COUNTER#confirmations#`))).toBe(true);
    expect(counted.filter((pk) => pk.startsWith('COUNTER#emails#')).length).toBeGreaterThan(0);
  });
});
