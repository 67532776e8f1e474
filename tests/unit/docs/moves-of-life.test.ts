import { existsSync, globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { routes } from '../../../shared/contracts/routes.ts';
import { emailNames } from '../../../shared/notifications/email.ts';
import { happenings, notYet, waysThrough } from '../../support/moves-of-life.ts';

const code = globSync('functions/**/*.ts')
  .map((file) => readFileSync(file, 'utf8'))
  .join('\n');
const acts = readFileSync('tests/simulation/weighted-acts.ts', 'utf8');
const paths = new Set<string>(routes.map(({ path }) => path));

describe('what may change after a request or a listing', () => {
  it('has a way through, or a line that says that it has none', () => {
    const told = [...new Set(waysThrough.map((way) => way.for)), ...notYet];
    expect(told.toSorted()).toEqual(Object.keys(happenings).toSorted());
  });

  it.each(waysThrough)('$for by $page $action: page, mails, audit line, act and test exist', (way) => {
    if (way.page !== 'command') expect(paths).toContain(way.page);
    if (way.action !== '') expect(code).toMatch(new RegExp(`['\`/]${way.action}['\`]`, 'u'));
    for (const name of way.mails) expect(emailNames).toContain(name);
    expect(code).toContain(`'${way.audit}'`);
    expect(acts).toContain(`'${way.act}'`);
    expect(existsSync(way.test)).toBe(true);
  });
});
