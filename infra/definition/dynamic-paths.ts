import type { Route } from '../../shared/contracts/routes.ts';

/** A path pattern of CloudFront, and how requests that fit it reach the HTTP API. */
export interface DynamicPath {
  readonly pattern: string;
  readonly takesPosts: boolean;
  /** Everybody gets the same answer, which the edge may keep for half a minute. */
  readonly isPublic: boolean;
}

/** The prefix of the API for other systems; unknown addresses below it are answered with JSON. */
const API = '/api/v1/';

const patternsOf = (path: string): readonly string[] => {
  const open = path.indexOf('{');
  // A link cut off before its token goes to the function too: the static site would redirect it in a loop.
  if (open !== -1) return [`${path.slice(0, open)}*`, path.slice(0, open - 1)];
  // People add a slash; the function at the edge removes it.
  return path.includes('.') || path.startsWith(API) ? [path] : [path, `${path}/`];
};

const isWild = ({ pattern }: DynamicPath): boolean => pattern.endsWith('*');

/** Every path that functions answer; paths in full come before those with a star. */
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
