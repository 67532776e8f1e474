import { environment, settings } from '../platform/environment.ts';
import { health } from './health.ts';
import { httpFunction } from './http/http-function.ts';
import { routesFor } from './http/routes-for.ts';
import { functionLog } from '../platform/log.ts';
import { functionTable } from '../store/dynamo/dynamo-client.ts';

const { TABLE_NAME, VERSION: version } = environment({
  TABLE_NAME: settings.TABLE_NAME,
  VERSION: settings.VERSION,
});
export const handler = httpFunction(
  routesFor('web/health', { 'GET /health': health({ table: functionTable(TABLE_NAME), version }) }),
  { log: functionLog() },
);
