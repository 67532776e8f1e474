import { organisationPersonId } from '../../../functions/store/repositories/organisation-trust-repository.ts';
import { policy } from '../../../shared/matching/policy.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import { answerVouch } from '../../../functions/programme/vouching/answer-vouch.ts';
import { identifyCertain } from '../../../functions/programme/organisations/identify-certain.ts';
import { identifyOrganisation } from '../../../functions/programme/organisations/identify-organisation.ts';
import { listOrganisations } from '../../../functions/programme/organisations/list-organisations.ts';
import { keyOfActor } from '../../../functions/store/table/audit-codes.ts';
import { findOrganisation } from '../../../functions/store/find-organisation.ts';
import { ledgerRepository } from '../../../functions/store/repositories/ledger-repository.ts';
import type { Row } from '../../../functions/store/table/table.ts';
import type { Organisation } from '../../../shared/people/organisation.ts';
import { ledgerHistoryOf } from '../../../shared/matches/ledger.ts';
import { balanceKey } from '../../../shared/matching/query/seat-query.ts';
import { balances } from '../../../shared/matching/reciprocity.ts';
import { aMatch, aPractitioner, aRequest, NOW, TODAY } from '../../support/builders.ts';
import { registrationService } from '../../support/registration-service.ts';

/** Whether a row is neither an audit entry nor the words beside one, whose ids differ from run to run. */
const isNoRecord = ({ kind }: Row): boolean => kind !== 'audit' && kind !== 'changed-values';

const typed = { id: 'the-cedars-surgery-ct14', name: 'The Cedars surgery' };
const other = { id: 'medway-pharmacy', name: 'Medway Pharmacy' };
const row = (changes: Partial<Organisation>): Organisation => ({
  ...typed,
  version: 0,
  place: 'east-kent',
  digests: false,
  createdAt: NOW,
  ...changes,
});

/** Two organisations that people typed, with a DPP, a learner and three matches. */
const service = async () => {
  const its = registrationService();
  const deps = { ...its, ledger: ledgerRepository(its.table) };
  await its.given({
    practitioners: [aPractitioner({ organisation: typed })],
    requests: [aRequest({ organisation: typed })],
    matches: [
      aMatch({ host: typed, home: other }),
      aMatch({
        id: 'match2',
        requestId: 'req2',
        state: 'ended-early',
        endedAt: NOW,
        home: typed,
        host: other,
      }),
    ],
  });
  await its.table.commit([
    its.organisations.save(
      row({
        leadName: 'Lea Lead',
        leadEmail: 'lea@cedars.example',
        leadConfirmedAt: NOW,
        digests: true,
      }),
    ),
    its.trust.savePerson({
      id: organisationPersonId('lead', 'lea@cedars.example'),
      version: 0,
      organisationId: typed.id,
      role: 'lead',
      name: 'Lea Lead',
      email: 'lea@cedars.example',
      state: 'confirmed',
      addressConfirmedAt: NOW,
      proposedAt: NOW,
    }),
    its.trust.saveDomain({
      organisationId: typed.id,
      domain: 'cedars.example',
      listsAtOnce: false,
      by: 'Tess',
      at: NOW,
      note: 'website',
    }),
    its.organisations.save(row({ ...other, place: 'medway-swale' })),
    ...[
      aMatch({ host: typed, home: other }),
      aMatch({ id: 'match2', requestId: 'req2', home: typed, host: other }),
      aMatch({ id: 'match3', requestId: 'req3', host: typed, home: other }),
    ]
      .flatMap(ledgerHistoryOf)
      .map((entry) => deps.ledger.append(entry)),
  ]);
  return { its, deps, identify: identifyOrganisation(deps), list: listOrganisations(deps) };
};

