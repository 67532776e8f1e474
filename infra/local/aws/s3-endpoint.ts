import { hash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import * as z from 'zod';
import type { Authorise } from '../lambda/authorise.ts';
import { readBody } from '../network/json-http.ts';
import type { LocalObject, ObjectStore } from './object-store.ts';

/** Handles one call of S3's REST API, with the bucket as first part of the path. */
export type S3 = (caller: string, request: IncomingMessage, response: ServerResponse) => Promise<void>;

const MOST_LISTED = 1_000;
const KEPT_HEADERS = ['content-type', 'content-encoding', 'cache-control', 'content-disposition'] as const;

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

const answerXml = (response: ServerResponse, status: number, xml: string): void => {
  response.writeHead(status, { 'content-type': 'application/xml' });
  response.end(`<?xml version="1.0" encoding="UTF-8"?>\n${xml}`);
};

const refuse = (response: ServerResponse, status: number, code: string): void =>
  answerXml(response, status, `<Error><Code>${code}</Code></Error>`);

const rangeOf = (header: string | undefined, length: number): readonly [number, number] | undefined => {
  const [, from, to] = /^bytes=(\d+)-(\d+)$/u.exec(header ?? '') ?? [];
  return from === undefined ? undefined : [Number(from), Math.min(Number(to), length - 1)];
};

const listPage = (store: ObjectStore, bucket: string, query: URLSearchParams): string => {
  const prefix = query.get('prefix') ?? '';
  const after = Buffer.from(query.get('continuation-token') ?? '', 'base64').toString();
  const rest = store.keys().filter((key) => key.startsWith(prefix) && key > after);
  const page = rest.slice(0, MOST_LISTED);
  const next = rest.length > page.length ? Buffer.from(page.at(-1) ?? '').toString('base64') : undefined;
  const contents = page.map((key) => {
    const object = store.get(key);
    return object === undefined
      ? ''
      : `<Contents><Key>${escaped(key)}</Key><LastModified>${object.modified.toISOString()}</LastModified><ETag>${escaped(object.etag)}</ETag><Size>${String(object.body.length)}</Size><StorageClass>STANDARD</StorageClass></Contents>`;
  });
  return `<ListBucketResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><Name>${bucket}</Name><Prefix>${escaped(prefix)}</Prefix><KeyCount>${String(page.length)}</KeyCount><MaxKeys>${String(MOST_LISTED)}</MaxKeys><IsTruncated>${String(next !== undefined)}</IsTruncated>${next === undefined ? '' : `<NextContinuationToken>${next}</NextContinuationToken>`}${contents.join('')}</ListBucketResult>`;
};

const sendObject = (
  request: IncomingMessage,
  response: ServerResponse,
  { body, etag, headers, modified }: LocalObject,
): void => {
  if (request.headers['if-none-match'] === etag) {
    response.writeHead(304, { etag });
    response.end();
    return;
  }
  if (request.headers['if-match'] !== undefined && request.headers['if-match'] !== etag) {
    refuse(response, 412, 'PreconditionFailed');
    return;
  }
  const range = rangeOf(request.headers.range, body.length);
  if (range !== undefined && range[0] >= body.length) {
    refuse(response, 416, 'InvalidRange');
    return;
  }
  const sent = range === undefined ? body : body.subarray(range[0], range[1] + 1);
  response.writeHead(range === undefined ? 200 : 206, {
    ...headers,
    etag,
    'last-modified': modified.toUTCString(),
    'content-length': sent.length,
    ...(range === undefined
      ? {}
      : { 'content-range': `bytes ${String(range[0])}-${String(range[1])}/${String(body.length)}` }),
  });
  response.end(sent);
};

/** The code with which S3 refuses a checksum: that of another body, or none for a bucket with a lock. */
const wrongChecksum = (
  { isLocked }: ObjectStore,
  body: Buffer,
  sent: string | readonly string[] | undefined,
): string | undefined => {
  if (sent === undefined) return isLocked ? 'InvalidRequest' : undefined;
  return sent === hash('sha256', body, 'base64') ? undefined : 'BadDigest';
};

/**
 * Emulates S3 for the buckets of the template, with the permissions of the calling function's role.
 *
 * @param stores the buckets by name
 */
export const s3Endpoint = (stores: ReadonlyMap<string, ObjectStore>, authorise: Authorise): S3 => {
  /** Answers 403 and returns false if the caller lacks a permission. */
  const allows = (
    caller: string,
    response: ServerResponse,
    resource: string,
    ...actions: readonly string[]
  ): boolean => {
    const needed = actions.map((action) => ({ action, resource: `arn:aws:s3:::${resource}` }));
    const refusal = authorise(caller, needed, 'code');
    if (refusal !== undefined) refuse(response, 403, 'AccessDenied');
    return refusal === undefined;
  };

  return async (caller, request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
    const [bucket = '', ...rest] = pathname.slice(1).split('/');
    const key = decodeURIComponent(rest.join('/'));
    const store = stores.get(bucket);
    const body = z.instanceof(Buffer).parse(await readBody(request));
    if (store === undefined) {
      refuse(response, 404, 'NoSuchBucket');
      return;
    }
    const object = `${bucket}/${key}`;

    if (request.method === 'GET' && key === '') {
      if (allows(caller, response, bucket, 's3:ListBucket'))
        answerXml(response, 200, listPage(store, bucket, searchParams));
      return;
    }
    const found = store.get(key);
    switch (request.method) {
      case 'GET':
        if (!allows(caller, response, object, 's3:GetObject')) return;
        if (found !== undefined) {
          sendObject(request, response, found);
          return;
        }
        // S3 says that an object is missing only to a caller who may list the bucket.
        if (allows(caller, response, bucket, 's3:ListBucket')) refuse(response, 404, 'NoSuchKey');
        return;
      case 'PUT': {
        const { 'if-match': ifMatch, 'if-none-match': ifNoneMatch } = request.headers;
        const conditional = ifMatch === undefined ? [] : ['s3:GetObject'];
        if (!allows(caller, response, object, 's3:PutObject', ...conditional)) return;
        if (ifMatch !== undefined && found === undefined) {
          refuse(response, 404, 'NoSuchKey');
          return;
        }
        if (ifMatch !== undefined && found?.etag !== ifMatch) {
          refuse(response, 412, 'PreconditionFailed');
          return;
        }
        if (ifNoneMatch !== undefined && found !== undefined) {
          refuse(response, 412, 'PreconditionFailed');
          return;
        }
        const wrong = wrongChecksum(store, body, request.headers['x-amz-checksum-sha256']);
        if (wrong !== undefined) {
          refuse(response, 400, wrong);
          return;
        }
        const headers = KEPT_HEADERS.flatMap((name) => {
          const value = request.headers[name];
          return value === undefined ? [] : [[name, value] as const];
        });
        response.writeHead(200, { etag: store.put(key, body, Object.fromEntries(headers)).etag });
        response.end();
        return;
      }
      case 'DELETE':
        if (!allows(caller, response, object, 's3:DeleteObject')) return;
        store.remove(key);
        response.writeHead(204);
        response.end();
        return;
      default:
        refuse(response, 501, 'NotImplemented');
    }
  };
};
