import { httpFunction } from '../web/http/http-function.ts';
import { routesFor } from '../web/http/routes-for.ts';
import { containerOf } from './container.ts';
import { profile } from './listings/profile.ts';

export const handler = httpFunction((functionSystem) =>
  routesFor('directory/profile', { 'GET /dpp/{slug}': profile(containerOf(functionSystem)) }),
);
