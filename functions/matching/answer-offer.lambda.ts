import { httpFunction } from '../web/http/http-function.ts';
import { answerOffer } from './offers/answer-offer.ts';
import { container } from './container.ts';
import { siteUrl } from './site-url.ts';

const { show, answer } = answerOffer(container);

export const handler = httpFunction(
  [
    { method: 'GET', path: '/offers/{token}', handler: show },
    { method: 'POST', path: '/offers/{token}', handler: answer },
  ],
  { siteUrl, log: container.log },
);
