import type { HttpReply, HttpRequest } from './http-message.ts';

/** What is somebody's own, and what a token opens: kept by nobody, found by nobody, mentioned to nobody. */
export const PERSONAL = {
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'x-robots-tag': 'noindex, nofollow',
} as const;

interface Keeping {
  /** True for whatever one person only may see. */
  readonly personal?: boolean;
  /** Seconds for which browsers and CloudFront may keep a public answer. */
  readonly maxAgeSeconds?: number;
}

const keeping = ({ personal = false, maxAgeSeconds }: Keeping): Readonly<Record<string, string>> => {
  if (personal) return PERSONAL;
  return { 'cache-control': maxAgeSeconds === undefined ? 'no-store' : `public, max-age=${maxAgeSeconds}` };
};

interface Answer extends Keeping {
  readonly request: Pick<HttpRequest, 'wantsJson'>;
  readonly status?: number;
  /** Made only when a page is wanted. */
  readonly page: () => string;
  readonly json: unknown;
}

/** The same answer as a page or as JSON, whichever the caller prefers. */
export const answer = ({ request, status = 200, page, json, ...keep }: Answer): HttpReply => ({
  status,
  headers: {
    'content-type': request.wantsJson ? 'application/json; charset=utf-8' : 'text/html; charset=utf-8',
    vary: 'accept',
    ...keeping(keep),
  },
  body: request.wantsJson ? JSON.stringify(json) : page(),
});

interface File extends Keeping {
  readonly body: string;
  readonly contentType: string;
  /** Where given, browsers save it under this name instead of showing it. */
  readonly fileName?: string;
}

/** Data in one form only: an export, a CSV file, an OpenAPI document. */
export const file = ({ body, contentType, fileName, ...keep }: File): HttpReply => ({
  status: 200,
  headers: {
    'content-type': contentType,
    ...(fileName === undefined ? {} : { 'content-disposition': `attachment; filename="${fileName}"` }),
    ...keeping(keep),
  },
  body,
});

/**
 * Sends the browser on with a GET (303).
 * @param location a path of our own; anything else is a mistake of ours and thrown
 */
export const redirect = (location: string): HttpReply => {
  if (!/^\/(?![/\\])[\x21-\x7e]*$/u.test(location))
    throw new Error('a redirect leads to a path of our own only');
  return { status: 303, headers: { location, ...PERSONAL }, body: '' };
};
