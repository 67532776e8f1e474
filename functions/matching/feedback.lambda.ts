import { httpFunction } from '../web/http/http-function.ts';
import { routesFor } from '../web/http/routes-for.ts';
import { containerOf } from './container.ts';
import { datesPage } from './matches/dates-page.ts';
import { feedback } from './matches/feedback.ts';

export const handler = httpFunction((functionSystem) => {
  const container = containerOf(functionSystem);
  const { show, answer } = feedback(container);
  const dates = datesPage(container);
  return routesFor('matching/feedback', {
    'GET /feedback/{token}': show,
    'POST /feedback/{token}': answer,
    'GET /dates/{token}': dates.show,
    'POST /dates/{token}': dates.take,
  });
});
