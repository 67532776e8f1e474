import type { IncomingMessage, ServerResponse } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { s3Objects } from '../../../functions/platform/objects/s3-objects.ts';
import { objectStore } from '../../../infra/local/aws/object-store.ts';
import { s3Endpoint } from '../../../infra/local/aws/s3-endpoint.ts';
import { type Listening, serve } from '../../../infra/local/network/json-http.ts';
import { memoryObjects } from '../../support/memory-objects.ts';
import { objectsContract } from '../../support/objects-contract.ts';

type Fault = 'slow-down' | 'answer-lost';

const everybodyMay = Object.assign(() => undefined, { spent: () => undefined });
const store = objectStore(undefined);
const locked = objectStore(undefined, true);
const s3 = s3Endpoint(
  new Map([
    ['files', store],
    ['locked', locked],
  ]),
  everybodyMay,
);
const faults: Fault[] = [];
const seen: string[] = [];

const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
  const fault = faults.shift();
  seen.push(request.headers.authorization ?? '');
  if (fault === 'slow-down') {
    request.resume();
    response.writeHead(503);
    response.end('<Error><Code>SlowDown</Code></Error>');
    return;
  }
  if (fault === 'answer-lost') response.end = () => response.destroy();
  await s3('tests', request, response);
};

let server: Listening;
beforeAll(async () => {
  server = await serve(0, answer);
});
afterAll(() => server.close());

const objects = (bucket = 'files') =>
  s3Objects(
    {
      region: 'eu-west-2',
      bucketUrl: `${server.url}${bucket}/`,
      credentials: () => ({ accessKeyId: 'somebody', secretAccessKey: 'local', sessionToken: 'session' }),
    },
    () => Promise.resolve(),
  );

objectsContract('memory', memoryObjects);
objectsContract('S3', () => objects());

describe('the bucket on S3', () => {
  it('signs every request, with the token of the session', async () => {
    seen.length = 0;
    await objects().get('signed');
    expect(seen[0]).toMatch(
      /^AWS4-HMAC-SHA256 Credential=somebody\/\d{8}\/eu-west-2\/s3\/aws4_request, SignedHeaders=[a-z0-9;-]*x-amz-security-token[a-z0-9;-]*, Signature=[0-9a-f]{64}$/u,
    );
  });

  it('keeps the headers that browsers need', async () => {
    await objects().put('page', 'a', {
      contentType: 'text/csv',
      contentEncoding: 'br',
      cacheControl: 'max-age=30',
    });
    expect(store.get('page')?.headers).toEqual({
      'content-type': 'text/csv',
      'content-encoding': 'br',
      'cache-control': 'max-age=30',
    });
  });

  it('tries again when S3 asks to slow down or an answer is lost', async () => {
    await objects().put('a', 'one');
    faults.push('slow-down', 'answer-lost', 'slow-down');
    expect(await objects().get('a')).toMatchObject({ etag: store.get('a')?.etag });
  });

  it('gives up after four attempts', async () => {
    faults.push('slow-down', 'slow-down', 'slow-down', 'slow-down');
    await expect(objects().get('a')).rejects.toThrow('s3 answered with status 503');
    expect(faults).toEqual([]);
  });

  it('knows its own write again when the answer to it was lost', async () => {
    faults.push('answer-lost');
    expect(await objects().put('new', 'mine', { ifAbsent: true })).toBe('written');
    faults.push('answer-lost');
    const etag = store.get('new')?.etag ?? '';
    expect(await objects().put('new', 'mine too', { ifMatch: etag })).toBe('written');
  });

  it('does not take the write of somebody else for its own', async () => {
    await objects().put('theirs', 'theirs');
    faults.push('slow-down');
    expect(await objects().put('theirs', 'mine', { ifAbsent: true })).toBe('changed-meanwhile');
  });

  it('sends the hash that a bucket with a lock demands', async () => {
    await expect(objects('locked').put('a', 'one')).rejects.toThrow('400 InvalidRequest');
    expect(await objects('locked').put('a', 'one', { locked: true, ifAbsent: true })).toBe('written');
    expect(await objects('locked').put('a', 'two', { locked: true, ifAbsent: true })).toBe(
      'changed-meanwhile',
    );
    expect(locked.get('a')?.body.toString()).toBe('one');
  });

  it('does not read what it wrote into a bucket with a lock when the answer was lost', async () => {
    faults.push('answer-lost');
    seen.length = 0;
    expect(await objects('locked').put('lost', 'one', { locked: true, ifAbsent: true })).toBe(
      'changed-meanwhile',
    );
    expect(seen).toHaveLength(2);
  });

  it('names S3’s code and status when a call is refused', async () => {
    const nowhere = s3Objects({
      region: 'eu-west-2',
      bucketUrl: `${server.url}nowhere/`,
      credentials: () => ({ accessKeyId: 'somebody', secretAccessKey: 'local' }),
    });
    await expect(nowhere.list('a')).rejects.toThrow('S3 refused to list objects: 404 NoSuchBucket');
  });
});
