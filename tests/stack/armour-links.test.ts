import { beforeAll, describe, expect, it } from 'vitest';
import type { Link } from '../../shared/notifications/link.ts';
import { idOf, linkFor } from '../support/armour/links.ts';
import { journeyStack, linkIn, textOf } from '../support/journey/stack.ts';

/** Matches every e-mail: the test finds the link it needs by the kind of link, not by the words around it. */
const anything = /.*/su;

describe('an expired link', () => {
  const stack = journeyStack(41);
  let opens: Readonly<Record<string, Omit<Link, 'expiresAt'>>> = {};

  beforeAll(async () => {
    await stack.empty();
    const practitionerId = await stack.listed();
    await stack.asked();
    const first = linkIn(await stack.mailTo('amara@dpp.example', 'Accept or decline'), 'offers');
    await stack.caller.post(first, { decision: 'accept' });
    await stack.settle();
    await stack.forgetQuotas();
    const registered = { name: 'Cara Example', email: 'cara@dpp.example', registrationNumber: '2012347' };
    const asked = {
      requesterName: 'Oli Learner',
      email: 'oli@learner.example',
      registrationNumber: '2054323',
    };
    await stack.caller.post('/api/v1/practitioners', stack.anOffer(registered));
    await stack.caller.post('/api/v1/requests', await stack.anAsk(asked));
    await stack.settle();
    const match = (await stack.nouns('match'))[0];
    const inMatch = (name: string) =>
      new RegExp(`"${name}":"([^"]+)"`, 'u').exec(JSON.stringify(match))?.[1] ?? '';
    const unconfirmed = async (kind: 'practitioner' | 'request') =>
      idOf((await stack.nouns(kind)).find((row) => JSON.stringify(row).includes('"state":"unconfirmed"')));
    const [requestId, offerId] = [inMatch('requestId'), inMatch('offerId')];
    opens = {
      'confirms a registration': {
        kind: 'confirm',
        recipient: 'practitioner',
        practitionerId: await unconfirmed('practitioner'),
      },
      'confirms a request': {
        kind: 'confirm',
        recipient: 'requester',
        requestId: await unconfirmed('request'),
      },
      'opens a DPP’s own page': { kind: 'manage', recipient: 'practitioner', practitionerId },
      'opens a request’s own page': { kind: 'status', recipient: 'requester', requestId },
      'asks about places': { kind: 'capacity', recipient: 'practitioner', practitionerId },
      'answers an offer': { kind: 'offer', recipient: 'practitioner', practitionerId, offerId },
    };
  });

  it.each([
    ['confirms a registration', 'cara@dpp.example', 'confirm'],
    ['confirms a request', 'oli@learner.example', 'confirm'],
    ['opens a DPP’s own page', 'amara@dpp.example', 'manage'],
    ['opens a request’s own page', 'lee@learner.example', 'status'],
    ['asks about places', 'amara@dpp.example', 'manage'],
    ['answers an offer', 'amara@dpp.example', 'manage'],
  ])('that %s is answered with a page, and a new one reaches %s', async (what, address, kind) => {
    await stack.forgetQuotas();
    await stack.clearInbox();
    const path = await linkFor(stack, opens[what]!, -1);
    const page = await stack.caller.see(path);
    expect(page.status).toBe(410);
    expect(page.body).toContain('Send me a new link');
    const asked = await stack.caller.submit(path, { renew: 'yes' });
    expect(asked.status, asked.body).toBe(200);
    const mail = await stack.mailTo(address, anything);
    const fresh = linkIn(mail, kind);
    expect(fresh).not.toBe(path);
    expect((await stack.caller.see(fresh)).status, textOf(mail)).toBe(200);
  });

  it.each(['practitioner', 'requester'] as const)(
    'that asked the %s for feedback accepts the request for a new one without an error',
    async (recipient) => {
      const matchId = idOf((await stack.nouns('match'))[0]);
      const path = await linkFor(stack, { kind: 'feedback', recipient, matchId }, -1);
      expect((await stack.caller.see(path)).status).toBe(410);
      expect((await stack.caller.submit(path, { renew: 'yes' })).status).toBe(200);
    },
  );

  it('gives at most 3 new links a day, with the same answer the fourth time', async () => {
    await stack.forgetQuotas();
    await stack.clearInbox();
    const path = await linkFor(stack, opens['opens a DPP’s own page']!, -1);
    const answers = [];
    for (let times = 0; times < 5; times += 1) answers.push(await stack.caller.post(path, { renew: true }));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
    expect(new Set(answers.map(({ body }) => body)).size).toBe(1);
    expect(await stack.mails('amara@dpp.example')).toHaveLength(3);
  });
});
