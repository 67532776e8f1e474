import type { RoutedFunction, RoutesOf } from '../../../shared/contracts/routes.ts';
import type { HttpHandler } from './http-message.ts';
import type { Route } from './route.ts';

type Handling = HttpHandler | Omit<Route, 'method' | 'path'>;

const routeFor = (key: string, handling: Handling): Route => {
  const [method, path] = key.split(' ');
  const how = typeof handling === 'function' ? { handler: handling } : handling;
  return { method: method === 'POST' ? 'POST' : 'GET', path: `/${path?.slice(1) ?? ''}`, ...how };
};

/**
 * The routes of one function with their handlers. Compiles only when it names every route that the table of routes
 * gives to this function, and no other.
 * @param _name the function: "matching/answer-offer"
 */
export const routesFor = <Name extends RoutedFunction>(
  _name: Name,
  handlers: Readonly<Record<RoutesOf<Name>, Handling>>,
): readonly Route[] => Object.entries<Handling>(handlers).map(([key, handling]) => routeFor(key, handling));
