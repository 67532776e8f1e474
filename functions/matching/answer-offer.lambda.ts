import { httpFunction } from '../web/http/http-function.ts';
import { routesFor } from '../web/http/routes-for.ts';
import { answerOffer } from './offers/answer-offer.ts';
import { containerOf } from './container.ts';

export const handler = httpFunction((functionSystem) => {
  const { show, answer } = answerOffer(containerOf(functionSystem));
  return routesFor('matching/answer-offer', {
    'GET /offers/{token}': show,
    'POST /offers/{token}': answer,
  });
});
