import { httpFunction } from '../web/http/http-function.ts';
import { routesFor } from '../web/http/routes-for.ts';
import { searchContainer } from './search-container.ts';
import { directoryApi, openDataCsv, openDataJson } from './listings/open-data.ts';

export const handler = httpFunction(
  routesFor('directory/open-data', {
    'GET /open-data/directory.json': openDataJson(searchContainer),
    'GET /open-data/directory.csv': openDataCsv(searchContainer),
    'GET /api/v1/directory': directoryApi(searchContainer),
  }),
  searchContainer,
);
