import { environment, settings } from './config.ts';
import { health } from './health.ts';
import { httpFunction } from './http/http-function.ts';
import { functionLog } from './log.ts';
import { functionTable } from './storage/client.ts';

const { TABLE_NAME, VERSION: version } = environment({
  TABLE_NAME: settings.TABLE_NAME,
  VERSION: settings.VERSION,
});
export const handler = httpFunction(
  [{ method: 'GET', path: '/health', handler: health({ table: functionTable(TABLE_NAME), version }) }],
  { log: functionLog() },
);
