import { expect, it } from 'vitest';
import { countLearners, formerLeads } from '../../../infra/ops/former-leads.ts';
import { organisationPersonId } from '../../../functions/store/repositories/organisation-trust-repository.ts';
import { openRequests } from '../../../functions/store/open-requests.ts';
import type { Organisation } from '../../../shared/people/organisation.ts';
import { aRequest, NOW } from '../../support/builders.ts';
import { registrationService } from '../../support/registration-service.ts';

/** An organisation as 0.3.0 stored it: whoever was named first is its lead. */
const trust: Organisation = {
  id: 'north',
  version: 0,
  name: 'North Trust',
  place: 'medway-swale',
  leadName: 'Lea Lead',
  leadEmail: 'lea@north.example',
  digests: true,
  createdAt: NOW,
};

it('makes a lead of 0.3.0 somebody to confirm, who is told, and the second run does nothing', async () => {
  const its = registrationService();
  const confirmed = { ...trust, id: 'south', leadEmail: 'sue@south.example', leadConfirmedAt: NOW };
  await its.table.commit([its.organisations.save(trust), its.organisations.save(confirmed)]);
  expect(await formerLeads(its.table, NOW)).toBe(1);
  const after = await its.organisations.find('north');
  expect(after).toMatchObject({ digests: false });
  expect(after).not.toHaveProperty('leadEmail');
  expect(await its.trust.findPerson('north', 'lead', 'lea@north.example')).toMatchObject({
    id: organisationPersonId('lead', 'lea@north.example'),
    name: 'Lea Lead',
    state: 'proposed',
  });
  expect(its.mails()).toEqual(['lead-named', 'team-lead-named']);
  expect(await its.organisations.find('south')).toMatchObject({ leadEmail: 'sue@south.example' });
  expect(await formerLeads(its.table, NOW)).toBe(0);
});

it('counts the requests that 0.3.0 opened, so that their learners cannot open another', async () => {
  const its = registrationService();
  const twice = aRequest({ id: 'req2', email: 'lee2@learner.example' });
  await its.given({ requests: [aRequest(), twice, aRequest({ id: 'req3', state: 'withdrawn' })] });
  expect(await countLearners(its.table)).toBe(2);
  expect(await countLearners(its.table)).toBe(0);
  const third = aRequest({ id: 'req4', state: 'unconfirmed', email: 'lee3@learner.example' });
  expect(await openRequests(its.table, its.requests).placeFor(third, true)).toMatchObject({
    ok: false,
    refusal: { code: 'asked-before', by: { id: 'req1' } },
  });
});
