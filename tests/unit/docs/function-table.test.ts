import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { capabilities } from '../../../infra/definition/capabilities/capabilities.ts';
import type { Capability, Timing } from '../../../infra/definition/capabilities/capability.ts';

const root = join(import.meta.dirname, '../../..');
const text = readFileSync(join(root, 'docs/architecture.md'), 'utf8');

/** The trigger of each function in the table of the documentation, by "room/verb". */
const table = new Map(
  [...text.matchAll(/^\| ([a-z]+\/[a-z-]+) +\| (.+?) +\| .+\|$/gmu)].map(([, name, started]) => [
    name ?? '',
    started ?? '',
  ]),
);

const nameOf = ({ room, verb }: Capability): string => `${room}/${verb}`;

/** Splits an entry such as "GET POST /confirm/{token}" into its routes. */
const routesIn = (started: string): readonly string[] =>
  [...started.matchAll(/`((?:(?:GET|POST) )+)(\/[^`]*)`/gu)].flatMap(([, methods = '', path = '']) =>
    methods
      .trim()
      .split(' ')
      .map((method) => `${method} ${path}`),
  );

const clockWords = (timing: Timing): string => {
  if ('everyMinutes' in timing)
    return timing.everyMinutes === 1 ? 'every minute' : `every ${timing.everyMinutes} minutes`;
  const [, minute, hour] = /^cron\((\d+) (\d+) /u.exec(timing.cron) ?? [];
  return `${(hour ?? '').padStart(2, '0')}:${(minute ?? '').padStart(2, '0')}`;
};

describe('the table of functions in docs/architecture.md', () => {
  it('has a line for every function and none besides', () => {
    expect([...table.keys()].toSorted()).toEqual(capabilities.map(nameOf).toSorted());
  });

  it.each(capabilities.map((capability) => [nameOf(capability), capability] as const))(
    'says what starts %s',
    (name, { routes = [], timing, rows, reads, readsMailEvents, takesUnknownPaths }) => {
      const started = table.get(name) ?? '';
      expect(routesIn(started).toSorted()).toEqual(routes.toSorted());
      if (timing !== undefined) expect(started).toContain(clockWords(timing));
      expect(/\b(?:every minute|every \d+ minutes|daily|nightly|Monday)\b/u.test(started)).toBe(
        timing !== undefined,
      );
      expect(started.includes('table stream')).toBe(rows !== undefined);
      expect(/queue `(\w+)`/u.exec(started)?.[1]).toBe(reads);
      expect(started.includes('queue of SES events')).toBe(readsMailEvents === true);
      expect(started.includes('no route and no file')).toBe(takesUnknownPaths === true);
    },
  );

  it.each([...table.keys()])('names %s by its file', (name) => {
    expect(existsSync(join(root, `functions/${name}.lambda.ts`))).toBe(true);
  });
});
