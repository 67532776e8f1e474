import { httpFunction } from '../web/http/http-function.ts';
import { routesFor } from '../web/http/routes-for.ts';
import { answerOffer } from './offers/answer-offer.ts';
import { container } from './container.ts';
import { siteUrl } from './site-url.ts';

const { show, answer } = answerOffer(container);

export const handler = httpFunction(
  routesFor('matching/answer-offer', {
    'GET /offers/{token}': show,
    'POST /offers/{token}': answer,
  }),
  { siteUrl, log: container.log },
);
