import { describe, expect, it } from 'vitest';
import { confirmPractitioner } from '../../../functions/registration/confirmation/confirm-practitioner.ts';
import { tellOtherTeam } from '../../../functions/registration/confirmation/tell-other-team.ts';
import { correctNumber } from '../../../functions/registration/listings/correct-number.ts';
import { register } from '../../../functions/registration/listings/register.ts';
import { organisationTrustRepository } from '../../../functions/store/repositories/organisation-trust-repository.ts';
import { emailRepository } from '../../../functions/store/repositories/email-repository.ts';
import { organisationRepository } from '../../../functions/store/repositories/organisation-repository.ts';
import { practitionerRepository } from '../../../functions/store/repositories/practitioner-repository.ts';
import { systemTable } from '../../../functions/store/table/system-table.ts';
import { claim } from '../../../functions/store/unique-claims.ts';
import type { Practitioner } from '../../../shared/people/practitioner.ts';
import { aPractitioner, NOW } from '../../support/builders.ts';
import { registerAnswers } from '../../support/journey/answers.ts';
import { kentAndMedway } from '../../support/kent-and-medway.ts';
import { memoryTable } from '../../support/memory-table/memory-table.ts';
import { organisationIndexOf } from '../../../shared/systems/organisations/organisation-index.ts';
import { kentAndMedwayOrganisations } from '../../support/kent-and-medway-organisations.ts';

const knownOrganisations = organisationIndexOf(kentAndMedwayOrganisations);

/** Two systems of one deployment. A DPP of Sussex has claimed an address and a registration number. */
const twoSystems = async () => {
  const whole = memoryTable();
  const serviceOf = (id: string, name: string) => {
    const table = systemTable(whole, id);
    let ids = 0;
    const deps = {
      system: { ...kentAndMedway, id, name },
      table,
      clock: { now: () => NOW },
      chance: { id: () => `id${(ids += 1)}` },
      practitioners: practitionerRepository(table),
      organisations: organisationRepository(table),
      trust: organisationTrustRepository(table),
      knownOrganisations: () => Promise.resolve(knownOrganisations),
      emails: emailRepository(table),
      limits: () => [],
    };
    const told = { ...deps, tellOtherTeam: tellOtherTeam(deps) };
    return {
      ...deps,
      register: register(deps),
      confirm: confirmPractitioner(told),
      correct: correctNumber(told),
      mails: async () => (await deps.emails.waiting(NOW, 100)).map(({ name, about }) => ({ name, about })),
      listed: (practitioner: Practitioner) =>
        table.commit([
          deps.practitioners.save({ ...practitioner, version: 0 }),
          ...claim(table, practitioner),
        ]),
    };
  };
  const kent = serviceOf('kent', 'Kent');
  const sussex = serviceOf('sussex', 'Sussex');
  const theirs = aPractitioner({
    id: 'dpp-sussex',
    email: 'amara@dpp.example',
    registrationNumber: '2012345',
  });
  await sussex.listed(theirs);
  return { kent, sussex, theirs };
};

describe('a registration number that is listed in another system', () => {
  it('is refused when it is confirmed, and the other team is told once, without the person', async () => {
    const { kent, sussex, theirs } = await twoSystems();
    const here = aPractitioner({ id: 'dpp-kent', email: 'other@dpp.example', state: 'unconfirmed' });
    await kent.table.commit([
      kent.practitioners.save({ ...here, version: 0, registrationNumber: theirs.registrationNumber }),
    ]);
    for (let time = 0; time < 2; time += 1)
      expect(await kent.confirm('dpp-kent')).toEqual({ ok: false, refusal: 'number-taken-elsewhere' });
    expect(await sussex.mails()).toEqual([
      { name: 'team-number-used-elsewhere', about: { practitionerId: 'dpp-sussex', occasion: 'Kent' } },
    ]);
    expect(await kent.mails()).toEqual([]);
  });

  it('is refused as a correction too', async () => {
    const { kent, sussex, theirs } = await twoSystems();
    const { check, ...unchecked } = aPractitioner({
      id: 'dpp-kent',
      email: 'other@dpp.example',
      registrationNumber: '2099999',
      state: 'awaiting-check',
    });
    expect(check).toBeDefined();
    await kent.listed(unchecked);
    const offer = { ...unchecked, registrationNumber: theirs.registrationNumber };
    expect(await kent.correct('dpp-kent', offer)).toEqual({ ok: false, refusal: 'number-taken-elsewhere' });
    expect((await sussex.mails()).map(({ name }) => name)).toEqual(['team-number-used-elsewhere']);
    expect((await kent.practitioners.findPresent('dpp-kent'))?.registrationNumber).toBe('2099999');
  });

  it('can be used once the other listing has released it', async () => {
    const { kent, sussex, theirs } = await twoSystems();
    const released = claim(sussex.table, theirs).flatMap((change) =>
      change.do === 'put'
        ? [{ do: 'remove' as const, key: change.row, when: { is: 'present' as const } }]
        : [],
    );
    await sussex.table.commit(released);
    const here = aPractitioner({ id: 'dpp-kent', email: 'amara@dpp.example', state: 'unconfirmed' });
    await kent.table.commit([
      kent.practitioners.save({ ...here, version: 0, registrationNumber: theirs.registrationNumber }),
    ]);
    expect(await kent.confirm('dpp-kent')).toMatchObject({ ok: true });
  });
});

describe('an address that is listed in another system', () => {
  it('gets an e-mail from that system, with a link to the listing there', async () => {
    const { kent, sussex } = await twoSystems();
    const form = { id: 'form1', answers: registerAnswers(), network: '192.0.2' };
    for (let time = 0; time < 2; time += 1)
      expect(await kent.register(form)).toEqual({ ok: true, value: 'sent' });
    expect(await kent.mails()).toEqual([]);
    expect(await sussex.mails()).toEqual([
      { name: 'practitioner-already-registered', about: { practitionerId: 'dpp-sussex' } },
    ]);
    expect(await kent.practitioners.find('form1')).toBeUndefined();
  });
});
