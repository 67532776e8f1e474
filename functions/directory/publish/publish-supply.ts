import { isErased } from '../../../shared/kernel/is-erased.ts';
import { addMilliseconds, type Day, epochOf, type Instant, londonDay } from '../../../shared/kernel/time.ts';
import type { JudgeContext } from '../../../shared/matching/query/seat-query.ts';
import type { ServiceSystem } from '../../../shared/systems/service-system.ts';
import type { Chance } from '../../platform/chance.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Log } from '../../platform/log.ts';
import type { Objects } from '../../platform/objects/objects.ts';
import { type Manifest, manifestFrom, manifestKey, publishedPrefix } from '../../store/published-manifest.ts';
import { practitionerRepository } from '../../store/repositories/practitioner-repository.ts';
import { writtenAt } from '../../store/table/dated-table.ts';
import { keys } from '../../store/table/keys.ts';
import { type PageOf, pagesOf } from '../../store/table/list-page.ts';
import { practitionerRows } from '../../store/table/rows/practitioner-rows.ts';
import type { Table } from '../../store/table/table.ts';
import { isComparisonDue } from './comparison-due.ts';
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
/**
 * Milliseconds that may pass between the time in a row and the end of its commit: all attempts of a busy table, and
 * clocks that differ.
 */
const LONGEST_COMMIT_MS = 5 * 60_000;

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

/** Entry that the files should have for a row, read with strong consistency. `published` is missing if they should have none. */
interface Found {
  readonly published: Published | undefined;
  readonly writtenAt: Instant;
}

const versionIn = (people: ReadonlyMap<string, Published>, id: string): number | undefined =>
  people.get(id)?.scanned.version;

/**
 * Publishes the files from which pages, open data and matching read a system's DPPs.
 *
 * - `changed` brings some practitioners up to date. It reads their rows only, with strong consistency.
 * - `rebuild` compares the files with all rows, and reads balances and prices again.
 * - `tick` finds what `changed` has missed: it compares the files with the rows written in the last minutes, once an hour
 *   with all rows, and removes old files. A schedule calls it every minute.
 */
