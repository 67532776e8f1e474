import { describe, expect, it } from 'vitest';
import { addressHash } from '../../../functions/platform/hash.ts';
import { logTo } from '../../../functions/platform/log.ts';
import { auditRepository } from '../../../functions/store/repositories/audit-repository.ts';
import { organisationPersonId } from '../../../functions/store/repositories/organisation-trust-repository.ts';
import { keys } from '../../../functions/store/table/keys.ts';
import { runProgressRepository } from '../../../functions/store/repositories/run-progress-repository.ts';
import { retain } from '../../../functions/privacy/retention/retain.ts';
import { erasedAndBack, retentionDue } from '../../../functions/privacy/retention/retain-rules.ts';
import { eraseRequest } from '../../../functions/privacy/erasure/erase-request.ts';
import { eraseListing } from '../../../functions/privacy/erasure/erase-listing.ts';
import type { OrganisationPerson } from '../../../shared/people/organisation-person.ts';
import { retentionRules } from '../../../shared/privacy/retention-rules.ts';
import { addHours } from '../../../shared/kernel/time.ts';
import { aPractitioner, aRequest, NOW } from '../../support/builders.ts';
import { type MemoryTable } from '../../support/memory-table/memory-table.ts';
import { registrationService } from '../../support/registration-service.ts';

const service = () => {
  const its = registrationService({ learnersConfirmed: false });
  const lines: object[] = [];
  const sink = (code: string, facts: object) => lines.push({ code, ...facts });
  const deps = {
    ...its,
    audit: auditRepository(its.table),
    progress: runProgressRepository(its.table),
    erasePractitioner: eraseListing(its),
    eraseRequest: eraseRequest(its),
  };
  const run = retain({
    ...deps,
    log: logTo({ info: sink, error: sink }),
    due: retentionDue(deps),
    erasedAndBack: erasedAndBack(deps),
  });
  return { ...its, lines, run };
};
const keysOf = (table: MemoryTable) => table.rows().map(({ pk }) => pk);

const ago = (days: number): string => addHours(NOW, -24 * days);

