import { PutCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { beforeEach, describe, expect, it } from 'vitest';
import { keys } from '../../functions/store/table/keys.ts';
import { type Answered, jsonHeaders, rawTo } from '../support/armour/http.ts';
import { journeyStack, linkIn, linksIn } from '../support/journey/stack.ts';

const stateOf = z.object({ noun: z.object({ state: z.string() }) });
const HUNDRED = Array.from({ length: 100 }, (_, index) => index);
const statuses = (answers: readonly Answered[]): Readonly<Record<number, number>> =>
  Object.fromEntries(
    [...new Set(answers.map(({ status }) => status))]
      .toSorted()
      .map((status) => [status, answers.filter((one) => one.status === status).length]),
  );

describe('the limits of the service under 100 concurrent requests', () => {
  const stack = journeyStack(60);
  const raw = rawTo(stack.site);
  beforeEach(() => stack.empty());

  const registered = (index: number, email: string, network: number) =>
    raw({
      path: '/api/v1/practitioners',
      headers: jsonHeaders,
      body: JSON.stringify(stack.anOffer({ email, registrationNumber: String(2_100_000 + index) })),
      network,
    });

  it('exactly 3 confirmations a day reach one address, whatever networks they come from', async () => {
    const answers = await Promise.all(
      HUNDRED.map((index) => registered(index, 'one@dpp.example', 61 + (index % 10))),
    );
    expect(statuses(answers)).toEqual({ 202: 3, 429: 97 });
    expect(await stack.mails('one@dpp.example')).toHaveLength(3);
    expect(await stack.nouns('practitioner')).toHaveLength(3);
    // Three more confirmations are allowed on the next day.
    await stack.advance({ days: 1 });
    const next = await Promise.all(
      HUNDRED.slice(0, 10).map((index) => registered(index, 'ONE@dpp.example', 61 + (index % 10))),
    );
    expect(statuses(next)).toEqual({ 202: 3, 429: 7 });
    console.log(`one address: ${JSON.stringify(statuses(answers))} of 100 at once`);
  });

  it('exactly 20 an hour come from one network, whatever addresses they name', async () => {
    const answers = await Promise.all(HUNDRED.map((index) => registered(index, `p${index}@dpp.example`, 62)));
    expect(statuses(answers)).toEqual({ 202: 20, 429: 80 });
    expect(await stack.mails()).toHaveLength(20);
    await stack.advance({ hours: 1 });
    expect((await registered(200, 'later@dpp.example', 62)).status).toBe(202);
    console.log(`one network: ${JSON.stringify(statuses(answers))} of 100 at once`);
  });

  it('exactly one request of one learner is open, however many are confirmed at once', async () => {
    const email = 'keen@learner.example';
    for (let index = 0; index < 6; index += 1) {
      await stack.forgetQuotas();
      const sent = await stack.caller.post('/api/v1/requests', await stack.anAsk({ email }));
      expect(sent.status).toBe(202);
    }
    const links = (await stack.mails(email)).flatMap(linksIn).filter((path) => path.startsWith('/confirm/'));
    expect(links).toHaveLength(6);
    const answers = await Promise.all(
      HUNDRED.map((index) =>
        raw({ path: links[index % 6]!, headers: jsonHeaders, body: '{"decision":"yes"}', network: 63 }),
      ),
    );
    expect(answers.filter(({ status }) => ![200, 503].includes(status))).toEqual([]);
    const states = (await stack.nouns('request')).map((row) => stateOf.parse(row).noun.state);
    expect(states.filter((state) => state === 'open')).toHaveLength(1);
    expect(states.filter((state) => state === 'unconfirmed')).toHaveLength(5);
    console.log(`open requests: ${JSON.stringify(statuses(answers))} of 100 at once, 1 open`);
    const bodies = answers.filter(({ status }) => status === 200).map(({ body }) => body);
    expect(new Set(bodies).size).toBe(1);
  });

  it('no more than 3 offers wait for one DPP, however many learners ask at once', async () => {
    await stack.listed({ placesOffered: 12, hoursPerWeek: 40 });
    const links: string[] = [];
    for (let index = 0; index < 8; index += 1) {
      const email = `l${index}@learner.example`;
      await stack.forgetQuotas();
      await stack.caller.post(
        '/api/v1/requests',
        await stack.anAsk({ email, registrationNumber: String(2_054_400 + index) }),
      );
      links.push(linkIn(await stack.mailTo(email, 'Confirm'), 'confirm'));
    }
    const answers = await Promise.all(
      HUNDRED.map((index) =>
        raw({ path: links[index % 8]!, headers: jsonHeaders, body: '{"decision":"yes"}', network: 64 }),
      ),
    );
    expect(answers.filter(({ status }) => status !== 200 && status !== 503)).toEqual([]);
    await stack.settle();
    const pending = (await stack.nouns('offer')).filter((row) => stateOf.parse(row).noun.state === 'pending');
    expect(pending).toHaveLength(3);
    console.log(`one DPP: 8 learners, 100 presses at once, ${pending.length} offers wait`);
  });

  it('exactly 500 e-mails an hour are sent, and the others wait for the next hour', async () => {
    const hour = (await stack.now()).toISOString().slice(0, 13);
    const { tableName, documents } = await stack.table();
    await documents.send(
      new PutCommand({
        TableName: tableName,
        Item: { ...keys.counter(`emails#${hour}`), kind: 'counter', count: 497 },
      }),
    );
    const answers = await Promise.all(
      HUNDRED.slice(0, 40).map((index) => registered(index, `m${index}@dpp.example`, 65 + (index % 4))),
    );
    expect(statuses(answers)).toEqual({ 202: 40 });
    expect((await stack.now()).toISOString().slice(0, 13)).toBe(hour);
    expect(await stack.mails()).toHaveLength(3);
    await stack.advance({ hours: 1 });
    await stack.runSchedule('notifications-sweep-outbox');
    const all = await stack.mails();
    expect(new Set(all.map(({ destination }) => destination.to.join())).size).toBe(40);
    expect(all).toHaveLength(40);
    console.log('e-mails: 497 gone this hour, 40 more caused, 3 left at once and 37 in the next hour');
  });
});
