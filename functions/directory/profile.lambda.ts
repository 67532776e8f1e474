import { httpFunction } from '../platform/http/http-function.ts';
import { container } from './container.ts';
import { profile } from './profile.ts';

export const handler = httpFunction(
  [{ method: 'GET', path: '/dpp/{slug}', handler: profile(container) }],
  container,
);
