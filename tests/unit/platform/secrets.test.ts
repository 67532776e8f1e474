import { createServer, type Server } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { secretReader } from '../../../functions/platform/secrets/function-secret.ts';
import { keptSecret } from '../../../functions/platform/secrets/kept-secret.ts';
import { parseSecret, validValues } from '../../../functions/platform/secrets/stored-secret.ts';
import { instantOf } from '../../../shared/kernel/time.ts';

const ONE = 'one-value-of-thirty-two-characters-or-more';
const TWO = 'two-value-of-thirty-two-characters-or-more';

describe('a stored secret', () => {
  it('has one value, or two while it is being changed', () => {
    expect(validValues(parseSecret(ONE))).toEqual([ONE]);
    expect(validValues(parseSecret(JSON.stringify({ current: ONE })))).toEqual([ONE]);
    expect(validValues(parseSecret(JSON.stringify({ current: ONE, next: TWO })))).toEqual([ONE, TWO]);
    const changed = { current: ONE, previous: TWO, changedAt: '2026-12-01T08:00:00.000Z' };
    expect(validValues(parseSecret(JSON.stringify(changed)))).toEqual([ONE, TWO]);
  });

  it.each([
    '',
    'too-short',
    '{',
    `{"current":"${ONE}","more":1}`,
    `{"next":"${ONE}"}`,
    `{"current":"${ONE}","next":"${TWO}","previous":"${TWO}"}`,
    `${ONE}\r\nx: y`,
  ])('that cannot be read is refused without its text: %j', (text) => {
    expect(() => parseSecret(text)).toThrow('the secret does not have the form that this version reads');
  });
});

describe('a function that uses a secret', () => {
  const aReader = () => {
    const its = { now: 0, reads: 0, fails: false, value: ONE };
    const read = keptSecret(
      () => {
        its.reads += 1;
        return its.fails ? Promise.reject(new Error('down')) : Promise.resolve([its.value]);
      },
      { now: () => instantOf(its.now) },
    );
    return { its, read };
  };

  it('reads it once a minute', async () => {
    const { its, read } = aReader();
    expect(await read()).toEqual([ONE]);
    its.value = TWO;
    its.now = 59_999;
    expect(await read()).toEqual([ONE]);
    its.now = 60_000;
    expect(await read()).toEqual([TWO]);
    expect(its.reads).toBe(2);
  });

  it('goes on with what it has while the secret cannot be read, and asks again a minute later', async () => {
    const { its, read } = aReader();
    await read();
    its.fails = true;
    its.now = 60_000;
    expect(await read()).toEqual([ONE]);
    expect(await read()).toEqual([ONE]);
    expect(its.reads).toBe(2);
    its.fails = false;
    its.value = TWO;
    its.now = 120_000;
    expect(await read()).toEqual([TWO]);
  });

  it('fails while it has never read the secret, and asks again at once', async () => {
    const { its, read } = aReader();
    its.fails = true;
    await expect(read()).rejects.toThrow('down');
    its.fails = false;
    expect(await read()).toEqual([ONE]);
  });
});

describe('Secrets Manager', () => {
  const answers: { readonly status: number; readonly body: unknown }[] = [];
  const asked: { readonly target: unknown; readonly authorization: unknown; readonly body: string }[] = [];
  let server: Server;
  let url = '';
  beforeAll(async () => {
    server = createServer((request, response) => {
      const parts: Buffer[] = [];
      request.on('data', (part: Buffer) => parts.push(part));
      request.on('end', () => {
        const { 'x-amz-target': target, authorization } = request.headers;
        asked.push({ target, authorization, body: Buffer.concat(parts).toString() });
        const { status, body } = answers.shift() ?? { status: 500, body: {} };
        response.writeHead(status).end(JSON.stringify(body));
      });
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const address = server.address();
    url = `http://127.0.0.1:${typeof address === 'object' ? String(address?.port) : ''}/`;
  });
  afterAll(() => server.close());

  const reader = () =>
    secretReader(
      {
        region: 'eu-west-2',
        url,
        credentials: () => ({ accessKeyId: 'somebody', secretAccessKey: 'local' }),
      },
      'arn:aws:secretsmanager:eu-west-2:111111111111:secret:door',
      () => Promise.resolve(),
    );

  it('is asked for the value by a signed call, again after an error of its own', async () => {
    answers.push({ status: 503, body: {} }, { status: 200, body: { SecretString: ONE, Name: 'door' } });
    expect(await reader()()).toEqual([ONE]);
    expect(asked.at(-1)).toMatchObject({
      target: 'secretsmanager.GetSecretValue',
      body: '{"SecretId":"arn:aws:secretsmanager:eu-west-2:111111111111:secret:door"}',
    });
    expect(asked.at(-1)?.authorization).toMatch(
      /Credential=somebody\/\d{8}\/eu-west-2\/secretsmanager\/aws4_request, SignedHeaders=[a-z0-9;-]*x-amz-target/u,
    );
  });

  it('that refuses the call makes it fail', async () => {
    answers.push({ status: 400, body: { __type: 'AccessDeniedException' } });
    await expect(reader()()).rejects.toThrow('Secrets Manager refused to read a secret: 400');
  });
});
