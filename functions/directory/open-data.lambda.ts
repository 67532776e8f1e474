import { httpFunction } from '../web/http/http-function.ts';
import { routesFor } from '../web/http/routes-for.ts';
import { searchContainerOf } from './search-container.ts';
import { directoryApi, resultsCsv, resultsJson } from './listings/open-data.ts';

export const handler = httpFunction((functionSystem) => {
  const container = searchContainerOf(functionSystem);
  return routesFor('directory/open-data', {
    'GET /find-a-dpp/results.json': resultsJson(container),
    'GET /find-a-dpp/results.csv': resultsCsv(container),
    'GET /api/v1/directory': directoryApi(container),
  });
});
