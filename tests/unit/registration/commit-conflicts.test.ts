import { describe, expect, it } from 'vitest';
import { disownAddress } from '../../../functions/privacy/erasure/disown-address.ts';
import { renewLink } from '../../../functions/web/links/renew-link.ts';
import { addHours } from '../../../shared/kernel/time.ts';
import { NOW } from '../../support/builders.ts';
import { registerAnswers } from '../../support/journey/answers.ts';
import { registrationService, sentJson } from '../../support/registration-service.ts';

/** A stored registration. The next commit has a write conflict, and later ones succeed. */
const crossed = async () => {
  const its = registrationService();
  await sentJson(its.register.takeJson, registerAnswers());
  const id = String(its.ofKind('practitioner')[0]?.pk).split('#')[1] ?? '';
  let commits = 0;
  const table: typeof its.table = {
    ...its.table,
    commit: (changes, key) =>
      (commits += 1) === 1
        ? Promise.resolve({ committed: false, unmet: [], conflict: true })
        : its.table.commit(changes, key),
  };
  const link = {
    kind: 'confirm' as const,
    recipient: 'practitioner' as const,
    practitionerId: id,
    expiresAt: addHours(NOW, 24),
  };
  return { its, id, table, link };
};

describe('a write conflict', () => {
  it('is retried before a registration is reported as deleted', async () => {
    const { its, id, table, link } = await crossed();
    await disownAddress({ ...its, table })(link);
    expect(await its.practitioners.find(id)).toMatchObject({ state: 'erased' });
  });

  it('does not keep a registration that was withdrawn meanwhile, so the answer “deleted” is true', async () => {
    const { its, id, link } = await crossed();
    const found = await its.practitioners.findPresent(id);
    expect(found).toBeDefined();
    await its.table.commit([its.practitioners.save({ ...found!, state: 'withdrawn' })]);
    await disownAddress(its)(link);
    expect(await its.practitioners.find(id)).toMatchObject({ state: 'erased', email: 'erased' });
  });

  it('is retried before a new link is announced', async () => {
    const { its, table, link } = await crossed();
    await renewLink({ ...its, table })(link, { token: 'old', network: '192.0.2' });
    expect(its.mails()).toEqual(['practitioner-address-confirm', 'practitioner-address-confirm']);
  });
});
