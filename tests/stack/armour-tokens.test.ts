import { randomBytes } from 'node:crypto';
import * as z from 'zod';
import { beforeAll, describe, expect, it } from 'vitest';
import { type LinkKind, linkKinds, linkPaths } from '../../shared/notifications/link.ts';
import { comparable, formHeaders, jsonHeaders, rawTo } from '../support/armour/http.ts';
import { idOf, linkFor } from '../support/armour/links.ts';
import { journeyStack, linkIn, textOf } from '../support/journey/stack.ts';

/** Number of tokens to guess; `npm run test:armour` guesses 5,000. */
const GUESSES = z.coerce.number().int().positive().default(300).parse(process.env['ARMOUR_HTTP_GUESSES']);
const withPost: readonly LinkKind[] = linkKinds.filter(
  (kind) => kind !== 'organisation' && kind !== 'digest',
);

describe('a token', () => {
  const stack = journeyStack(48);
  const raw = rawTo(stack.site);
  let practitionerId = '';
  let requestId = '';
  let offer = '';

  beforeAll(async () => {
    await stack.empty();
    practitionerId = await stack.listed();
    await stack.asked();
    requestId = idOf((await stack.nouns('request'))[0]);
    offer = linkIn(await stack.mailTo('amara@dpp.example', 'Accept or decline'), 'offers');
  });

  const guess = () => randomBytes(32).toString('base64url');
  const looks = [
    { method: 'GET', headers: { accept: 'text/html' } },
    { method: 'GET', headers: { accept: 'application/json' } },
  ];
  const presses = [
    { method: 'POST', headers: formHeaders, body: 'decision=yes' },
    { method: 'POST', headers: formHeaders, body: 'renew=yes' },
    { method: 'POST', headers: jsonHeaders, body: '{"decision":"yes"}' },
    { method: 'POST', headers: jsonHeaders, body: '{"renew":true}' },
  ];

  it(
    `that is guessed opens nothing, ${GUESSES} times, and all are answered alike`,
    async () => {
      const before = JSON.stringify(await stack.rows());
      const answers = new Map<string, Set<string>>();
      for (let start = 0; start < GUESSES; start += 6)
        await Promise.all(
          Array.from({ length: 6 }, async (_, index) => {
            const kind = linkKinds[(start + index) % linkKinds.length]!;
            const token = guess();
            const press = withPost.includes(kind) && index % 2 === 0;
            const ask = press ? presses[0]! : looks[0]!;
            const answer = await raw({ ...ask, path: `${linkPaths[kind]}/${token}` });
            const name = `${press ? 'POST' : 'GET'} ${kind}`;
            const said = JSON.stringify([
              answer.status,
              comparable(answer),
              answer.body.replaceAll(token, 'TOKEN'),
            ]);
            answers.set(name, (answers.get(name) ?? new Set()).add(said));
          }),
        );
      for (const [name, said] of answers) {
        expect(said.size, name).toBe(1);
        expect([...said][0], name).toMatch(/^\[41[0]|^\[404/u);
      }
      await stack.settle();
      expect(JSON.stringify(await stack.rows())).toBe(before);
      console.log(`tokens over HTTP: ${GUESSES} guessed, no hit`);
    },
    120_000 + GUESSES * 100,
  );

  /**
   * Gives links of every kind the ids of an existing practitioner and request. If the kind were not checked,
   * a link of the wrong kind would open something.
   */
  const about = (kind: LinkKind) => ({
    kind,
    recipient: 'practitioner' as const,
    practitionerId,
    requestId,
  });

  it.each(linkKinds)(
    'that is unknown, expired or of another kind gets the same answer behind /%s',
    async (kind) => {
      const other = kind === 'manage' ? 'capacity' : 'manage';
      const tokenOf = (path: string) => path.split('/').at(-1) ?? '';
      for (const ask of [...looks, ...(withPost.includes(kind) ? presses : [])]) {
        const tokens = [
          guess(),
          tokenOf(await linkFor(stack, about(kind), -1)),
          tokenOf(await linkFor(stack, about(kind), -24 * 80)),
          tokenOf(await linkFor(stack, about(other), 24)),
          'A'.repeat(42),
          'A'.repeat(44),
          'no-token',
        ];
        const answers = [];
        for (const token of tokens) {
          const answer = await raw({ ...ask, path: `${linkPaths[kind]}/${token}` });
          answers.push({
            status: answer.status,
            headers: comparable(answer).filter((line) => !line.startsWith('content-length')),
            body: answer.body.replaceAll(token, 'TOKEN'),
          });
        }
        for (const answer of answers) expect(answer, JSON.stringify(ask)).toEqual(answers[0]);
      }
      await stack.settle();
    },
  );

  it('whose registration was disowned gets the same answer as an unknown one', async () => {
    await stack.forgetQuotas();
    const email = 'used@dpp.example';
    await stack.caller.post('/api/v1/practitioners', stack.anOffer({ email, registrationNumber: '2012399' }));
    const path = linkIn(await stack.mailTo(email, 'Confirm'), 'confirm');
    expect((await stack.caller.post(path, { decision: 'no' })).status).toBe(200);
    const token = path.split('/').at(-1) ?? '';
    const unknown = guess();
    for (const ask of [...looks, ...presses]) {
      const used = await raw({ ...ask, path });
      const never = await raw({ ...ask, path: `/confirm/${unknown}` });
      expect(used.status).toBe(never.status);
      expect(comparable(used)).toEqual(comparable(never));
      expect(used.body.replaceAll(token, 'TOKEN')).toBe(never.body.replaceAll(unknown, 'TOKEN'));
    }
  });

  it('of one click unsubscribes once, pressed 50 times', async () => {
    const path = await linkFor(stack, { kind: 'unsubscribe', recipient: 'practitioner', practitionerId }, 24);
    const press = () => raw({ path, headers: formHeaders, body: 'List-Unsubscribe=One-Click' });
    const answers = await Promise.all(Array.from({ length: 50 }, press));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    const held = (await stack.rows()).filter(({ kind }) => String(kind).startsWith('suppression'));
    expect(held).toHaveLength(1);
  });

  it('that accepts an offer agrees one match and writes one set of e-mails, pressed 50 times', async () => {
    await stack.clearInbox();
    const press = () => raw({ path: offer, headers: jsonHeaders, body: '{"decision":"accept"}' });
    const answers = await Promise.all(Array.from({ length: 50 }, press));
    expect(answers.filter(({ status }) => status >= 500).map(({ body }) => body)).toEqual([]);
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    await stack.settle();
    expect(await stack.nouns('match')).toHaveLength(1);
    const agreed = (await stack.mails()).filter((mail) => textOf(mail).includes('Contact details'));
    expect(agreed.map(({ destination }) => destination.to.join()).toSorted()).toEqual([
      'amara@dpp.example',
      'lee@learner.example',
    ]);
  });

  it('that confirms a registration does so once, pressed 50 times', async () => {
    await stack.forgetQuotas();
    const email = 'replay@dpp.example';
    await stack.caller.post('/api/v1/practitioners', stack.anOffer({ email, registrationNumber: '2012398' }));
    const path = linkIn(await stack.mailTo(email, 'Confirm'), 'confirm');
    const press = () => raw({ path, headers: jsonHeaders, body: '{"decision":"yes"}' });
    const answers = await Promise.all(Array.from({ length: 50 }, press));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    await stack.settle();
    expect((await stack.mails(email)).map(({ subject }) => subject)).toHaveLength(2);
  });
});
