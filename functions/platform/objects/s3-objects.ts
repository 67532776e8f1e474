import { hash } from 'node:crypto';
import {
  insistOnPlainKey,
  type GetOptions,
  type ListedObject,
  type Objects,
  type PutOptions,
} from './objects.ts';
import { type AwsAddress, type AwsAnswer, signedRequests } from '../requests/signed-requests.ts';

export interface S3Address extends Omit<AwsAddress, 'service' | 'url'> {
  /** Address to which keys are appended: the bucket's own host, or a host and the bucket as first part of the path. */
  readonly bucketUrl: string;
}

const text = (body: Uint8Array): string => new TextDecoder().decode(body);

/** Refuses every answer but those that the caller can deal with. Names S3's code, which holds no data. */
const refuse = ({ status, body }: AwsAnswer, what: string): never => {
  const code = /<Code>(\w+)<\/Code>/u.exec(text(body))?.[1] ?? 'no code';
  throw new Error(`S3 refused to ${what}: ${String(status)} ${code}`);
};

const etagOf = ({ headers }: AwsAnswer): string => {
  const { etag } = headers;
  if (etag === undefined) throw new Error('S3 answered without an ETag');
  return etag;
};

const element = (xml: string, name: string): string =>
  new RegExp(`<${name}>([^<]*)</${name}>`, 'u').exec(xml)?.[1] ?? '';

/** Reads one page of `ListObjectsV2`. Only ETags hold a character that XML escapes: their quotation marks. */
const pageOf = (xml: string): { readonly listed: readonly ListedObject[]; readonly next: string } => ({
  listed: [...xml.matchAll(/<Contents>(.*?)<\/Contents>/gsu)].map(([, one = '']) => ({
    key: element(one, 'Key'),
    etag: element(one, 'ETag').replaceAll('&quot;', '"').replaceAll('&#34;', '"'),
    bytes: Number(element(one, 'Size')),
  })),
  next: element(xml, 'NextContinuationToken').replaceAll('&amp;', '&'),
});

const sameBytes = (a: Uint8Array, b: Uint8Array): boolean =>
  a.length === b.length && a.every((byte, index) => byte === b[index]);

const conditionOf = ({ ifMatch, ifAbsent }: PutOptions): Readonly<Record<string, string>> => ({
  ...(ifMatch === undefined ? {} : { 'if-match': ifMatch }),
  ...(ifAbsent === undefined ? {} : { 'if-none-match': '*' }),
});

const checksumOf = (body: Uint8Array, { locked }: PutOptions): Readonly<Record<string, string>> =>
  locked === undefined ? {} : { 'x-amz-checksum-sha256': hash('sha256', body, 'base64') };

const headersOf = ({ contentType, contentEncoding, cacheControl, contentDisposition }: PutOptions) => ({
  'content-type': contentType ?? 'application/octet-stream',
  ...(contentEncoding === undefined ? {} : { 'content-encoding': contentEncoding }),
  ...(cacheControl === undefined ? {} : { 'cache-control': cacheControl }),
  ...(contentDisposition === undefined ? {} : { 'content-disposition': contentDisposition }),
});

/**
 * Implements the bucket of files with S3's REST API.
 *
 * @param pause waits before another attempt; tests replace it so as not to wait
 */
export const s3Objects = (
  { bucketUrl, ...address }: S3Address,
  pause?: (attempt: number) => Promise<void>,
): Objects => {
  const send = signedRequests({ ...address, service: 's3', url: bucketUrl }, pause);

  const get = async (key: string, { etag, range }: GetOptions = {}) => {
    insistOnPlainKey(key);
    const answer = await send({
      method: 'GET',
      path: key,
      headers: {
        ...(etag === undefined ? {} : { 'if-none-match': etag }),
        ...(range === undefined ? {} : { range: `bytes=${String(range.from)}-${String(range.to)}` }),
      },
    });
    switch (answer.status) {
      case 200:
      case 206:
        return { body: answer.body, etag: etagOf(answer) };
      case 304:
        return 'unchanged' as const;
      case 404:
        return undefined;
      case 416:
        throw new RangeError('the range starts after the end of the object');
      default:
        return refuse(answer, 'read an object');
    }
  };

  return {
    get,
    put: async (key, content, options = {}) => {
      insistOnPlainKey(key);
      const body = typeof content === 'string' ? new TextEncoder().encode(content) : content;
      const answer = await send({
        method: 'PUT',
        path: key,
        body,
        headers: { ...headersOf(options), ...checksumOf(body, options), ...conditionOf(options) },
      });
      switch (answer.status) {
        case 200:
          return 'written';
        // 404: the object whose version was given is not there any more. 409: another write was quicker.
        case 404:
        case 409:
        case 412: {
          // An earlier attempt may have written the object itself, so that its own condition no longer holds.
          const stored = answer.inDoubt && options.locked === undefined ? await get(key) : undefined;
          const isOurs = typeof stored === 'object' && sameBytes(stored.body, body);
          return isOurs ? 'written' : 'changed-meanwhile';
        }
        default:
          return refuse(answer, 'write an object');
      }
    },
    list: async (prefix) => {
      insistOnPlainKey(prefix);
      const all: ListedObject[] = [];
      let from = '';
      do {
        const answer = await send({
          method: 'GET',
          path: '',
          query: {
            'list-type': '2',
            prefix,
            ...(from === '' ? {} : { 'continuation-token': from }),
          },
        });
        if (answer.status !== 200) return refuse(answer, 'list objects');
        const { listed, next } = pageOf(text(answer.body));
        all.push(...listed);
        from = next;
      } while (from !== '');
      return all;
    },
    remove: async (key) => {
      insistOnPlainKey(key);
      const answer = await send({ method: 'DELETE', path: key });
      if (answer.status !== 204 && answer.status !== 404) refuse(answer, 'delete an object');
    },
  };
};