export const publishSupply = (deps: Deps) => {
  const { table, objects, system, siteUrl, clock, chance, log, memory } = deps;
  const bucket = { objects, systemId: system.id, clock };
  const write = writeVersion({ ...bucket, chance });
  let known: SupplyState | undefined;

  /** Brings the open data up to the current version, and removes the files of older versions. */
  const settle = async (manifest: Manifest): Promise<void> => {
    const listedAt = clock.now();
    const published = await objects.list(publishedPrefix(system.id));
    await publishOpenData(bucket, manifest, published);
    await removeOldFiles(bucket, manifest, published, listedAt);
  };

  /** Reads rows with strong consistency. Sets unreadable rows aside. */
  const rowsOf = async (ids: readonly string[], day: Day): Promise<ReadonlyMap<string, Found>> => {
    const found = new Map<string, Found>();
    for (let from = 0; from < ids.length; from += MOST_KEYS)
      for (const row of await table.get(ids.slice(from, from + MOST_KEYS).map(keys.practitioner)))
        for (const practitioner of practitionerRows.parseAll(table, [row]))
          found.set(practitioner.id, {
            published: isErased(practitioner) ? undefined : publishedPractitioner(practitioner, day, system),
            writtenAt: writtenAt(row) ?? practitioner.updatedAt,
          });
    return found;
  };

  /** Returns what the files show of everybody, with some practitioners as their rows say now. */
  const withRows = async (
    before: ReadonlyMap<string, Published>,
    ids: readonly string[],
    day: Day,
  ): Promise<{ people: ReadonlyMap<string, Published>; rows: ReadonlyMap<string, Found> }> => {
    const rows = await rowsOf(ids, day);
    const people = new Map(before);
    for (const id of ids) {
      const published = rows.get(id)?.published;
      if (published === undefined) people.delete(id);
      else people.set(id, published);
    }
    return { people, rows };
  };

  /** Counts the rows that had been written for a minute when their change was found. */
  const lateOf = (
    before: ReadonlyMap<string, Published>,
    { people, rows }: Awaited<ReturnType<typeof withRows>>,
    startedAt: Instant,
  ): number =>
    [...rows].filter(
      ([id, row]) =>
        versionIn(people, id) !== versionIn(before, id) &&
        epochOf(startedAt) - epochOf(row.writtenAt) > LATE_MS,
    ).length;

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
    const practitioners = practitionerRepository(table);
    const page = (about: PageOf) => practitioners.page('listed', about);
    for await (const found of pagesOf(page, { size: PAGE_SIZE }))
      for (const practitioner of found) {
        const published = publishedPractitioner(practitioner, day, system);
        if (published !== undefined)
          listed.set(practitioner.id, { ...published, version: practitioner.version });
      }

    return publish(async (before) => {
      const inFiles = before?.people ?? new Map<string, Published>();
      // Trusts a row of the list only if the files have the same version: the list may lag behind either way.
      const doubtful = [...new Set([...listed.keys(), ...inFiles.keys()])].filter(
        (id) => listed.get(id)?.version !== versionIn(inFiles, id),
      );
      const all = new Map<string, Published>(
        [...listed].map(([id, { scanned, entry }]) => [id, { scanned, entry }]),
      );
      const read = await withRows(all, doubtful, day);
      const late = before === undefined ? 0 : lateOf(inFiles, read, startedAt);
      const context = ofThese(read.people, memories);
      const isSame =
        before?.manifest.day === day && doubtful.length === 0 && sameJson(before.context, context);
      const completeTo = addMilliseconds(startedAt, -INDEX_LAG_MS);
      return { value: { late }, next: { people: read.people, context, completeTo, isSame } };
    });
  };

  /** Compares the files with the rows that were written lately. */
  const compareLatest = async (): Promise<Rebuilt> => {
    const startedAt = clock.now();
    const day = londonDay(startedAt);
    const found = await publish(async (before) => {
      if (before?.manifest.day !== day) return { value: undefined };
      const since = addMilliseconds(before.manifest.completeTo, -LONGEST_COMMIT_MS);
      const written = await practitionerRepository(table).writtenSince(since);
      const doubtful = written
        .filter(({ id, version, isListed }) => {
          const inFiles = versionIn(before.people, id);
          return isListed ? inFiles !== version : inFiles !== undefined;
        })
        .map(({ id }) => id);
      const read = await withRows(before.people, doubtful, day);
      const isSame = doubtful.every((id) => versionIn(read.people, id) === versionIn(before.people, id));
      const completeTo = addMilliseconds(startedAt, -INDEX_LAG_MS);
      return {
        value: { late: lateOf(before.people, read, startedAt) },
        next: { people: read.people, context: ofThese(read.people, before.context), completeTo, isSame },
      };
    });
    return found ?? rebuild();
  };

  const changed = async (ids: readonly string[], isContextChanged = false): Promise<void> => {
    const memories = isContextChanged ? await memory() : undefined;
    const isReady = await publish(async (before) => {
      const day = londonDay(clock.now());
      if (before?.manifest.day !== day) return { value: false };
      const { people } = await withRows(before.people, ids, day);
      const context = ofThese(people, memories ?? before.context);
      const isSame =
        ids.every((id) => versionIn(people, id) === versionIn(before.people, id)) &&
        (memories === undefined || sameJson(before.context, context));
      const { completeTo } = before.manifest;
      return isSame ? { value: true } : { value: true, next: { people, context, completeTo, isSame } };
    });
    if (!isReady) await rebuild();
  };

  const tick = async (): Promise<Rebuilt> => {
    const found = await objects.get(manifestKey(system.id));
    const manifest = typeof found === 'object' ? manifestFrom(found.body) : undefined;
    const now = clock.now();
    const isWhole =
      manifest?.day !== londonDay(now) ||
      isComparisonDue(system.id, addMilliseconds(manifest.completeTo, INDEX_LAG_MS), now);
    return isWhole ? rebuild() : compareLatest();
  };

  return { changed, rebuild, tick };
};
