import { DeleteCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { beforeAll, describe, expect, it } from 'vitest';
import { redrive } from '../../functions/programme/cli/redrive-queue.ts';
import { emailRepository } from '../../functions/platform/storage/email-repository.ts';
import { keys, lists } from '../../functions/platform/storage/keys.ts';
import { emailFor } from '../../shared/domain/email.ts';
import { memoryTable } from '../support/memory-table.ts';
import { journeyStack, linkIn, linksIn } from '../support/journey-stack.ts';

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
    '/open-data/directory.json',
    '/open-data/directory.csv',
    '/insights',
  ];
  const published = async () =>
    (await Promise.all(publicPages.map((path) => stack.caller.get(path)))).map(({ body }) => body).join('\n');

  beforeAll(async () => {
    await stack.empty();
    await stack.listed(dpp);
    await stack.asked(learner);
  }, 240_000);

  it('says nothing of people in logs and dead letters, through every flow and every fault', async () => {
    await collect();
    const offer = linkIn(await stack.mailTo(dpp.email, 'Accept or decline'), 'offers');
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

    // Mail that is throttled, refused and lost on the way, and bounces.
    await stack.mailFault('throttle');
    await stack.mailFault('lose-answer');
    await stack.caller.post(offer, { decision: 'accept' });
    await stack.settle();
    await stack.mailFault('reject');
    await stack.advance({ minutes: 12 });
    const mails = await stack.mails(learner.email);
    await stack.mailEvent({ kind: 'bounce', messageId: mails.at(-1)?.messageId ?? '', to: learner.email });
    await stack.mailEvent({ kind: 'complaint', messageId: mails.at(-1)?.messageId ?? '', to: learner.email });

    // Rows that nobody can read, full of what they must not say.
    const { tableName, documents } = await stack.table();
    const broken = { ...dpp, ...learner, state: 'open', version: 1, name: dpp.name };
    for (const row of [
      {
        ...keys.request('broken'),
        kind: 'request',
        seeking: true,
        listPk: lists.requests('open'),
        listSk: '2026-01-01#broken',
      },
      { ...keys.email('broken'), kind: 'email', listPk: lists.emailsPending, listSk: '2026-01-01#broken' },
      {
        ...keys.practitioner('broken'),
        kind: 'practitioner',
        listPk: lists.practitioners('listed'),
        listSk: '2026-01-01#broken',
      },
    ])
      await documents.send(new PutCommand({ TableName: tableName, Item: { ...row, noun: broken } }));
    await stack.settle();
    for (const { name } of await stack.schedules()) await stack.runSchedule(name);
    await stack.whenFresh();
    for (const path of publicPages) await stack.caller.get(path);
    await collect();

    const logs = await stack.logs();
    const said = logs.map(({ line }) => line).join('\n');
    const letters = (await stack.queues()).flatMap(({ messages }) => messages.map(({ body }) => body));
    expect(logs.filter(({ line }) => line.includes('"level":"ERROR"')).length).toBeGreaterThan(3);
    expect(letters.length).toBeGreaterThan(0);
    expect(tokens.size).toBeGreaterThan(4);
    for (const text of [said, ...letters]) {
      expect(text).not.toMatch(ZEPHYRINE);
      expect(text).not.toMatch(XANTHIPPE);
      for (const token of tokens) if (token !== '') expect(text.includes(token), 'a token').toBe(false);
    }
    for (const Key of [keys.request('broken'), keys.email('broken'), keys.practitioner('broken')])
      await documents.send(new DeleteCommand({ TableName: tableName, Key }));
  });

  it('does again what ended in dead letters, and twice is once', async () => {
    process.env['CONSOLE_URL'] = stack.console;
    const first = await redrive('matching-match-seats');
    const rows = (await stack.rows()).map(({ pk }) => pk).sort();
    const mails = (await stack.mails()).length;
    const second = await redrive('matching-match-seats');
    expect([first, second]).toEqual([
      expect.stringMatching(/^matching-match-seats ran; [1-9]\d* letters/u),
      'matching-match-seats ran; 0 letters are done with.',
    ]);
    expect((await stack.rows()).map(({ pk }) => pk).sort()).toEqual(rows);
    expect(await stack.mails()).toHaveLength(mails);
  });

  it('takes a paused listing off every public page within a minute', async () => {
    await stack.whenFresh();
    expect(await published()).toMatch(ZEPHYRINE);
    const manage = linkIn(await stack.mailTo(dpp.email, /listed|How to reach them/iu), 'manage');
    expect((await stack.caller.post(`${manage}/pause`, {})).status).toBe(200);
    await stack.advance({ minutes: 1 });
    expect(await published()).not.toMatch(ZEPHYRINE);
    expect((await stack.caller.post(`${manage}/resume`, {})).status).toBe(200);
  });

  it('leaves no byte of who was erased in tables and public pages within a minute', async () => {
    expect((await dump()).filter((row) => ZEPHYRINE.test(row) || XANTHIPPE.test(row)).length).toBeGreaterThan(
      1,
    );
    const manage = linkIn(await stack.mailTo(dpp.email, /listed|How to reach them/iu), 'manage');
    const status = linkIn(await stack.mailTo(learner.email, 'We are looking for a DPP'), 'status');
    for (const path of [`${manage}/erase`, `${status}/erase`]) {
      expect((await stack.caller.post(path, { decision: 'yes' })).status, path).toBe(200);
      expect((await stack.caller.post(path, { decision: 'yes' })).status, path).toBe(200);
    }
    await stack.settle();
    await stack.advance({ minutes: 1 });
    expect((await dump()).filter((row) => ZEPHYRINE.test(row) || XANTHIPPE.test(row))).toEqual([]);
    expect(await published()).not.toMatch(ZEPHYRINE);
  });

  it('names them in no digest afterwards', async () => {
    await stack.clearInbox();
    await stack.runSchedule('notifications-weekly-digests');
    const mails = await stack.mails();
    expect(mails.length).toBeGreaterThan(0);
    expect(JSON.stringify(mails)).not.toMatch(ZEPHYRINE);
    expect(JSON.stringify(mails)).not.toMatch(XANTHIPPE);
  });

  it('runs its nightly comparison and retention with the permissions that they have', async () => {
    await stack.resetLogs();
    expect(await stack.runSchedule('programme-reconcile')).toMatchObject({ ok: true });
    const { tableName, documents } = await stack.table();
    const old = emailFor('team-reconcile-alarm', 'long-ago', {}, '2026-01-01T09:00:00.000Z');
    const filed = emailRepository(memoryTable()).save({ ...old, state: 'sent' });
    if (filed.do === 'put') await documents.send(new PutCommand({ TableName: tableName, Item: filed.row }));
    expect(await stack.runSchedule('programme-retain')).toMatchObject({ ok: true });
    const codes = (await stack.logs()).map(({ line }) => line);
    expect(codes.some((line) => line.includes('"reason":"sent-emails"'))).toBe(true);
    expect(codes.filter((line) => line.includes('reconcile-difference'))).toEqual([]);
  });
});
