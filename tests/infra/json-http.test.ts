import { afterEach, expect, it } from 'vitest';
import { type Listening, sendJson, serve } from '../../infra/local/network/json-http.ts';

let listening: Listening | undefined;
afterEach(() => listening?.close());

it('an idle connection stays open for minutes, so that no caller of a full pool meets only closed ones', async () => {
  listening = await serve(0, (_request, response) => {
    sendJson(response, 200, {});
    return Promise.resolve();
  });
  const answer = await fetch(listening.url);
  expect(answer.headers.get('keep-alive')).toBe('timeout=600');
});
