import { httpFunction } from '../web/http/http-function.ts';
import { container } from './container.ts';
import { digestPage } from './digests/digest-page.ts';

export const handler = httpFunction(
  [
    {
      method: 'GET',
      path: '/digest/{token}',
      handler: digestPage({ ...container, runs: container.digests }),
    },
  ],
  { log: container.log },
);
