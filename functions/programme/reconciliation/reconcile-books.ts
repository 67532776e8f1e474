import type { Books, Difference } from '../../../shared/offers/reconcile.ts';
import { readNouns } from '../../store/read-nouns.ts';
import type { MatchRepository } from '../../store/repositories/match-repository.ts';
import type { OfferRepository } from '../../store/repositories/offer-repository.ts';
import type { PractitionerRepository } from '../../store/repositories/practitioner-repository.ts';
import type { RequestRepository } from '../../store/repositories/request-repository.ts';
import type { Table } from '../../store/table/table.ts';
import type { OpenRequests } from '../../store/open-requests.ts';

interface Deps {
  readonly table: Pick<Table, 'get'>;
  readonly practitioners: Pick<PractitionerRepository, 'inState'>;
  readonly requests: Pick<RequestRepository, 'inState'>;
  readonly offers: Pick<OfferRepository, 'pending' | 'decidedSince'>;
  readonly matches: Pick<MatchRepository, 'inState'>;
  readonly openRequests: Pick<OpenRequests, 'notCounted'>;
}

/** A time before the first record, to read lists in full. */
const EARLIEST = '2000-01-01T00:00:00.000Z';

/**
 * Number of differences whose records are read per call. Each difference names up to four records, which refer to up
 * to three others, so a call never needs more than 100 records.
 */
const DIFFERENCES_PER_READ = 10;

const definedIds = (ids: readonly (string | undefined)[]): readonly string[] => [
  ...new Set(ids.filter((id): id is string => id !== undefined)),
];

/**
 * Reads the data to be compared: either everything, from the lists, or only the records that some differences
 * name, by key.
 */
export const reconcileBooks = ({ table, practitioners, requests, offers, matches, openRequests }: Deps) => {
  const counted = async (asked: Books['requests']): Promise<Books['isCounted']> => {
    const live = asked.filter(({ state }) => state === 'open' || state === 'matched');
    const missing = new Set(await openRequests.notCounted(live));
    return (id) => !missing.has(id);
  };

  const readLists = async (): Promise<Books> => {
    const [people, asked, pending, accepted, agreed] = await Promise.all([
      Promise.all(
        (['awaiting-check', 'listed', 'paused', 'stale', 'withdrawn'] as const).map((state) =>
          practitioners.inState(state),
        ),
      ),
      Promise.all(
        (['open', 'matched', 'completed', 'lapsed', 'withdrawn'] as const).map((state) =>
          requests.inState(state),
        ),
      ),
      offers.pending(),
      offers.decidedSince('accepted', EARLIEST),
      Promise.all((['agreed', 'started', 'completed'] as const).map((state) => matches.inState(state))),
    ]);
    return {
      practitioners: people.flat(),
      requests: asked.flat(),
      offers: [...pending, ...accepted],
      matches: agreed.flat(),
      isCounted: await counted(asked.flat()),
    };
  };

  const readSome = async (differences: readonly Difference[]): Promise<Books> => {
    const named = await readNouns(table, {
      practitioners: definedIds(differences.map(({ practitionerId }) => practitionerId)),
      requests: definedIds(differences.map(({ requestId }) => requestId)),
      offers: definedIds(differences.map(({ offerId }) => offerId)),
      matches: definedIds(differences.map(({ matchId }) => matchId)),
    });
    const made = [...named.matches.values()];
    const wanted = {
      offers: definedIds(made.map(({ offerId }) => offerId)).filter((id) => !named.offers.has(id)),
      practitioners: definedIds(
        [...made, ...named.offers.values()].map(({ practitionerId }) => practitionerId),
      ).filter((id) => !named.practitioners.has(id)),
      requests: definedIds([...made, ...named.offers.values()].map(({ requestId }) => requestId)).filter(
        (id) => !named.requests.has(id),
      ),
    };
    const ties = await readNouns(table, wanted);
    const asked = [...named.requests.values(), ...ties.requests.values()];
    return {
      practitioners: [...named.practitioners.values(), ...ties.practitioners.values()],
      requests: asked,
      offers: [...named.offers.values(), ...ties.offers.values()],
      matches: made.filter(({ state }) => state !== 'undone' && state !== 'ended-early'),
      isCounted: await counted(asked),
    };
  };

  /**
   * Reads the records that these differences name. The result is incomplete, so ignore any further differences that
   * it shows.
   */
  const readAgain = async (differences: readonly Difference[]): Promise<Books> => {
    const parts: Books[] = [];
    for (let start = 0; start < differences.length; start += DIFFERENCES_PER_READ)
      parts.push(await readSome(differences.slice(start, start + DIFFERENCES_PER_READ)));
    return {
      practitioners: parts.flatMap((part) => part.practitioners),
      requests: parts.flatMap((part) => part.requests),
      offers: parts.flatMap((part) => part.offers),
      matches: parts.flatMap((part) => part.matches),
      isCounted: (id) => parts.every(({ isCounted }) => isCounted(id)),
    };
  };

  return { readLists, readAgain };
};
