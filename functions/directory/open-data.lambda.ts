import { httpFunction } from '../web/http/http-function.ts';
import { routesFor } from '../web/http/routes-for.ts';
import { searchContainerOf } from './search-container.ts';
import { directoryApi, openDataCsv, openDataJson } from './listings/open-data.ts';

export const handler = httpFunction((functionSystem) => {
  const container = searchContainerOf(functionSystem);
  return routesFor('directory/open-data', {
    'GET /open-data/directory.json': openDataJson(container),
    'GET /open-data/directory.csv': openDataCsv(container),
    'GET /api/v1/directory': directoryApi(container),
  });
});
