import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { compileFragments } from '../../../functions/notifications/email/compile-fragments.ts';
import { fragments } from '../../../functions/notifications/email/fragments.generated.ts';

it('the stored fragments match the MJML source', async () => {
  const source = join(import.meta.dirname, '../../../functions/notifications/email/fragments.mjml');
  expect(await compileFragments(readFileSync(source, 'utf8'))).toEqual(fragments);
}, 20_000);

it('a mistake in the MJML source is reported', async () => {
  await expect(compileFragments('<mjml><mj-body><mj-nothing /></mj-body></mjml>')).rejects.toThrow(
    'mj-nothing',
  );
}, 20_000);
