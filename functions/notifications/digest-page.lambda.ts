import { httpFunction } from '../platform/http/http-function.ts';
import { container } from './container.ts';
import { digestPage } from './digest-page.ts';

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
