import { isErased } from '../../../shared/kernel/is-erased.ts';
import { addMilliseconds, epochOf, londonDay } from '../../../shared/kernel/time.ts';
import type { JudgeContext } from '../../../shared/matching/query/seat-query.ts';
import type { Practitioner } from '../../../shared/people/practitioner.ts';
import type { ServiceSystem } from '../../../shared/systems/service-system.ts';
import type { Chance } from '../../platform/chance.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Log } from '../../platform/log.ts';
import type { Objects } from '../../platform/objects/objects.ts';
import { type Manifest, manifestFrom, manifestKey } from '../../store/published-manifest.ts';
import { practitionerRepository } from '../../store/repositories/practitioner-repository.ts';
import { keys } from '../../store/table/keys.ts';
import { practitionerRows } from '../../store/table/rows/practitioner-rows.ts';
import type { Table } from '../../store/table/table.ts';
import { publishOpenData } from './open-data-files.ts';
import { supplyFiles } from './supply-files.ts';
import {
  type MatchingContext,
  type Published,
  publishedPractitioner,
  readSupplyState,
  type SupplyState,
} from './supply-state.ts';
import { removeOldFiles, writeVersion } from './write-version.ts';

interface Deps {
  readonly table: Table;
  readonly objects: Objects;
  readonly system: ServiceSystem;
  readonly siteUrl: string;
  readonly clock: Clock;
  readonly chance: Pick<Chance, 'id'>;
  readonly log: Pick<Log, 'event'>;
  /** Reads the balances of hosting and the prices of scarce practitioners. */
  readonly memory: () => Promise<JudgeContext>;
}

/** Milliseconds by which the lists of the index may lag behind the rows. */
const INDEX_LAG_MS = 5_000;
/** Milliseconds after which a change that is in the rows but not in the files counts as late. */
const LATE_MS = 60_000;
/** Maximum number of attempts, if another builder is first each time. */
const MOST_ATTEMPTS = 6;
const PAGE_SIZE = 500;
/** Maximum number of keys in one read. */
const MOST_KEYS = 100;
/** Listed practitioners for whom the interval between two complete builds grows by a minute. */
const PEOPLE_A_MINUTE = 20_000;

export interface Rebuilt {
  /** Number of changes that should have been in the files for a minute already. */
  readonly late: number;
}

/** Leaves out the prices of people who are not in the files, so that no file names somebody who left. */
const ofThese = (
  people: ReadonlyMap<string, unknown>,
  { balances, prices }: Pick<JudgeContext, 'balances' | 'prices'>,
): MatchingContext => ({
  balances,
  prices: Object.fromEntries(Object.entries(prices).filter(([id]) => people.has(id))),
});

const sameJson = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/**
 * Publishes the files from which pages, open data and matching read a system's DPPs.
 *
 * - `changed` brings some practitioners up to date. It reads their rows only, with strong consistency.
 * - `rebuild` compares the files with all rows. It finds what `changed` has missed.
 * - `tick` rebuilds if that is due, and removes old files. A schedule calls it every minute.
 */