describe('retention', () => {
  it('deletes expired counters without waiting for the table’s TTL', async () => {
    const its = service();
    const sweepAt = Math.floor(Date.parse(NOW) / 1_000);
    const count = (name: string, at: number) => ({
      do: 'count' as const,
      key: { pk: name, sk: 'COUNTER' },
      by: 1,
      atMost: 9,
      sweepAt: at,
    });
    await its.table.commit([count('old', sweepAt - 1), count('needed', sweepAt + 1)]);
    await its.run();
    expect(keysOf(its.table)).toEqual(['needed', 'RUN#progress#retention#2026-11-21']);
  });

  const person = (changes: Partial<OrganisationPerson>): OrganisationPerson => ({
    id: organisationPersonId('lead', `${changes.name ?? 'lea'}@cedars.example`),
    version: 0,
    organisationId: 'the-cedars-surgery-br8',
    role: 'lead',
    name: 'lea',
    email: `${changes.name ?? 'lea'}@cedars.example`,
    state: 'proposed',
    proposedAt: ago(800),
    ...changes,
  });
  const peopleLeft = (its: ReturnType<typeof service>) =>
    its.table
      .rows()
      .filter(({ kind }) => kind === 'organisation-person')
      .map(({ noun }) => (noun as OrganisationPerson).name)
      .toSorted();

  it('deletes who was named and not confirmed, or holds a role no longer, a course year later', async () => {
    const its = service();
    const people = [
      person({ name: 'named-long-ago', proposedAt: ago(370) }),
      person({ name: 'named-lately', proposedAt: ago(360) }),
      person({ name: 'refused-long-ago', state: 'refused', decidedAt: ago(370) }),
      person({ name: 'refused-lately', state: 'refused', decidedAt: ago(360) }),
      person({ name: 'replaced-long-ago', state: 'replaced', decidedAt: ago(370) }),
      person({ name: 'confirmed', state: 'confirmed', decidedAt: ago(700), proposedAt: ago(700) }),
    ];
    await its.table.commit(people.map((one) => its.trust.savePerson(one)));
    await its.run();
    expect(peopleLeft(its)).toEqual(['confirmed', 'named-lately', 'refused-lately']);
    const hash = addressHash('refused-long-ago@cedars.example');
    expect(await its.table.query({ from: 'table', partition: keys.find(hash) })).toEqual([]);
  });

  it('keeps a confirmed person while somebody belongs to the organisation or to what its owner has', async () => {
    const its = service();
    const confirmed = { state: 'confirmed', decidedAt: ago(790), role: 'voucher' } as const;
    await its.given({
      practitioners: [
        aPractitioner({
          organisation: {
            id: 'harbour-branch',
            name: 'Harbour branch',
            employer: { id: 'harbour-group', name: 'Harbour group' },
          },
        }),
      ],
    });
    await its.table.commit([
      its.trust.savePerson(person({ ...confirmed, name: 'of-the-branch', organisationId: 'harbour-branch' })),
      its.trust.savePerson(person({ ...confirmed, name: 'of-the-owner', organisationId: 'harbour-group' })),
      its.trust.savePerson(person({ ...confirmed, name: 'of-nobody' })),
    ]);
    await its.run();
    expect(peopleLeft(its)).toEqual(['of-the-branch', 'of-the-owner']);
  });

  it('waits for the end of the course of a request that was withdrawn long before', async () => {
    const its = service();
    const updatedAt = ago(800);
    await its.given({
      requests: [
        aRequest({ id: 'over', state: 'withdrawn', updatedAt, courseEnd: ago(740).slice(0, 10) }),
        aRequest({ id: 'not-over', state: 'withdrawn', updatedAt, courseEnd: ago(700).slice(0, 10) }),
      ],
    });
    await its.run();
    expect((await its.requests.find('over'))?.state).toBe('erased');
    expect((await its.requests.find('not-over'))?.state).toBe('withdrawn');
  });

  it('keeps the lead of an old organisation that somebody on any page still names', async () => {
    const its = service();
    const old = (id: string) =>
      its.organisations.save({
        ...{ id, version: 0, name: id, place: 'east-kent', leadName: 'Lea', leadEmail: 'lea@lead.example' },
        ...{ digests: true, createdAt: ago(800) },
      });
    await its.table.commit([old('named-by-dpp'), old('named-by-learner'), old('named-by-nobody')]);
    for (let index = 0; index < 1_200; index += 1)
      await its.given({
        practitioners: [
          aPractitioner({
            id: `dpp${index}`,
            organisation: { id: index === 1_199 ? 'named-by-dpp' : 'another', name: 'Somewhere' },
          }),
        ],
      });
    await its.given({
      requests: [aRequest({ organisation: { id: 'named-by-learner', name: 'Somewhere' } })],
    });
    await its.run();
    const leads = await Promise.all(
      ['named-by-dpp', 'named-by-learner', 'named-by-nobody'].map(
        async (id) => (await its.organisations.find(id))?.leadName,
      ),
    );
    expect(leads).toEqual(['Lea', 'Lea', undefined]);
  });

  it('sends no e-mail when it erases', async () => {
    const its = service();
    await its.given({
      practitioners: [aPractitioner({ state: 'withdrawn', updatedAt: ago(400) })],
      requests: [aRequest({ state: 'lapsed', updatedAt: ago(900), courseEnd: ago(800).slice(0, 10) })],
    });
    await its.run();
    expect(its.kinds()).not.toContain('email');
    expect(its.lines).toContainEqual({
      ...{ code: 'deleted', reason: 'ended-request', count: 1 },
      run: 'retention#2026-11-21',
    });
  });

  it('continues after a failure, and fails at the end so that it is retried', async () => {
    const its = service();
    const seen: string[] = [];
    const due = Object.fromEntries(
      Object.keys(retentionRules).map((id) => [
        id,
        [
          () =>
            Promise.resolve({
              found: [
                () => Promise.reject(new Error('storage is out')),
                () => {
                  seen.push(id);
                  return Promise.resolve(true);
                },
              ],
            }),
        ],
      ]),
    );
    const sink = () => undefined;
    await expect(
      retain({
        ...its,
        progress: runProgressRepository(its.table),
        log: logTo({ info: sink, error: sink }),
        due: due as unknown as ReturnType<typeof retentionDue>,
        erasedAndBack: () => Promise.reject(new Error('storage is out')),
      })(),
    ).rejects.toThrow('deletions failed');
    expect(seen).toEqual(Object.keys(retentionRules));
  });
});
