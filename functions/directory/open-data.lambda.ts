import { httpFunction } from '../web/http/http-function.ts';
import { searchContainer as container } from './search-container.ts';
import { directoryApi, openDataCsv, openDataJson } from './listings/open-data.ts';

export const handler = httpFunction(
  [
    { method: 'GET', path: '/open-data/directory.json', handler: openDataJson(container) },
    { method: 'GET', path: '/open-data/directory.csv', handler: openDataCsv(container) },
    { method: 'GET', path: '/api/v1/directory', handler: directoryApi(container) },
  ],
  container,
);
