import { gunzipSync } from 'node:zlib';
import { manifestFrom, manifestKey, publishedPrefix } from '../../functions/store/published-manifest.ts';
import { addDays, epochOf, londonDay } from '../../shared/kernel/time.ts';
import { supplyFrom } from '../../shared/matching/index/supply-pool.ts';
import { meetsAll } from '../../shared/matching/requirements/unmet-requirements.ts';
import { policy } from '../../shared/matching/policy.ts';
import { seatQueryOf } from '../../shared/matching/query/seat-query.ts';
import type { Practitioner } from '../../shared/people/practitioner.ts';
import type { SupervisionRequest } from '../../shared/requests/request.ts';
import { kentAndMedway } from '../support/kent-and-medway.ts';
import type { memoryObjects } from '../support/memory-objects.ts';
import { noContext } from '../support/no-context.ts';
import type { Committed, Ledger } from './ledger.ts';

type Bucket = ReturnType<typeof memoryObjects>;

const isListed = (one: { readonly state: string }): one is Practitioner => one.state === 'listed';

/** Objects of one version: the manifest and the files that it names. */
const OBJECTS = 6;

/**
 * Checks that nobody was told that no DPP is left while somebody could have taken the seat who had not changed since
 * before the request's own last change: the files must have known this person before anything final was said.
 */
export const nobodyIsSaidInTime = (
  history: Ledger,
  commit: Committed,
  hasLagged: boolean,
  tell: (what: string) => void,
): void => {
  if (hasLagged || !commit.emails.some(({ after }) => after.name === 'requester-nobody-yet')) return;
  for (const { before: request, after } of commit.requests) {
    if (request === undefined || request.state === 'erased' || after.state === 'erased') continue;
    const seat = after.seats.find((one) => 'nobodyLeftAt' in one);
    if (seat === undefined) continue;
    const asked: SupervisionRequest = request;
    const today = londonDay(new Date(commit.at).toISOString());
    // A day's change of what counts as confirmed recently must not matter.
    const queries = [today, addDays(today, 1)].map((day) => seatQueryOf(asked, seat, policy, day, noContext));
    for (const practitioner of history.practitioners.values()) {
      const since = history.changedAt.get(practitioner.id) ?? Infinity;
      if (!isListed(practitioner) || since >= epochOf(request.updatedAt)) continue;
      if (queries.every((query) => meetsAll(query, practitioner)))
        tell(`${request.id} was told that nobody is left though ${practitioner.id} could take the seat`);
    }
  }
};

interface Current {
  /** Time in milliseconds up to which the files claim to know every change. */
  readonly completeTo: number;
  /** The version of each listed practitioner. */
  readonly versions: ReadonlyMap<string, number>;
}

/** Reads what the current files say, without faults. */
const currentIn = async (bucket: Bucket): Promise<Current | undefined> => {
  const found = await bucket.get(manifestKey(kentAndMedway.id));
  if (typeof found !== 'object') return undefined;
  const manifest = manifestFrom(found.body);
  const completeTo = epochOf(manifest.completeTo);
  const part = await bucket.get(manifest.parts.supply);
  if (typeof part !== 'object') return { completeTo, versions: new Map([['a file is missing', 0]]) };
  const supply = supplyFrom(gunzipSync(part.body));
  return { completeTo, versions: new Map(supply.ids().map((id, row) => [id, supply.versions[row] ?? 0])) };
};

/**
 * Checks that the files contain every change that was committed before the time up to which they claim to be complete,
 * whoever built them and whatever became of the messages about it.
 * @param mustKnow whether the list of changes could show a practitioner in time
 */
export const filesAreComplete = async (
  history: Ledger,
  bucket: Bucket,
  mustKnow: (id: string) => boolean,
  tell: (what: string) => void,
): Promise<void> => {
  const current = await currentIn(bucket);
  if (current === undefined) return;
  for (const one of history.practitioners.values()) {
    if ((history.changedAt.get(one.id) ?? Infinity) >= current.completeTo || !mustKnow(one.id)) continue;
    const wanted = isListed(one) ? one.version : undefined;
    if (current.versions.get(one.id) !== wanted)
      tell(`the files claim to be complete and lack version ${String(one.version)} of ${one.id}`);
  }
};

/** Checks that the files say of everybody what the rows say, once every change was announced. */
export const filesAgree = async (
  history: Ledger,
  bucket: Bucket,
  tell: (what: string) => void,
): Promise<void> => {
  const versions = (await currentIn(bucket))?.versions;
  if (versions === undefined) return;
  const listed = new Map(
    [...history.practitioners.values()].filter(isListed).map(({ id, version }) => [id, version]),
  );
  for (const [id, version] of listed)
    if (versions.get(id) !== version)
      tell(`the files have version ${String(versions.get(id))} of ${id}, the rows ${String(version)}`);
  for (const id of versions.keys()) if (!listed.has(id)) tell(`${id} is not listed and still in the files`);
};

/** Looks through every object for somebody who is not listed, and for files that no reader can reach. */
export const nothingIsLeftBehind = async (
  history: Ledger,
  bucket: Bucket,
  tell: (what: string) => void,
): Promise<void> => {
  const keys = bucket.keys().filter((key) => key.startsWith(publishedPrefix(kentAndMedway.id)));
  if (keys.length > OBJECTS) tell(`${String(keys.length - OBJECTS)} old files were never removed`);
  for (const key of keys) {
    const found = await bucket.get(key);
    if (typeof found !== 'object') continue;
    const text = new TextDecoder().decode(key.endsWith('.json') ? found.body : gunzipSync(found.body));
    for (const { id, state } of history.practitioners.values())
      if (state !== 'listed' && text.includes(id)) tell(`${id} is ${state} and still in ${key}`);
  }
};
