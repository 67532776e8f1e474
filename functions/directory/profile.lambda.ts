import { httpFunction } from '../web/http/http-function.ts';
import { container } from './container.ts';
import { profile } from './listings/profile.ts';

export const handler = httpFunction(
  [{ method: 'GET', path: '/dpp/{slug}', handler: profile(container) }],
  container,
);
