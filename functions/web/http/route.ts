import type { z } from 'zod';
import type { HttpHandler, HttpRequest } from './http-message.ts';

export interface Route {
  readonly method: 'GET' | 'POST';
  /** As in the API: "/offers/{token}". */
  readonly path: `/${string}`;
  /** What path parameters have to look like; a path whose parameters do not is unknown (404). */
  readonly params?: z.ZodType<Readonly<Record<string, string>>>;
  /** Takes any small body and does not read it: one-click unsubscribe comes in forms of others' choosing. */
  readonly ignoresBody?: boolean;
  readonly handler: HttpHandler;
}

const partsOf = (path: string): readonly string[] => path.replace(/(?<=.)\/$/u, '').split('/');

const nameOf = (part: string): string | undefined => /^\{(\w+)\}$/u.exec(part)?.[1];

/** A path's parameters by the route's pattern; undefined when the path is another. */
const paramsOf = (route: Route, path: string): HttpRequest['params'] | undefined => {
  const wanted = partsOf(route.path);
  const given = partsOf(path);
  if (wanted.length !== given.length) return undefined;
  const params: [string, string][] = [];
  for (const [index, part] of wanted.entries()) {
    const value = given[index] ?? '';
    const name = nameOf(part);
    if (name === undefined ? part !== value : value === '') return undefined;
    if (name !== undefined) params.push([name, value]);
  }
  const found = Object.fromEntries(params);
  return route.params === undefined ? found : route.params.safeParse(found).data;
};

export type Found =
  | { readonly is: 'route'; readonly route: Route; readonly params: HttpRequest['params'] }
  | { readonly is: 'other-method'; readonly allow: string }
  | { readonly is: 'unknown' };

const allowOf = (routes: readonly Route[]): string =>
  [...new Set(routes.flatMap(({ method }) => (method === 'GET' ? ['GET', 'HEAD'] : [method])))].join(', ');

/** The route for a method and a path. HEAD is answered by what answers GET. */
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
