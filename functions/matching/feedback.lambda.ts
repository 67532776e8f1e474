import { httpFunction } from '../web/http/http-function.ts';
import { container } from './container.ts';
import { feedback } from './matches/feedback.ts';
import { siteUrl } from './site-url.ts';

const { show, answer } = feedback(container);

export const handler = httpFunction(
  [
    { method: 'GET', path: '/feedback/{token}', handler: show },
    { method: 'POST', path: '/feedback/{token}', handler: answer },
  ],
  { siteUrl, log: container.log },
);
