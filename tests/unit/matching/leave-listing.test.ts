import { expect, it } from 'vitest';
import { leaveListing } from '../../../functions/matching/matches/leave-listing.ts';
import { registerAnswers } from '../../support/journey/answers.ts';
import { registrationService, sent, sentJson } from '../../support/registration-service.ts';

it('frees the address and the number of somebody who leaves, also when nothing after the first commit works', async () => {
  const its = registrationService();
  await sentJson(its.register.takeJson, registerAnswers());
  const id = String(its.ofKind('practitioner')[0]?.pk).split('#')[1] ?? '';
  const token = await its.link({ kind: 'confirm', recipient: 'practitioner', practitionerId: id });
  await sent(its.confirm, { token }, { decision: ['yes'] });
  expect(its.ofKind('unique')).toHaveLength(2);

  let commits = 0;
  const dying: typeof its.table = {
    ...its.table,
    commit: (changes, key) =>
      (commits += 1) === 1 ? its.table.commit(changes, key) : Promise.reject(new Error('the function died')),
  };
  const left = await leaveListing({ ...its, table: dying })(id);
  expect(left).toMatchObject({ ok: true, value: { state: 'withdrawn' } });
  expect(its.ofKind('unique')).toEqual([]);
});
