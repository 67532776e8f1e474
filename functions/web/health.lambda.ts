import { environment, settings } from '../platform/environment.ts';
import { health } from './health.ts';
import { answerRequests } from './http/answer-requests.ts';
import { functionDoor } from './http/door.ts';
import { routesFor } from './http/routes-for.ts';
import { functionLog } from '../platform/log.ts';
import { functionTable } from '../store/dynamo/dynamo-client.ts';

const { TABLE_NAME, VERSION: version } = environment({
  TABLE_NAME: settings.TABLE_NAME,
  VERSION: settings.VERSION,
});
const routes = routesFor('web/health', {
  'GET /health': health({ table: functionTable(TABLE_NAME), version }),
});

/** Answers for the whole deployment, whichever system is asked. */
export const handler = answerRequests({
  log: functionLog(),
  door: functionDoor(),
  servedFor: () => Promise.resolve({ routes }),
});
