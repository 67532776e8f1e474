import { describe, expect, it } from 'vitest';
import { capabilities } from '../../../infra/definition/capabilities/capabilities.ts';
import { routes } from '../../../shared/contracts/routes.ts';

/** Functions that answer people and may read lists of the index, each with the reason. */
const exceptions: Readonly<Record<string, string>> = {
  'registration/confirm': 'Reads the range of one domain in the list of confirmed domains.',
  'registration/status': 'Reads the list of rounds, of which a system has a few a year.',
};

/** The roles of functions hold at run time what their definitions say (`tests/stack/least-privilege.test.ts`). */
describe('no list is read whole on a person’s path', () => {
  it.each([...new Set(routes.map((route) => route.function))])('%s may read no list', (name) => {
    const [room, verb] = name.split('/');
    const found = capabilities.find((one) => one.room === room && one.verb === verb);
    expect(found?.table.includes('read-list') ?? true).toBe(name in exceptions);
  });
});
