import type { Branding } from '../../../site/src/branding.ts';
import type { HttpReply, HttpRequest } from './http-message.ts';

/**
 * Headers of personal answers, which include all answers behind a token. They forbid caching and indexing, and keep the
 * address from other sites. `no-referrer` would forbid more, but it makes browsers send `Origin: null` with our own forms.
 */
export const PERSONAL_HEADERS = {
  'cache-control': 'no-store',
  'referrer-policy': 'same-origin',
  'x-robots-tag': 'noindex, nofollow',
} as const;

interface CacheOptions {
  /** True for an answer that only one person may see. */
  readonly personal?: boolean;
  /** Seconds for which browsers and CloudFront may cache a public answer. */
  readonly maxAgeSeconds?: number;
}

const cacheHeaders = ({
  personal = false,
  maxAgeSeconds,
}: CacheOptions): Readonly<Record<string, string>> => {
  if (personal) return PERSONAL_HEADERS;
  return { 'cache-control': maxAgeSeconds === undefined ? 'no-store' : `public, max-age=${maxAgeSeconds}` };
};

interface Answer extends CacheOptions {
  readonly request: Pick<HttpRequest, 'wantsJson' | 'branding'>;
  readonly status?: number;
  /** Renders the page. Called only if the caller wants a page. */
  readonly page: (branding: Branding) => string;
  readonly json: unknown;
}

/** Answers as a page or as JSON, as the caller prefers. */
export const answer = ({
  request: { wantsJson, branding },
  status = 200,
  page,
  json,
  ...keep
}: Answer): HttpReply => ({
  status,
  headers: {
    'content-type':
      wantsJson || branding === undefined ? 'application/json; charset=utf-8' : 'text/html; charset=utf-8',
    vary: 'accept',
    ...cacheHeaders(keep),
  },
  body: wantsJson || branding === undefined ? JSON.stringify(json) : page(branding),
});

interface File extends CacheOptions {
  readonly body: string;
  readonly contentType: string;
  /** If set, browsers save the answer under this name instead of displaying it. */
  readonly fileName?: string;
}

/** Answers with data in a single format, such as an export, a CSV file or an OpenAPI document. */
export const file = ({ body, contentType, fileName, ...keep }: File): HttpReply => ({
  status: 200,
  headers: {
    'content-type': contentType,
    ...(fileName === undefined ? {} : { 'content-disposition': `attachment; filename="${fileName}"` }),
    ...cacheHeaders(keep),
  },
  body,
});

/**
 * Redirects the browser to a GET (303).
 * @param location a path within this service
 * @throws if `location` is not a path within this service
 */
export const redirect = (location: string): HttpReply => {
  if (!/^\/(?![/\\])[\x21-\x7e]*$/u.test(location))
    throw new Error('a redirect leads to a path of our own only');
  return { status: 303, headers: { location, ...PERSONAL_HEADERS }, body: '' };
};
