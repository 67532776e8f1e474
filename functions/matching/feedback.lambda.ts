import { httpFunction } from '../web/http/http-function.ts';
import { routesFor } from '../web/http/routes-for.ts';
import { containerOf } from './container.ts';
import { feedback } from './matches/feedback.ts';

export const handler = httpFunction((functionSystem) => {
  const { show, answer } = feedback(containerOf(functionSystem));
  return routesFor('matching/feedback', {
    'GET /feedback/{token}': show,
    'POST /feedback/{token}': answer,
  });
});
