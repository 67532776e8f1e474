import { httpFunction } from '../web/http/http-function.ts';
import { routesFor } from '../web/http/routes-for.ts';
import { organisationContainerOf } from './organisation-container.ts';
import { organisationPage } from './organisations/organisation-page.ts';

export const handler = httpFunction((functionSystem) =>
  routesFor('programme/organisation-page', {
    'GET /organisation/{token}': organisationPage(organisationContainerOf(functionSystem)),
  }),
);
