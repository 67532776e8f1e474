import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { get } from 'node:http';
import autocannon from 'autocannon';
import { beforeAll, expect, it } from 'vitest';
import { clinicalAreaIds } from '../../shared/reference/clinical-areas.ts';
import { byJson } from '../support/journey/callers.ts';
import { emailIn, journeyStack, linkIn } from '../support/journey/stack.ts';

const stack = journeyStack(40);
const by = byJson(stack);
const DPPS = 12;

/**
 * Gives each of twelve pairs of a DPP and a learner a clinical area of its own. No DPP fits another pair's learner, so
 * acceptances do not compete for a place.
 */
const area = (index: number) => clinicalAreaIds[index * 2] ?? 'pain';

beforeAll(() => stack.empty());

interface Step {
  readonly step: string;
  readonly 'AWS calls': number;
  readonly 'most by one function': string;
  readonly 'capacity units': number;
}
const steps: Step[] = [];

/** Runs one step of the journey and records all AWS calls that the step causes. */
const measured = async (step: string, run: () => Promise<unknown>): Promise<void> => {
  await stack.settle();
  await stack.resetCalls();
  await run();
  await stack.settle();
  const { calls, requests } = await stack.calls();
  const byCode = calls.filter(({ by: who }) => who === 'code');
  const [most] = Object.entries(requests).sort(([, a], [, b]) => b - a);
  steps.push({
    step,
    'AWS calls': Object.values(requests).reduce((sum, count) => sum + count, 0),
    'most by one function': most === undefined ? '' : `${most[0].replace('dpp-match-demo-', '')} ${most[1]}`,
    'capacity units': byCode.reduce((sum, { capacityUnits }) => sum + capacityUnits, 0),
  });
};

it('counts the calls and capacity units of each step of the journey', async () => {
  const dpp = 'amara@dpp.example';
  await measured('register a DPP', () => by.register(stack.anOffer()));
  await measured('… confirm the address', () => stack.confirmed(dpp));
  const [row] = await stack.nouns('practitioner');
  const id = String(row?.['pk']).split('#')[1] ?? '';
  await measured('… record the check', () =>
    stack.team('check', { id, by: 'Bench', seen: 'annotated', proof: 'known to the team' }),
  );
  await stack.whenFresh();
  await measured('read the directory', () => stack.caller.get('/find-a-dpp/results'));
  const ask = await stack.anAsk();
  await measured('request a DPP', () => by.ask(ask));
  await measured('… confirm the address: the offer goes out', () => stack.confirmed(emailIn(ask)));
  const link = linkIn(await stack.mailTo(dpp, 'Accept or decline'), 'offers');
  await measured('look at the offer', () => stack.caller.get(link));
  await measured('accept it: both are told', () => by.answer(link, { decision: 'accept' }));
  for (const name of ['matching-match-seats', 'matching-move-on', 'notifications-sweep-outbox'])
    await measured(`schedule ${name}, nothing to do`, () => stack.runSchedule(name));
  console.table(steps);
  expect(steps.length).toBeGreaterThan(8);
});

it('counts requests per second of the directory results and of an accept, in one run', async () => {
  await stack.empty();
  for (let index = 0; index < DPPS; index += 1) {
    await stack.forgetQuotas();
    await stack.listed({
      name: `Dpp Number ${String.fromCharCode(65 + index)}`,
      email: `dpp${index}@dpp.example`,
      registrationNumber: String(2_012_000 + index),
      leadArea: area(index),
      areas: [area(index)],
    });
  }
  for (let index = 0; index < DPPS; index += 1) {
    await stack.forgetQuotas();
    await stack.asked({
      email: `learner${index}@learner.example`,
      registrationNumber: String(2_054_000 + index),
      leadArea: area(index),
      areas: [area(index)],
    });
  }
  const health = await autocannon({ url: new URL('/health', stack.site).href, connections: 8, duration: 5 });
  const results = await autocannon({
    url: new URL('/find-a-dpp/results?near=ME7', stack.site).href,
    connections: 8,
    duration: 8,
  });
  const mails = await stack.mails();
  const links = mails
    .filter(({ subject }) => subject.includes('Accept or decline'))
    .map((mail) => linkIn(mail, 'offers'));
  const before = performance.now();
  const answers = await Promise.all(links.map((link) => stack.caller.post(link, { decision: 'accept' })));
  const accepts = (answers.length * 1000) / (performance.now() - before);
  const base = health.requests.average;
  console.table([
    { what: 'GET /health (one read)', 'per second': base.toFixed(1), '÷ health': '1.00' },
    {
      what: 'GET /find-a-dpp/results',
      'per second': results.requests.average.toFixed(1),
      '÷ health': (results.requests.average / base).toFixed(2),
    },
    {
      what: `accept an offer (${answers.filter(({ status }) => status === 200).length} of ${answers.length} at once)`,
      'per second': accepts.toFixed(1),
      '÷ health': (accepts / base).toFixed(2),
    },
  ]);
  expect(results.non2xx).toBe(0);
});

const transferred = (
  url: URL,
): Promise<{ readonly sent: number; readonly whole: number; readonly text: string }> =>
  new Promise((answered, failed) => {
    get(url, { headers: { 'accept-encoding': 'br, gzip', accept: 'text/html' } }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('error', failed);
      response.on('end', () => {
        const body = Buffer.concat(parts);
        const encoding = response.headers['content-encoding'];
        const whole =
          encoding === 'br' ? brotliDecompressSync(body) : encoding === 'gzip' ? gunzipSync(body) : body;
        const location = response.headers.location;
        if (location === undefined)
          answered({ sent: body.length, whole: whole.length, text: whole.toString() });
        else transferred(new URL(location, url)).then(answered, failed);
      });
    }).on('error', failed);
  });

it('weighs home, directory and a question page with everything that they load', async () => {
  const weighed = [];
  for (const path of ['/', '/find-a-dpp/results', '/register']) {
    const page = await transferred(new URL(path, stack.site));
    const assets = [...page.text.matchAll(/(?:href|src)="(\/assets\/[^"]+)"/gu)].map(
      ([, asset]) => asset ?? '',
    );
    const loaded = await Promise.all(
      [...new Set(assets)].map((asset) => transferred(new URL(asset.replaceAll('&amp;', '&'), stack.site))),
    );
    const sum = (of: 'sent' | 'whole') => loaded.reduce((total, asset) => total + asset[of], page[of]);
    weighed.push({
      page: path,
      'KB over the wire': (sum('sent') / 1000).toFixed(1),
      'KB unpacked': (sum('whole') / 1000).toFixed(1),
    });
  }
  console.table(weighed);
  expect(weighed).toHaveLength(3);
});
