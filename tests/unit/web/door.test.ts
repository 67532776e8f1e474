import type { Context } from 'aws-lambda';
import { describe, expect, it } from 'vitest';
import { answerRequests } from '../../../functions/web/http/answer-requests.ts';
import { doorWith } from '../../../functions/web/http/door.ts';
import type { SecretValues } from '../../../functions/platform/secrets/stored-secret.ts';
import { logTo } from '../../../functions/platform/log.ts';
import { DOOR_HEADER } from '../../../shared/contracts/door-header.ts';
import { anEvent } from '../../support/http-event.ts';

const OLD = 'old-value-of-thirty-two-characters-or-more';
const NEXT = 'next-value-of-thirty-two-characters-or-more';

/** A function behind a door, and the systems for which it was asked to read anything. */
const aFunction = (read: () => Promise<SecretValues>) => {
  const asked: (string | undefined)[] = [];
  const lines: { message: string; facts: object }[] = [];
  const keep = (message: string, facts: object) => void lines.push({ message, facts });
  const handler = answerRequests({
    log: logTo({ info: keep, error: keep }),
    door: doorWith(read),
    servedFor: (id) => {
      asked.push(id);
      return Promise.resolve({ routes: [] });
    },
  });
  const ask = (value: string | undefined, method = 'GET') =>
    handler(
      anEvent({ method, path: '/offers/abc', headers: value === undefined ? {} : { [DOOR_HEADER]: value } }),
      {} as Context,
    );
  return { ask, asked, lines };
};

describe('a request that did not come through CloudFront', () => {
  it.each([
    ['with another value', 'guessed-value-of-thirty-two-characters'],
    ['with an empty value', ''],
    ['with the beginning of the value', OLD.slice(0, -1)],
    ['with two values, as a repeated header has', `${OLD},${OLD}`],
  ])('%s is refused with 403 and nothing is read for it', async (_, value) => {
    const { ask, asked, lines } = aFunction(() => Promise.resolve([OLD]));
    const reply = await ask(value, 'POST');
    expect(reply.statusCode).toBe(403);
    expect(JSON.parse(reply.body)).toMatchObject({ code: 'not-through-the-door' });
    expect(asked).toEqual([]);
    expect(lines).toEqual([{ message: 'door-refused', facts: { method: 'POST' } }]);
    expect(JSON.stringify([lines, reply])).not.toContain(OLD);
  });

  it('without the header is refused before the secret is read', async () => {
    const door = doorWith(() => Promise.reject(new Error('must not be read')));
    expect(await door({ headers: {} })).toBe(false);
  });

  it('is told nothing about its answer when it is a HEAD', async () => {
    const { ask } = aFunction(() => Promise.resolve([OLD]));
    expect(await ask('x'.repeat(40), 'HEAD')).toMatchObject({ statusCode: 403, body: '' });
  });
});

describe('a request that came through CloudFront', () => {
  it.each([OLD, NEXT])('is let in with each value of a change: %s', async (value) => {
    const { ask, asked } = aFunction(() => Promise.resolve([OLD, NEXT]));
    expect((await ask(value)).statusCode).toBe(404);
    expect(asked).toEqual([undefined]);
  });

  it('gets an error, and nothing is read for it, while the secret cannot be read', async () => {
    const { ask, asked } = aFunction(() => Promise.reject(new Error('Secrets Manager is down')));
    expect((await ask(OLD)).statusCode).toBe(500);
    expect(asked).toEqual([]);
  });
});
