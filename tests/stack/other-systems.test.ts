import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import createClient from 'openapi-fetch';
import { beforeAll, expect, it } from 'vitest';
import { addDays } from '../../shared/kernel/time.ts';
import { journeyStack, linkIn } from '../support/journey/stack.ts';

/** The client is compiled with the types of the document in tests/infra/openapi-client.test.ts. */
const CLIENT = join(import.meta.dirname, '../fixtures/api-client/journey.ts');

interface Journey {
  readonly journey: (client: unknown, around: object) => Promise<unknown>;
}

const stack = journeyStack(91);

/** Sends a call of the client as another system does, from a network of its own. */
const send = async (request: Request): Promise<Response> => {
  const { pathname, search } = new URL(request.url);
  const { status, headers, body } =
    request.method === 'POST'
      ? await stack.caller.post(pathname, (await request.json()) as object)
      : await stack.caller.get(`${pathname}${search}`);
  return new Response(body, { status, headers: { 'content-type': headers['content-type'] ?? '' } });
};

const tokenIn = async (address: string, kind: string): Promise<string> => {
  await stack.settle();
  const mails = (await stack.mails()).filter(({ destination }) => destination.to.includes(address));
  const found = mails.flatMap((mail) => {
    try {
      return [linkIn(mail, kind)];
    } catch {
      return [];
    }
  });
  return found.at(-1)?.split('/').at(-1) ?? '';
};

beforeAll(() => stack.empty());

it('a system with a generated client goes from a registration to an accepted offer', async () => {
  const { journey } = (await import(pathToFileURL(CLIENT).href)) as Journey;
  const today = await stack.today();
  const outcome = await journey(createClient({ baseUrl: stack.site, fetch: send }), {
    courseStart: addDays(today, 30),
    courseEnd: addDays(today, 72),
    applicationsClose: addDays(today, 28),
    tokenIn,
    checkedByTheTeam: async (address: string) => {
      const found = (await stack.rows()).find(
        (row) => row['sk'] === 'PRACTITIONER' && JSON.stringify(row).includes(address),
      );
      const id = String(found?.['pk']).split('#')[1];
      await stack.team('check', { id, by: 'Tess Team', seen: 'annotated', proof: 'known to the team' });
      await stack.whenFresh();
    },
  });
  expect(outcome).toEqual({
    registered: 'confirm-your-address',
    confirmed: expect.any(String) as unknown,
    listed: ['Dee Client'],
    refused: true,
    asked: 'confirm-your-address',
    offered: ['pending', 'Lou'],
    answered: [expect.any(String), 'accepted'],
    status: expect.any(String) as unknown,
  });
});
