import { httpFunction } from '../web/http/http-function.ts';
import { organisationContainer as container } from './organisation-container.ts';
import { organisationPage } from './organisations/organisation-page.ts';

export const handler = httpFunction(
  [{ method: 'GET', path: '/organisation/{token}', handler: organisationPage(container) }],
  container,
);
