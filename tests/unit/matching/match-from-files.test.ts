import { describe, expect, it } from 'vitest';
import { publishedSupply } from '../../../functions/matching/seats/matching-supply.ts';
import { matchSeats } from '../../../functions/matching/seats/match-seats.ts';
import { whatWouldHelp } from '../../../functions/matching/seats/what-would-help.ts';
import { nounChanges } from '../../../functions/store/noun-changes.ts';
import { publishedFiles } from '../../../functions/store/published-files.ts';
import { claim } from '../../../functions/store/unique-claims.ts';
import { addMilliseconds } from '../../../shared/kernel/time.ts';
import type { Practitioner } from '../../../shared/people/practitioner.ts';
import type { SupervisionRequest } from '../../../shared/requests/request.ts';
import { aPractitioner, aRequest, aSeat, conflictWith, NOW, TODAY } from '../../support/builders.ts';
import { kentAndMedway } from '../../support/kent-and-medway.ts';
import { scene } from '../../support/matching-scene.ts';
import { memoryObjects } from '../../support/memory-objects.ts';
import { aPublisher, SYSTEM_ID } from '../../support/publisher.ts';

const person = (id: string, changes: Partial<Practitioner> = {}) =>
  aPractitioner({
    id,
    name: `${id} Example`,
    email: `${id}@dpp.example`,
    registrationNumber: id,
    ...changes,
  });
const far = { sites: [{ outcode: 'ME10', town: 'Sittingbourne', place: 'medway-swale' }] };
const near = person('near');
const further = person('further', far);

/** The matcher over files that were built from the given rows. Counts every call of the table and of the bucket. */
const overFiles = async (
  practitioners: readonly Practitioner[],
  request: SupervisionRequest = aRequest(),
) => {
  const s = await scene({ requests: [request], practitioners });
  const bucket = memoryObjects();
  const publisher = aPublisher({ table: s.table, objects: bucket, now: s.now });
  await publisher.rebuild();
  let gets = 0;
  const objects = { get: (...args: Parameters<typeof bucket.get>) => ((gets += 1), bucket.get(...args)) };
  const clock = { now: s.now };
  const supply = publishedSupply({
    system: kentAndMedway,
    table: s.deps.table,
    clock,
    memory: () => Promise.reject(new Error('balances are in the file')),
    files: publishedFiles({ objects, systemId: SYSTEM_ID, clock }),
  });
  const deps = { ...s.deps, supply };
  return {
    ...s,
    publisher,
    later: (milliseconds: number) => {
      s.at(addMilliseconds(s.now(), milliseconds));
    },
    match: (ids?: readonly string[]) => matchSeats(deps)(ids),
    help: async () => whatWouldHelp(deps)(await s.request(), TODAY),
    fromRows: async () => whatWouldHelp(s.deps)(await s.request(), TODAY),
    allCalls: () => s.calls.get + s.calls.query + s.calls.commit + gets,
    change: async (id: string, changes: Partial<Practitioner>) => {
      await s.table.commit(
        nounChanges(s.table, { practitioners: [{ ...(await s.practitioner(id)), ...changes }] }),
      );
    },
  };
};

