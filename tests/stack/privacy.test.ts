import { DeleteCommand } from '@aws-sdk/lib-dynamodb';
import { beforeAll, describe, expect, it } from 'vitest';
import { redrive } from '../../infra/ops/redrive-queue.ts';
import { organisationRepository } from '../../functions/store/repositories/organisation-repository.ts';
import { emailRepository } from '../../functions/store/repositories/email-repository.ts';
import { keys, lists } from '../../functions/store/table/keys.ts';
import { emailFor } from '../../shared/notifications/email.ts';
import { sentEmail } from '../../shared/notifications/email-moves.ts';
import { journeyStack, linkIn, linksIn } from '../support/journey/stack.ts';

const dpp = {
  name: 'Zephyrine Quillfeather',
  email: 'zephyrine.quillfeather@canary.example',
  phone: '07700 900 987',
  registrationNumber: '2098765',
};
const learner = {
  requesterName: 'Xanthippe Moorhen',
  email: 'xanthippe.moorhen@canary.example',
  registrationNumber: '2087654',
  scope: 'Canarytext about patients with hypertension in Moorhen ward.',
};
const ZEPHYRINE = /zephyrine|quillfeather|7700\s?900\s?987|2098765/iu;
const XANTHIPPE = /xanthippe|moorhen|2087654|canarytext/iu;

