import { httpFunction } from './http/http-function.ts';

/** Answers 404 for every path that no other route or file handles. */
export const handler = httpFunction(() => []);
