import { httpFunction } from './http/http-function.ts';
import { functionLog } from '../platform/log.ts';

/** Whatever no route and no file takes: without a route of its own, every path is a page that is not there. */
export const handler = httpFunction([], { log: functionLog() });
