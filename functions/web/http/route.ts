import type { HttpHandler, HttpRequest } from './http-message.ts';

export interface Route {
  readonly method: 'GET' | 'POST';
  /** Path of the route, as in the API: "/offers/{token}". */
  readonly path: `/${string}`;
  /**
   * Answers the one-click unsubscribe of mail programs (RFC 8058): accepts any small body without reading it, and takes
   * the POST from any site, because the mail program chooses the body and the page from which it is sent. The token in
   * the path is the permission.
   */
  readonly isOneClick?: boolean;
  /** Whether the form may have a text file in it (`multipart/form-data`). Other routes refuse files. */
  readonly takesFiles?: boolean;
  readonly handler: HttpHandler;
}

const partsOf = (path: string): readonly string[] => path.replace(/(?<=.)\/$/u, '').split('/');

const nameOf = (part: string): string | undefined => /^\{(\w+)\}$/u.exec(part)?.[1];

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

/**
 * Removes from a token what mail programs take for a part of the link: a full stop, bracket or comma that follows it,
 * encoded or not. No token contains such a character.
 */
const tokenIn = (part: string): string => decoded(part).replace(/[^\w-]+$/u, '');

/** Path parameters by the route's pattern; undefined if the path does not match. */
const paramsOf = (route: Route, path: string): HttpRequest['params'] | undefined => {
  const wanted = partsOf(route.path);
  const given = partsOf(path);
  if (wanted.length !== given.length) return undefined;
  const params: [string, string][] = [];
  for (const [index, part] of wanted.entries()) {
    const value = given[index] ?? '';
    const name = nameOf(part);
    if (name === undefined ? part !== value : value === '') return undefined;
    if (name !== undefined) params.push([name, name === 'token' ? tokenIn(value) : value]);
  }
  return Object.fromEntries(params);
};

export type Found =
  | { readonly is: 'route'; readonly route: Route; readonly params: HttpRequest['params'] }
  | { readonly is: 'other-method'; readonly allow: string }
  | { readonly is: 'unknown' };

const allowOf = (routes: readonly Route[]): string =>
  [...new Set(routes.flatMap(({ method }) => (method === 'GET' ? ['GET', 'HEAD'] : [method])))].join(', ');

/** Finds the route for a method and path. HEAD uses the GET route. */
export const findRoute = (routes: readonly Route[], method: string, path: string): Found => {
  const asked = method === 'HEAD' ? 'GET' : method;
  const fitting = routes.flatMap((route) => {
    const params = paramsOf(route, path);
    return params === undefined ? [] : [{ is: 'route' as const, route, params }];
  });
  return (
    fitting.find(({ route }) => route.method === asked) ??
    (fitting.length === 0
      ? { is: 'unknown' }
      : { is: 'other-method', allow: allowOf(fitting.map(({ route }) => route)) })
  );
};
