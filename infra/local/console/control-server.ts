import type { IncomingMessage, ServerResponse } from 'node:http';
import * as z from 'zod';
import { consolePage } from './console-page.ts';
import { actionsOf, type ControlParts } from './control-actions.ts';
import { configurationApi, invokeApi } from '../lambda/invoke-api.ts';
import { isFromOwnPage } from '../network/local-callers.ts';
import { type Listening, readBody, sendJson, serve } from '../network/json-http.ts';

const bodyOf = async (request: IncomingMessage): Promise<unknown> => {
  const text = String(await readBody(request));
  if (request.headers['content-type']?.startsWith('application/x-www-form-urlencoded') === true)
    return Object.fromEntries(new URLSearchParams(text));
  return text === '' ? {} : JSON.parse(text);
};

/**
 * Serves the console: a page for people, the same data as JSON for tests, and Lambda's Invoke API for
 * command-line tools. Local only; nothing like it is deployed.
 */
export const controlServer = (port: number, parts: ControlParts): Promise<Listening> => {
  const actions = actionsOf(parts);
  const invoke = invokeApi(parts.functions);

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    if (pathname === '/') {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
      response.end(consolePage(parts));
      return;
    }
    const lambda = /^\/2015-03-31\/functions\/([^/]+)\/invocations$/.exec(pathname)?.[1];
    if (lambda !== undefined) return invoke(decodeURIComponent(lambda), request, response);

    const described = /^\/2015-03-31\/functions\/([^/]+)\/configuration$/.exec(pathname)?.[1];
    if (described !== undefined) {
      configurationApi(parts.functions, decodeURIComponent(described), response);
      return;
    }

    const action = actions[`${request.method ?? ''} ${pathname}`];
    if (action === undefined) {
      sendJson(response, 404, { message: 'no such action' });
      return;
    }
    const result = await action(await bodyOf(request));
    // A browser has submitted one of the page's forms: redirect it back to the page instead of answering with
    // JSON.
    if (request.headers['content-type']?.startsWith('application/x-www-form-urlencoded') === true) {
      response.writeHead(303, { location: '/' });
      response.end();
      return;
    }
    sendJson(response, 200, result ?? {});
  };

  return serve(port, async (request, response) => {
    if (!isFromOwnPage(request, response)) return;
    await answer(request, response).catch((error: unknown) => {
      const message = error instanceof z.ZodError ? z.prettifyError(error) : String(error);
      sendJson(response, 400, { message });
    });
  });
};
