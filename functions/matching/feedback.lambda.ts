import { httpFunction } from '../web/http/http-function.ts';
import { routesFor } from '../web/http/routes-for.ts';
import { container } from './container.ts';
import { feedback } from './matches/feedback.ts';
import { siteUrl } from './site-url.ts';

const { show, answer } = feedback(container);

export const handler = httpFunction(
  routesFor('matching/feedback', {
    'GET /feedback/{token}': show,
    'POST /feedback/{token}': answer,
  }),
  { siteUrl, log: container.log },
);