describe('privacy', () => {
  const stack = journeyStack(43);
  const tokens = new Set<string>();
  const collect = async () => {
    for (const mail of await stack.mails())
      for (const path of linksIn(mail)) tokens.add(path.split('/')[2] ?? '');
  };
  const dump = async () => (await stack.rows()).map((row) => JSON.stringify(row));
  const publicPages = [
    '/find-a-dpp/results',
    '/find-a-dpp/results?search=quillfeather',
    '/open-data/directory.json',
    '/open-data/directory.csv',
    '/api/v1/directory',
    '/insights',
    '/sitemap-index.xml',
    '/sitemap-0.xml',
  ];
  /** Fetches every public address that may show a listing. */
  const published = async (
    profile: string,
  ): Promise<Readonly<Record<string, { status: number; body: string }>>> => {
    const pages = await Promise.all(
      [...publicPages, profile].map(async (path) => [path, await stack.caller.get(path)] as const),
    );
    const asJson = await stack.caller.send(profile, {
      method: 'GET',
      headers: { accept: 'application/json' },
    });
    return Object.fromEntries([...pages, [`${profile} as JSON`, asJson]]);
  };
  const namedIn = async (profile: string): Promise<readonly string[]> =>
    Object.entries(await published(profile)).flatMap(([name, { body }]) =>
      ZEPHYRINE.test(body) ? [name] : [],
    );
  /** Returns the path of the listing's page, as given in the open data. */
  const profileOf = async (): Promise<string> => {
    await stack.whenFresh();
    const { body } = await stack.caller.get('/open-data/directory.json');
    const path = /\/dpp\/zephyrine-quillfeather-[\w-]+/u.exec(body)?.[0];
    if (path === undefined) throw new Error('no address of a page of their own');
    return path;
  };

  beforeAll(async () => {
    await stack.empty();
    await stack.confirmDomain('canary.example');
    await stack.listed(dpp);
    await stack.asked(learner);
  }, 240_000);

  it('puts no personal data into logs and dead letters, in any flow or fault', async () => {
    await collect();
    const offer = linkIn(await stack.mailTo(dpp.email, /Accept or decline|Answer by/u), 'offers');
    await stack.caller.see(offer);
    await stack.caller.post('/api/v1/practitioners', { ...stack.anOffer(dpp), hoursPerWeek: dpp.name });
    await stack.caller.post('/api/v1/requests', { requesterName: [learner.requesterName], email: 7 });
    await stack.caller.send('/api/v1/requests', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: `{"email": "${learner.email}"`,
    });
    await stack.caller.see(`/find-a-dpp/results?search=${encodeURIComponent(dpp.name)}&outcode=${dpp.email}`);
    for (const path of ['confirm', 'manage', 'offers', 'nowhere'])
      await stack.caller.see(`/${path}/${encodeURIComponent(learner.email)}`);

    // Simulates e-mails that are throttled, rejected or bounced, or for which the reply is lost.
    await stack.mailFault('throttle');
    await stack.mailFault('lose-answer');
    await stack.caller.post(offer, { decision: 'accept' });
    await stack.settle();
    await stack.mailFault('reject');
    await stack.advance({ minutes: 12 });
    const mails = await stack.mails(learner.email);
    await stack.mailEvent({ kind: 'bounce', messageId: mails.at(-1)?.messageId ?? '', to: learner.email });
    await stack.mailEvent({ kind: 'complaint', messageId: mails.at(-1)?.messageId ?? '', to: learner.email });

    // Stores unreadable rows full of personal data.
    const { table } = await stack.table();
    const store = ({ pk, sk, ...row }: Readonly<Record<string, unknown>>) =>
      table.commit([
        { do: 'put', row: { ...row, pk: String(pk), sk: String(sk) }, when: { is: 'anything' } },
      ]);
    const broken = { ...dpp, ...learner, state: 'open', version: 1, name: dpp.name };
    for (const row of [
      {
        ...keys.request('broken'),
        kind: 'request',
        seeking: true,
        listPk: lists.requests('open'),
        listSk: '2026-01-01#broken',
      },
      {
        ...keys.email('broken'),
        kind: 'email',
        listPk: lists.emailsPending('answer'),
        listSk: '2026-01-01#broken',
      },
      {
        ...keys.practitioner('broken'),
        kind: 'practitioner',
        listPk: lists.practitioners('listed'),
        listSk: '2026-01-01#broken',
      },
    ])
      await store({ ...row, noun: broken });
    // Retention looks for somebody who names this organisation of years ago, and stops at the unreadable rows.
    const old = { id: 'long-ago', version: 0, name: 'Long ago', place: 'medway-swale', digests: false };
    const lead = { leadName: 'Lea Lead', leadEmail: 'lea@long-ago.example' };
    const createdAt = '2020-01-01T09:00:00.000Z';
    await table.commit([organisationRepository(table).save({ ...old, ...lead, createdAt })]);
    // A delivery event about an unreadable e-mail is tried five times and then becomes a dead letter.
    const [told] = await stack.mails(learner.email);
    const before = (await stack.nouns('email')).find((one) =>
      JSON.stringify(one).includes(told?.messageId ?? 'none'),
    );
    await store({ ...before, noun: broken });
    await stack.mailEvent({ kind: 'bounce', messageId: told?.messageId ?? '', to: learner.email });
    await stack.mailEvent({ kind: 'complaint', messageId: told?.messageId ?? '', to: learner.email });
    await stack.settle();
    for (const { name } of await stack.schedules()) await stack.runSchedule(name);
    await stack.whenFresh();
    for (const path of publicPages) expect((await stack.caller.get(path)).status, path).toBe(200);
    await collect();

    const logs = await stack.logs();
    const said = logs.map(({ line }) => line).join('\n');
    const letters = (await stack.queues()).flatMap(({ messages }) => messages.map(({ body }) => body));
    expect(logs.filter(({ line }) => line.includes('"level":"ERROR"')).length).toBeGreaterThan(3);
    expect(letters.length).toBeGreaterThan(0);
    expect(tokens.size).toBeGreaterThan(4);
    const mailLetters = (await stack.queues()).filter(({ name }) =>
      /recorddelivery.*DeadLetters/u.test(name),
    );
    expect(mailLetters.flatMap(({ messages }) => messages)).toHaveLength(2);
    // Unreadable rows are reported by their keys, whichever function found them.
    for (const key of ['REQUEST#broken', 'EMAIL#broken', 'PRACTITIONER#broken'])
      expect(said).toMatch(new RegExp(`"message":"row-unreadable".*${key}"|${key}".*"row-unreadable"`, 'u'));
    for (const text of [said, ...letters]) {
      expect(text).not.toMatch(ZEPHYRINE);
      expect(text).not.toMatch(XANTHIPPE);
      for (const token of tokens) if (token !== '') expect(text.includes(token), 'a token').toBe(false);
    }
    await store(before ?? {});
    for (const Key of [keys.request('broken'), keys.email('broken'), keys.practitioner('broken')])
      await table.commit([{ do: 'remove', key: Key, when: { is: 'anything' } }]);
  });

  it('redrives dead letters, and repeating it changes nothing', async () => {
    process.env['CONSOLE_URL'] = stack.console;
    const first = await redrive('privacy-retain');
    const rows = (await stack.rows()).map(({ pk }) => pk).sort();
    const mails = (await stack.mails()).length;
    const second = await redrive('privacy-retain');
    expect([first, second]).toEqual([
      expect.stringMatching(/^privacy-retain ran\. Dead letters deleted: [1-9]\d*\.$/u),
      'privacy-retain ran. Dead letters deleted: 0.',
    ]);
    expect((await stack.rows()).map(({ pk }) => pk).sort()).toEqual(rows);
    expect(await stack.mails()).toHaveLength(mails);
  });

  it('records delivery results from dead letters, and repeating it changes nothing', async () => {
    const held = async () => (await stack.rows()).filter(({ kind }) => kind === 'suppression').length;
    const before = await held();
    expect(await redrive('notifications-record-delivery')).toBe('Dead letters returned to their queue: 2.');
    await stack.settle();
    const once = await held();
    expect(once).toBe(Math.max(1, before));
    expect(await redrive('notifications-record-delivery')).toBe('Dead letters returned to their queue: 0.');
    expect(await held()).toBe(once);
  });

  it('takes a paused listing off every public page within a minute', async () => {
    const profile = await profileOf();
    expect((await namedIn(profile)).toSorted()).toEqual(
      [
        ...publicPages.filter((path) => !/insights|sitemap/u.test(path)),
        profile,
        `${profile} as JSON`,
      ].toSorted(),
    );
    const manage = linkIn(await stack.mailTo(dpp.email, /listed|Contact details/iu), 'manage');
    expect((await stack.caller.post(`${manage}/pause`, {})).status).toBe(200);
    await stack.advance({ minutes: 1 });
    const after = await published(profile);
    expect(Object.entries(after).filter(([, { body }]) => ZEPHYRINE.test(body))).toEqual([]);
    for (const [name, { status }] of Object.entries(after))
      expect(status, name).toBe(name.startsWith('/dpp/') ? 404 : 200);
    expect((await stack.caller.post(`${manage}/resume`, {})).status).toBe(200);
    await stack.advance({ minutes: 1 });
    expect(await namedIn(profile)).toContain(profile);
  });

  it('leaves no trace of an erased person in tables and public pages within a minute', async () => {
    expect((await dump()).filter((row) => ZEPHYRINE.test(row) || XANTHIPPE.test(row)).length).toBeGreaterThan(
      1,
    );
    const profile = await profileOf();
    const manage = linkIn(await stack.mailTo(dpp.email, /listed|Contact details/iu), 'manage');
    const status = linkIn(await stack.mailTo(learner.email, 'We are looking for a DPP'), 'status');
    for (const path of [`${manage}/erase`, `${status}/erase`]) {
      expect((await stack.caller.post(path, { decision: 'yes' })).status, path).toBe(200);
      expect((await stack.caller.post(path, { decision: 'yes' })).status, path).toBe(200);
    }
    await stack.settle();
    await stack.advance({ minutes: 1 });
    expect((await dump()).filter((row) => ZEPHYRINE.test(row) || XANTHIPPE.test(row))).toEqual([]);
    expect(await namedIn(profile)).toEqual([]);
  });

  it('names them in no digest afterwards', async () => {
    // A digest without news is not sent.
    await stack.listed({ name: 'Nora New', email: 'nora@dpp.example', registrationNumber: '2012354' });
    await stack.clearInbox();
    // Moves the clock to another week, because this week's digests exist already.
    const { tableName, documents } = await stack.table();
    for (const { pk, sk } of await stack.rows())
      if (/\|(?:RUN#digest|EMAIL#digest-)/u.test(String(pk)))
        await documents.send(new DeleteCommand({ TableName: tableName, Key: { pk, sk } }));
    await stack.runSchedule('notifications-weekly-digests');
    const mails = await stack.mails();
    expect(mails.length).toBeGreaterThan(0);
    expect(JSON.stringify(mails)).not.toMatch(ZEPHYRINE);
    expect(JSON.stringify(mails)).not.toMatch(XANTHIPPE);
  });

  it('runs the nightly comparison and retention within their permissions', async () => {
    await stack.resetLogs();
    expect(await stack.runSchedule('programme-reconcile')).toMatchObject({ ok: true });
    const { table } = await stack.table();
    const old = emailFor('team-reconcile-alarm', 'long-ago', {}, '2026-01-01T09:00:00.000Z');
    await table.commit([emailRepository(table).save(sentEmail(old, old.createdAt, 'ses-1'))]);
    expect(await stack.runSchedule('privacy-retain')).toMatchObject({ ok: true });
    const codes = (await stack.logs()).map(({ line }) => line);
    expect(codes.some((line) => line.includes('"reason":"sent-emails"'))).toBe(true);
    expect(codes.filter((line) => line.includes('reconcile-difference'))).toEqual([]);
  });
});
