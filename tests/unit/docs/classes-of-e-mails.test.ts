import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { classOfEmail } from '../../../shared/notifications/email.ts';

it('docs/e-mails.md says the class of every e-mail', () => {
  const rows = readFileSync('docs/e-mails.md', 'utf8').matchAll(
    /^\| ([a-z]+-[a-z, -]+?) +\|[^|]*\| (answer|routine|unconfirmed) +\|/gmu,
  );
  const written = [...rows].flatMap(([, names = '', ofClass]) => {
    const [first = '', ...others] = names.split(', ');
    const stem = first.slice(0, first.indexOf('-'));
    return [first, ...others.map((end) => `${stem}${end}`)].map((name) => [name, ofClass]);
  });
  expect(Object.fromEntries(written)).toEqual(classOfEmail);
});
