import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { logTo } from '../../../functions/platform/log.ts';
import { backgroundFunction } from '../../../functions/platform/background-function.ts';

describe('a background function', () => {
  const told = async (fails: () => unknown) => {
    const lines: object[] = [];
    const sink = (code: string, facts: object) => lines.push({ code, ...facts });
    const handler = backgroundFunction(logTo({ info: sink, error: sink }), () =>
      Promise.resolve().then(fails),
    );
    const thrown: unknown = await handler(undefined).catch((error: unknown) => error);
    return JSON.stringify([
      lines,
      thrown instanceof Error ? [thrown.message, thrown.stack, thrown.cause] : thrown,
    ]);
  };

  it.each([
    ['what could not be read', () => JSON.parse('Zephyrine Quill') as unknown],
    ['what was not expected', () => z.strictObject({}).parse({ 'Zephyrine Quill': 1 })],
    ['what it says itself', () => Promise.reject(new Error('Zephyrine Quill', { cause: 'Zephyrine Quill' }))],
  ])('fails without revealing %s', async (_, fails) => {
    const text = await told(fails);
    expect(text).toContain('function-failed');
    expect(text).not.toMatch(/Zephyrine|Quill/u);
  });

  it('returns the handler’s result', async () => {
    const handler = backgroundFunction({ surprise: () => undefined }, (event: number) =>
      Promise.resolve(event + 1),
    );
    expect(await handler(1)).toBe(2);
  });
});