describe('an organisation that is in no list', () => {
  let one: Awaited<ReturnType<typeof service>>;
  beforeEach(async () => (one = await service()));

  it('is a task for the team, with who uses it and what it may be', async () => {
    expect(await one.list()).toMatchObject([
      { id: other.id, practitioners: 0, requests: 0 },
      {
        id: typed.id,
        practitioners: 1,
        requests: 1,
        outcodes: ['ME7', 'ME4'],
        perhaps: ['G82111, The Cedars Surgery, 24 Marine Road, Walmer'],
      },
    ]);
  });

  it('gets its code: practitioners, requests, matches, ledger and lead move', async () => {
    expect(await one.identify({ id: typed.id, by: 'Tess', as: 'g82111' })).toEqual({
      ok: true,
      value: {
        id: typed.id,
        as: 'ods-g82111',
        name: 'The Cedars Surgery',
        practitioners: 1,
        requests: 1,
        matches: 2,
        ledger: 3,
      },
    });
    const known = { id: 'ods-g82111', name: 'The Cedars Surgery' };
    expect((await one.its.practitioners.findPresent('dpp1'))?.organisation).toEqual(known);
    expect((await one.its.requests.findPresent('req1'))?.organisation).toEqual(known);
    expect(await one.its.matches.find('match1')).toMatchObject({ host: known, home: other });
    expect(await one.its.matches.find('match2')).toMatchObject({ home: known, host: other });
    expect(await findOrganisation(one.its.organisations, typed.id)).toMatchObject({
      id: 'ods-g82111',
      code: 'G82111',
      place: 'east-kent',
      leadEmail: 'lea@cedars.example',
      digests: true,
    });
    expect(await one.its.organisations.find(typed.id)).not.toHaveProperty('leadEmail');
    expect(await one.its.trust.of({ id: typed.id })).toEqual({ domains: [], people: [] });
    expect(await one.its.trust.of({ id: 'ods-g82111' })).toMatchObject({
      domains: [{ domain: 'cedars.example' }],
      people: [{ name: 'Lea Lead', state: 'confirmed' }],
    });
    expect(await one.list()).toMatchObject([{ id: other.id }]);
  });

  it('takes its balance along, in the ledgers of both sides', async () => {
    const before = balances(await one.deps.ledger.since('2000-01-01'), TODAY, policy);
    await one.identify({ id: typed.id, by: 'Tess', as: 'G82111' });
    const after = balances(await one.deps.ledger.since('2000-01-01'), TODAY, policy);
    expect(before[balanceKey(typed.id, other.id)]).toBe(1);
    expect(after).toEqual({
      [balanceKey('ods-g82111', other.id)]: 1,
      [balanceKey(other.id, 'ods-g82111')]: -1,
    });
    expect(await one.deps.ledger.of(typed.id)).toEqual([]);
    expect(await one.deps.ledger.of('ods-g82111')).toHaveLength(3);
    for (const { counterpart } of await one.deps.ledger.of(other.id))
      expect(counterpart.id).toBe('ods-g82111');
  });

  it('is merged with another that was typed; what they hosted for each other is then their own', async () => {
    expect(await one.identify({ id: typed.id, by: 'Tess', as: other.id })).toMatchObject({ ok: true });
    const entries = await one.deps.ledger.of(other.id);
    expect(entries.map(({ side }) => side)).toEqual(['own', 'own', 'own']);
    expect(balances(await one.deps.ledger.since('2000-01-01'), TODAY, policy)).toEqual({});
  });

  it('may be in no list for good', async () => {
    expect(await one.identify({ id: typed.id, by: 'Tess', as: typed.id })).toMatchObject({ ok: true });
    expect(await one.list()).toMatchObject([{ id: other.id }]);
    expect((await one.its.practitioners.findPresent('dpp1'))?.organisation).toEqual(typed);
  });

  it('gets its code without being asked about where name and outcode leave no doubt', async () => {
    const { its, identify, deps } = one;
    const trust = { id: 'medway-nhs-foundation-trust', name: 'Medway NHS Foundation Trust' };
    const elsewhere = { id: 'the-cedars-surgery', name: 'The Cedars Surgery' };
    await its.table.commit([
      its.organisations.save(row(trust)),
      its.organisations.save(row(elsewhere)),
      its.practitioners.save(aPractitioner({ id: 'dpp2', version: 0, organisation: trust })),
      its.practitioners.save(
        aPractitioner({
          id: 'dpp3',
          version: 0,
          organisation: elsewhere,
          sites: [{ outcode: 'BR8', town: 'Swanley', place: 'dartford-gravesham-swanley' }],
        }),
      ),
    ]);
    expect(await identifyCertain({ ...deps, identify })('Tess')).toMatchObject([
      { id: trust.id, as: 'ods-rpa', practitioners: 1 },
    ]);
    expect((await its.practitioners.findPresent('dpp2'))?.organisation.id).toBe('ods-rpa');
    expect((await its.practitioners.findPresent('dpp3'))?.organisation).toEqual(elsewhere);
  });

  it('is identified once: a second run changes nothing', async () => {
    await one.identify({ id: typed.id, by: 'Tess', as: 'G82111' });
    const rows = one.its.table.rows();
    expect(await one.identify({ id: typed.id, by: 'Tess', as: 'G82111' })).toMatchObject({
      ok: true,
      value: { practitioners: 0, requests: 0, matches: 0, ledger: 0 },
    });
    expect(one.its.table.rows()).toEqual(rows);
  });

  it('is moved whole by a second run if the first one was stopped at any commit', async () => {
    await one.identify({ id: typed.id, by: 'Tess', as: 'G82111' });
    const whole = one.its.table.rows().filter(isNoRecord);
    for (let stop = 1; stop <= 7; stop += 1) {
      const { its, deps } = await service();
      let commits = 0;
      const table = {
        ...its.table,
        commit: (...given: Parameters<typeof its.table.commit>) => {
          commits += 1;
          if (commits === stop) throw new Error('stopped');
          return its.table.commit(...given);
        },
      };
      const run = (on: typeof its.table) =>
        identifyOrganisation({ ...deps, table: on })({ id: typed.id, by: 'Tess', as: 'G82111' });
      await expect(run(table)).rejects.toThrow('stopped');
      expect(await run(its.table)).toMatchObject({ ok: true });
      expect(its.table.rows().filter(isNoRecord)).toEqual(whole);
    }
  });

  it('takes its vouchers along, who can still answer what they were asked', async () => {
    const { its, deps } = one;
    const personId = organisationPersonId('voucher', 'vic@cedars.example');
    const dpp = await its.practitioners.findPresent('dpp1');
    const { proof: _proof, ...waiting } = dpp!;
    await its.table.commit([
      its.practitioners.save({ ...waiting, state: 'awaiting-proof' }),
      its.trust.savePerson({
        id: personId,
        version: 0,
        organisationId: typed.id,
        role: 'voucher',
        name: 'Vic Voucher',
        email: 'vic@cedars.example',
        state: 'confirmed',
        proposedAt: NOW,
      }),
      its.vouches.save({
        version: 0,
        practitionerId: 'dpp1',
        organisationId: typed.id,
        personId,
        askedAt: NOW,
      }),
    ]);
    await one.identify({ id: typed.id, by: 'Tess', as: 'G82111' });
    expect((await its.trust.of({ id: 'ods-g82111' })).people.map(({ name }) => name)).toContain(
      'Vic Voucher',
    );
    expect((await its.trust.of({ id: typed.id })).people).toEqual([]);
    expect(await its.vouches.of('dpp1')).toMatchObject([{ organisationId: 'ods-g82111', personId }]);
    const asked = { practitionerId: 'dpp1', organisationId: typed.id, personId };
    expect(await answerVouch(deps)(asked, 'yes')).toEqual({ ok: true, value: 'yes' });
    expect(await its.practitioners.findPresent('dpp1')).toMatchObject({
      state: 'listed',
      proof: { kind: 'voucher' },
    });
  });

  it('writes who identified it into the audit', async () => {
    await one.identify({ id: typed.id, by: 'Tess', as: 'G82111' });
    const audit = one.its.ofKind('audit').filter(({ action }) => action === 'organisation-merged');
    expect(audit).toHaveLength(5);
    for (const entry of audit) expect(entry).toMatchObject({ actor: keyOfActor('team:Tess') });
  });

  it.each([
    ['nobody-named-this', 'G82111', 'unknown-organisation'],
    [typed.id, 'ZZ999', 'neither-a-code-nor-an-organisation'],
  ])('%s as %s is refused: %s', async (id, as, refusal) => {
    expect(await one.identify({ id, by: 'Tess', as })).toEqual({ ok: false, refusal });
  });

  it('is not merged into one that was merged into it', async () => {
    await one.identify({ id: typed.id, by: 'Tess', as: other.id });
    expect(await one.identify({ id: other.id, by: 'Tess', as: typed.id })).toMatchObject({ ok: false });
    expect(await one.identify({ id: typed.id, by: 'Tess', as: 'G82111' })).toEqual({
      ok: false,
      refusal: 'already-merged',
    });
  });
});