export const publishSupply = (deps: Deps) => {
  const { table, objects, system, siteUrl, clock, chance, log, memory } = deps;
  const bucket = { objects, systemId: system.id, clock };
  const write = writeVersion({ ...bucket, chance });
  let known: SupplyState | undefined;

  /** Brings the open data up to the current version, and removes the files of older versions. */
  const settle = async (manifest: Manifest): Promise<void> => {
    await publishOpenData(bucket, manifest);
    await removeOldFiles(bucket, manifest);
  };

  /** Reads practitioners with strong consistency. Leaves out erased ones, and sets unreadable rows aside. */
  const rowsOf = async (ids: readonly string[]): Promise<ReadonlyMap<string, Practitioner>> => {
    const found = new Map<string, Practitioner>();
    for (let from = 0; from < ids.length; from += MOST_KEYS) {
      const rows = await table.get(ids.slice(from, from + MOST_KEYS).map(keys.practitioner));
      for (const practitioner of practitionerRows.parseAll(table, rows))
        if (!isErased(practitioner)) found.set(practitioner.id, practitioner);
    }
    return found;
  };

  /** Reads the current version, decides what the next one is, and writes it; again if another builder was first. */
  const publish = async <Value>(
    decide: (before: SupplyState | undefined) => Promise<{
      readonly value: Value;
      readonly next?: Pick<SupplyState, 'people' | 'context'> & {
        readonly completeTo: string;
        readonly isSame: boolean;
      };
    }>,
  ): Promise<Value> => {
    for (let attempt = 1; attempt <= MOST_ATTEMPTS; attempt += 1) {
      const before = await readSupplyState(objects, system, known, attempt > 2);
      if (before === 'replaced') continue;
      known = before;
      const { value, next } = await decide(before);
      if (next === undefined) {
        if (before !== undefined) await settle(before.manifest);
        return value;
      }
      const { people, context, completeTo, isSame } = next;
      const now = clock.now();
      const day = londonDay(now);
      const manifest = await write(
        before,
        { day, completeTo, people: people.size },
        isSame ? undefined : () => supplyFiles({ people, context, day, builtAt: now, system, siteUrl }),
      );
      if (manifest === undefined) continue;
      known = { manifest, etag: '', people, context };
      log.event('files-published', { count: people.size });
      await settle(manifest);
      return value;
    }
    throw new Error('repeated write conflicts');
  };

  const rebuild = async (): Promise<Rebuilt> => {
    const startedAt = clock.now();
    const day = londonDay(startedAt);
    const memories = await memory();
    const listed = new Map<string, Published & { readonly version: number }>();
    let after: string | undefined;
    do {
      const page = await practitionerRepository(table).page('listed', { after, size: PAGE_SIZE });
      for (const practitioner of page.found) {
        const published = publishedPractitioner(practitioner, day, system);
        if (published !== undefined)
          listed.set(practitioner.id, { ...published, version: practitioner.version });
      }
      after = page.next;
    } while (after !== undefined);

    return publish(async (before) => {
      const inFiles = before?.people ?? new Map<string, Published>();
      // Trusts a row of the list only if the files have the same version: the list may lag behind either way.
      const doubtful = [...new Set([...listed.keys(), ...inFiles.keys()])].filter(
        (id) => listed.get(id)?.version !== inFiles.get(id)?.scanned.version,
      );
      const rows = await rowsOf(doubtful);
      const people = new Map<string, Published>(
        [...listed].map(([id, { scanned, entry }]) => [id, { scanned, entry }]),
      );
      let late = 0;
      for (const id of doubtful) {
        const row = rows.get(id);
        const published = row === undefined ? undefined : publishedPractitioner(row, day, system);
        if (published === undefined) people.delete(id);
        else people.set(id, published);
        const isChanged = published?.scanned.version !== inFiles.get(id)?.scanned.version;
        const changedAt = row?.updatedAt ?? startedAt;
        if (before !== undefined && isChanged && epochOf(startedAt) - epochOf(changedAt) > LATE_MS) late += 1;
      }
      const context = ofThese(people, memories);
      const isSame =
        before?.manifest.day === day && doubtful.length === 0 && sameJson(before.context, context);
      const completeTo = addMilliseconds(startedAt, -INDEX_LAG_MS);
      return { value: { late }, next: { people, context, completeTo, isSame } };
    });
  };

  const changed = async (ids: readonly string[]): Promise<void> => {
    const isReady = await publish(async (before) => {
      const day = londonDay(clock.now());
      if (before?.manifest.day !== day) return { value: false };
      const rows = await rowsOf(ids);
      const people = new Map(before.people);
      for (const id of ids) {
        const row = rows.get(id);
        const published = row === undefined ? undefined : publishedPractitioner(row, day, system);
        if (published === undefined) people.delete(id);
        else people.set(id, published);
      }
      const isSame = ids.every(
        (id) => people.get(id)?.scanned.version === before.people.get(id)?.scanned.version,
      );
      const { completeTo } = before.manifest;
      return isSame
        ? { value: true }
        : { value: true, next: { people, context: ofThese(people, before.context), completeTo, isSame } };
    });
    if (!isReady) await rebuild();
  };

  const tick = async (): Promise<Rebuilt> => {
    const found = await objects.get(manifestKey(system.id));
    const manifest = typeof found === 'object' ? manifestFrom(found.body) : undefined;
    const now = clock.now();
    const minutes = 1 + Math.floor((manifest?.people ?? 0) / PEOPLE_A_MINUTE);
    const isDue =
      manifest?.day !== londonDay(now) || epochOf(now) - epochOf(manifest.completeTo) >= minutes * 60_000;
    if (isDue) return rebuild();
    await settle(manifest);
    return { late: 0 };
  };

  return { changed, rebuild, tick };
};