describe('an offer made from files', () => {
  it.each([2, 2_000])('takes at most six calls among %i practitioners', async (count) => {
    const others = Array.from({ length: count - 1 }, (_, n) => person(`far${String(n)}`, far));
    const s = await overFiles([near, ...others]);
    await expect(s.match(['req1'])).resolves.toEqual({ offered: 1, nobodyLeft: 0 });
    expect(s.offers()).toMatchObject([{ practitionerId: 'near', rank: 1, eligibleCount: count }]);
    expect(s.allCalls()).toBeLessThanOrEqual(6);
  });

  it('goes to the next if the row of the best shows that they have left', async () => {
    const s = await overFiles([near, further]);
    await s.change('near', { state: 'withdrawn' });
    await expect(s.match()).resolves.toEqual({ offered: 1, nobodyLeft: 0 });
    expect(s.offers()).toMatchObject([{ practitionerId: 'further', rank: 1, eligibleCount: 1 }]);
  });

  it('is ranked by the rows, if they fit less well than the file says', async () => {
    const s = await overFiles([near, further]);
    await s.change('near', { setting: 'hospice', days: [], leadArea: 'lipids', areas: ['lipids'] });
    await s.match();
    expect(s.offers()).toMatchObject([{ practitionerId: 'further', rank: 1, eligibleCount: 2 }]);
  });

  it('goes to nobody with a conflict of interest, although the file holds no names', async () => {
    const s = await overFiles([near, further], aRequest({ conflicts: [conflictWith(near.email)] }));
    await s.match();
    expect(s.offers()).toMatchObject([{ practitionerId: 'further', eligibleCount: 1 }]);
  });

  it('finds somebody behind a dozen who have filled up since', async () => {
    const crowd = Array.from({ length: 12 }, (_, n) => person(`full${String(n)}`));
    const s = await overFiles([...crowd, further]);
    for (const { id } of crowd) await s.change(id, { placesOffered: 0 });
    await s.match();
    expect(s.offers()).toMatchObject([{ practitionerId: 'further', rank: 1, eligibleCount: 1 }]);
  });

  it('goes to the named back-up first, who is found by their address', async () => {
    const tried = [{ practitionerId: 'left', outcome: 'left' as const, at: NOW }];
    const left = person('left', { state: 'withdrawn', backUpEmail: ' Further@dpp.example' });
    const s = await overFiles([near, further, left], aRequest({ seats: [aSeat({ tried })] }));
    await s.table.commit(claim(s.table, further));
    await s.match();
    expect(s.offers()).toMatchObject([{ practitionerId: 'further', rank: 2 }]);
    expect(s.offers()[0]?.contributions.map(({ criterion }) => criterion)).toContain('back-up');
  });
});

describe('that nobody is left', () => {
  const lonely = aRequest({ leadArea: 'dermatology', areas: ['dermatology'] });

  it('is said from a file that knows everything up to the request’s last change', async () => {
    const s = await overFiles([near], lonely);
    await expect(s.match()).resolves.toEqual({ offered: 0, nobodyLeft: 1 });
    expect(s.emailNames()).toEqual(['requester-nobody-yet', 'team-nobody-left']);
  });

  it('is not said from a file that is older than the request', async () => {
    const s = await overFiles([near], { ...lonely, updatedAt: NOW });
    await expect(s.match()).resolves.toEqual({ offered: 0, nobodyLeft: 0 });
    expect(s.emailNames()).toEqual([]);
    s.later(60_000);
    await s.publisher.rebuild();
    await expect(s.match()).resolves.toEqual({ offered: 0, nobodyLeft: 1 });
  });

  it('is not said while a row is newer than the file: others may have changed too', async () => {
    const s = await overFiles([near]);
    await s.change('near', { placesOffered: 0 });
    await expect(s.match()).resolves.toEqual({ offered: 0, nobodyLeft: 0 });
    s.later(60_000);
    await s.publisher.rebuild();
    await expect(s.match()).resolves.toEqual({ offered: 0, nobodyLeft: 1 });
  });

  it('is said if everybody in the file has a conflict of interest', async () => {
    const s = await overFiles([near], aRequest({ conflicts: [conflictWith(near.email)] }));
    await expect(s.match()).resolves.toEqual({ offered: 0, nobodyLeft: 1 });
  });
});

describe('what would help', () => {
  it('counts from the file as from the rows', async () => {
    const s = await overFiles(
      [
        near,
        further,
        person('full', { placesOffered: 0 }),
        person('skin', { leadArea: 'dermatology', areas: ['dermatology'] }),
      ],
      aRequest({ maxMiles: 4 }),
    );
    const help = await s.help();
    expect(help).toEqual(await s.fromRows());
    expect(help[0]?.words.length).toBeGreaterThan(1);
  });
});
