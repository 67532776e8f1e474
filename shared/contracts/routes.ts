/** Routes of one function that are answered in the same way. */
interface RouteGroup {
  /** The function that answers: `room/verb` for `functions/<room>/<verb>.lambda.ts`. */
  readonly function: `${string}/${string}`;
  /** The users of the routes: anybody, or only the holder of a link from an e-mail, who gets a personal answer. */
  readonly access: 'anybody' | 'link';
  /**
   * Form of the answer: a page, data, or whichever of the two the caller prefers. Refusals always take the
   * form that the caller prefers.
   */
  readonly answers: 'page' | 'data' | 'page-or-data';
  /** Set if everybody gets the same answer; the edge may then cache that answer for half a minute. */
  readonly cached?: true;
  /** Method and path, with parameters in braces. Every route with GET also answers HEAD. */
  readonly routes: readonly `${'GET' | 'POST'} /${string}`[];
}

/**
 * Every route of the service, in one table. The HTTP API, the edge, the functions, the OpenAPI document and
 * the tests all use it. Functions import only its types, so that the table is not bundled into them.
 */
const groups = [
  {
    function: 'registration/register',
    access: 'anybody',
    answers: 'page',
    routes: ['GET /register', 'GET /register/{step}', 'POST /register/{step}'],
  },
  {
    function: 'registration/register',
    access: 'anybody',
    answers: 'data',
    routes: ['POST /api/v1/practitioners'],
  },
  {
    function: 'registration/request',
    access: 'anybody',
    answers: 'page',
    routes: ['GET /request', 'GET /request/{step}', 'POST /request/{step}'],
  },
  {
    function: 'registration/request',
    access: 'anybody',
    answers: 'data',
    routes: ['POST /api/v1/requests', 'POST /api/v1/requests/list'],
  },
  {
    function: 'registration/confirm',
    access: 'link',
    answers: 'page-or-data',
    routes: ['GET /confirm/{token}'],
  },
  {
    function: 'registration/confirm',
    access: 'link',
    answers: 'page-or-data',
    routes: ['POST /confirm/{token}'],
  },
  {
    function: 'registration/confirm',
    access: 'link',
    answers: 'page-or-data',
    routes: [
      'GET /support/{token}',
      'POST /support/{token}',
      'GET /lead/{token}',
      'POST /lead/{token}',
      'GET /named/{token}',
      'POST /named/{token}',
    ],
  },
  {
    function: 'registration/manage',
    access: 'link',
    answers: 'page-or-data',
    routes: [
      'GET /manage/{token}',
      'POST /manage/{token}',
      'GET /manage/{token}/{action}',
      'POST /manage/{token}/{action}',
    ],
  },
  {
    function: 'registration/status',
    access: 'link',
    answers: 'page-or-data',
    routes: [
      'GET /status/{token}',
      'POST /status/{token}',
      'GET /status/{token}/{action}',
      'POST /status/{token}/{action}',
    ],
  },
  {
    function: 'registration/capacity',
    access: 'link',
    answers: 'page-or-data',
    routes: ['GET /capacity/{token}'],
  },
  {
    function: 'registration/capacity',
    access: 'link',
    answers: 'page-or-data',
    routes: ['POST /capacity/{token}'],
  },
  {
    function: 'matching/answer-offer',
    access: 'link',
    answers: 'page-or-data',
    routes: ['GET /offers/{token}', 'POST /offers/{token}'],
  },
  {
    function: 'matching/feedback',
    access: 'link',
    answers: 'page-or-data',
    routes: ['GET /feedback/{token}', 'POST /feedback/{token}', 'GET /dates/{token}', 'POST /dates/{token}'],
  },
  {
    function: 'programme/vouch',
    access: 'link',
    answers: 'page-or-data',
    routes: ['GET /vouch/{token}', 'POST /vouch/{token}'],
  },
  {
    function: 'notifications/unsubscribe',
    access: 'link',
    answers: 'page-or-data',
    routes: ['GET /unsubscribe/{token}', 'POST /unsubscribe/{token}'],
  },
  {
    function: 'notifications/digest-page',
    access: 'link',
    answers: 'page-or-data',
    routes: ['GET /digest/{token}'],
  },
  {
    function: 'directory/results',
    access: 'anybody',
    answers: 'page-or-data',
    cached: true,
    routes: ['GET /find-a-dpp/results'],
  },
  {
    function: 'directory/profile',
    access: 'anybody',
    answers: 'page-or-data',
    cached: true,
    routes: ['GET /dpp/{slug}'],
  },
  {
    function: 'directory/open-data',
    access: 'anybody',
    answers: 'data',
    cached: true,
    routes: ['GET /find-a-dpp/results.json', 'GET /find-a-dpp/results.csv'],
  },
  {
    function: 'directory/open-data',
    access: 'anybody',
    answers: 'data',
    cached: true,
    routes: ['GET /api/v1/directory'],
  },
  {
    function: 'directory/insights',
    access: 'anybody',
    answers: 'page-or-data',
    cached: true,
    routes: ['GET /insights'],
  },
  {
    function: 'programme/organisation-page',
    access: 'link',
    answers: 'page-or-data',
    routes: ['GET /organisation/{token}'],
  },
  {
    function: 'web/health',
    access: 'anybody',
    answers: 'data',
    routes: ['GET /health'],
  },
] as const satisfies readonly RouteGroup[];

type Group = (typeof groups)[number];

/** The key of a route, such as "POST /offers/{token}". */
export type RouteKey = Group['routes'][number];

/** A function that answers at least one route, such as "matching/answer-offer". */
export type RoutedFunction = Group['function'];

/** The keys of the routes that one function answers. */
export type RoutesOf<Name extends RoutedFunction> = Extract<
  Group,
  { readonly function: Name }
>['routes'][number];

/** The keys of the routes that the OpenAPI document describes: all that take or give data. */
export type DescribedRoute = Exclude<Group, { readonly answers: 'page' }>['routes'][number];

/** One row of the table of routes. */
export interface Route extends Omit<RouteGroup, 'routes' | 'function'> {
  readonly key: RouteKey;
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly function: RoutedFunction;
}

/** The table of routes, with one row for each route. */
export const routes: readonly Route[] = groups.flatMap(({ routes: keys, ...facts }) =>
  keys.map((key) => ({
    ...facts,
    key,
    method: key.startsWith('GET ') ? 'GET' : 'POST',
    path: key.slice(key.indexOf('/')),
  })),
);
