import type { IncomingMessage, ServerResponse } from 'node:http';
import type { LocalFunctions } from './functions.ts';
import { readBody, sendJson } from '../network/json-http.ts';

/**
 * Emulates Lambda's Invoke API for command-line tools that invoke a function by name. Supports synchronous
 * calls only (`RequestResponse`).
 */
export const invokeApi =
  (functions: LocalFunctions) =>
  async (name: string, request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (functions.find(name) === undefined) {
      sendJson(response, 404, { Message: `Function not found: ${name}`, Type: 'User' });
      return;
    }
    const text = String(await readBody(request));
    const outcome = await functions.invoke(name, text === '' ? {} : JSON.parse(text));
    if (outcome.ok) {
      sendJson(response, 200, outcome.answer);
      return;
    }
    response.setHeader('x-amz-function-error', 'Unhandled');
    sendJson(response, 200, { errorType: outcome.errorType, errorMessage: outcome.errorMessage });
  };

/** Emulates Lambda's `GetFunctionConfiguration` for command-line tools that read a function's settings. */
export const configurationApi = (functions: LocalFunctions, name: string, response: ServerResponse): void => {
  const found = functions.find(name);
  if (found === undefined) sendJson(response, 404, { Message: `Function not found: ${name}`, Type: 'User' });
  else
    sendJson(response, 200, {
      FunctionName: found.name,
      FunctionArn: found.arn,
      Environment: { Variables: found.variables },
    });
};
