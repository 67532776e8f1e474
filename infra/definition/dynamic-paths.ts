import type { Route } from '../../shared/contracts/routes.ts';

/** A path pattern of CloudFront whose requests go to the HTTP API. */
export interface DynamicPath {
  readonly pattern: string;
  readonly takesPosts: boolean;
  /** Whether everybody gets the same answer, so that CloudFront may cache it for half a minute. */
  readonly isPublic: boolean;
}

/**
 * Path prefix of the API for other systems. Unknown paths below it go to the functions too, which answer with JSON
 * instead of a page.
 */
const API = '/api/v1/';

const patternsOf = (path: string): readonly string[] => {
  const open = path.indexOf('{');
  // A link that was cut off before its token (`/confirm`) goes to the function too, because the static site would
  // redirect it in a loop.
  if (open !== -1) return [`${path.slice(0, open)}*`, path.slice(0, open - 1)];
  // Also matches the path with a final slash, which people add; the CloudFront function removes the slash.
  return path.includes('.') || path.startsWith(API) ? [path] : [path, `${path}/`];
};

const isWild = ({ pattern }: DynamicPath): boolean => pattern.endsWith('*');

/**
 * Lists the path patterns that functions answer. Exact paths come before patterns with a star, because CloudFront takes
 * the first pattern that matches.
 */
export const dynamicPathsOf = (
  routes: readonly Pick<Route, 'method' | 'path' | 'cached'>[],
): readonly DynamicPath[] => {
  const found = new Map<string, DynamicPath>([
    [`${API}*`, { pattern: `${API}*`, takesPosts: true, isPublic: false }],
  ]);
  for (const { method, path, cached = false } of routes)
    for (const pattern of patternsOf(path)) {
      const before = found.get(pattern);
      found.set(pattern, {
        pattern,
        takesPosts: method === 'POST' || (before?.takesPosts ?? false),
        isPublic: cached && (before?.isPublic ?? true),
      });
    }
  return [...found.values()].sort((a, b) => Number(isWild(a)) - Number(isWild(b)));
};
