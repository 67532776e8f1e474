import type { Capability } from './capability.ts';

/** A path pattern of CloudFront, and how requests that fit it reach the HTTP API. */
export interface DynamicPath {
  readonly pattern: string;
  readonly takesPosts: boolean;
  /** The same for everybody: may be kept for a moment. */
  readonly isPublic: boolean;
}

/** Everything below is data for other systems: a wrong address there is answered in their language too. */
const API = '/api/v1/';

const patternsOf = (path: string): readonly string[] => {
  const open = path.indexOf('{');
  // What is left of a link that was cut off is a function's too: as a file's it would be sent back and forth for ever.
  if (open !== -1) return [`${path.slice(0, open)}*`, path.slice(0, open - 1)];
  // With the slash that people add: the function at the edge takes it away.
  return path.includes('.') || path.startsWith(API) ? [path] : [path, `${path}/`];
};

const isWild = ({ pattern }: DynamicPath): boolean => pattern.endsWith('*');

/** Every path that functions answer, from the routes of the one list; written-out ones before those with a star. */
export const dynamicPathsOf = (capabilities: readonly Capability[]): readonly DynamicPath[] => {
  const found = new Map<string, DynamicPath>([
    [`${API}*`, { pattern: `${API}*`, takesPosts: true, isPublic: false }],
  ]);
  for (const { routes = [], answersEverybodyAlike = false } of capabilities)
    for (const route of routes) {
      const [method = '', path = ''] = route.split(' ');
      for (const pattern of patternsOf(path)) {
        const before = found.get(pattern);
        found.set(pattern, {
          pattern,
          takesPosts: method === 'POST' || (before?.takesPosts ?? false),
          isPublic: answersEverybodyAlike && (before?.isPublic ?? true),
        });
      }
    }
  return [...found.values()].sort((a, b) => Number(isWild(a)) - Number(isWild(b)));
};
