import { mailboxOf } from '../../shared/kernel/mailbox.ts';
import { accepted, refused, type Result } from '../../shared/kernel/result.ts';
import { hasLead } from '../../shared/people/lead-moves.ts';
import type { Organisation } from '../../shared/people/organisation.ts';
import { learnersOf } from '../../shared/requests/learners-asked.ts';
import { isUnknownLearner, learnerIdentity } from '../../shared/requests/learner-identity.ts';
import type { SupervisionRequest } from '../../shared/requests/request.ts';
import { addressHash, registrationHash } from '../platform/hash.ts';
import { keys } from './table/keys.ts';
import { openRequestsRows } from './table/rows/open-requests-rows.ts';
import type { RequestRepository } from './repositories/request-repository.ts';
import type { Change, Key, Table } from './table/table.ts';

/** Numbers of requests that may be open at once. */
export interface OpenLimits {
  /** Of one e-mail address. */
  readonly ofAddress: number;
  /** Of one employer, for learners who cannot be recognised. */
  readonly ofEmployer: number;
}

/** The limits of requesters whose address proves nothing. */
export const openLimits: OpenLimits = { ofAddress: 3, ofEmployer: 3 };

/**
 * Returns how many learners without a number an employer may have open requests for: three, or as many as its confirmed
 * lead says.
 */
export const learnersAtOnce = (organisation: Organisation): number =>
  hasLead(organisation) ? (organisation.learnersAtOnce ?? openLimits.ofEmployer) : openLimits.ofEmployer;

/**
 * Maximum number of open requests of a work address. Each learner can have one, so this only bounds the size of a row
 * and what a mistake can do.
 */
export const OF_WORK_ADDRESS = 40;

/**
 * Returns the limits of requests that a work address sends or supports. The confirmed lead of the employer says how many
 * learners there are by asking for them, or by supporting a request for them.
 */
export const limitsOfWork = (organisation: Organisation | undefined, isLead: boolean): OpenLimits => ({
  ofAddress: OF_WORK_ADDRESS,
  ofEmployer: isLead
    ? Infinity
    : organisation === undefined
      ? openLimits.ofEmployer
      : learnersAtOnce(organisation),
});

/** Why a request cannot be added to the open ones. `asked-before`: the learner has the request `by` already. */
export type NoPlace =
  | { readonly code: 'too-many-open' }
  | { readonly code: 'too-many-of-employer'; readonly most: number }
  | { readonly code: 'asked-before'; readonly by: SupervisionRequest };

export interface OpenRequests {
  /**
   * Returns the changes that count a request among the open ones of its requester, its learner and, for a learner who
   * cannot be recognised, its employer. Also removes closed requests from these lists, so that closing a request need not
   * change them.
   * @param opens whether the request opens now. If not, it waits for support, and then others that wait count too. One
   *   that opens is not kept from it by one that waits: otherwise a throw-away address could block a learner.
   * @param limits other limits than the usual ones
   */
  placeFor(
    request: SupervisionRequest,
    opens: boolean,
    limits?: OpenLimits,
  ): Promise<Result<readonly Change[], NoPlace>>;
  /** Reads the requests under way that came from an address. */
  fromAddress(email: string): Promise<readonly SupervisionRequest[]>;
  /** Returns the changes that add a request to the lists that lack it, whatever their limits; for rows of 0.3.0. */
  countAlso(request: SupervisionRequest): Promise<readonly Change[]>;
  /** Returns the ids of the requests that are missing from a list. Ignores lists that are not stored. */
  notCounted(requests: readonly SupervisionRequest[]): Promise<readonly string[]>;
  /** Returns the changes that remove a request from its lists, for an erasure. */
  forget(request: SupervisionRequest): Promise<readonly Change[]>;
  /** Returns the changes that remove a request from the lists in which it is no longer counted once it has changed. */
  leave(before: SupervisionRequest, after: SupervisionRequest): Promise<readonly Change[]>;
}

/** A list of requests of which only some may be open at once. */
interface CountedList {
  readonly key: Key;
  readonly of: 'address' | 'learner' | 'employer';
  /** Whether an earlier request counts against the new one. */
  readonly counts: (earlier: SupervisionRequest, later: SupervisionRequest, opens: boolean) => boolean;
}

const keyOf = (list: string): Key => keys.counter(`open-requests#${list}`);

/** Whether a request may have or get a DPP: a matched or paused one may open again. */
const isUnderWay = ({ state }: SupervisionRequest): boolean =>
  state === 'open' || state === 'matched' || state === 'paused';

const isSought = ({ state }: SupervisionRequest): boolean => state === 'open' || state === 'paused';

const isWaiting = ({ state }: SupervisionRequest): boolean => state === 'waiting-for-support';

const numberOf = (request: SupervisionRequest): string | undefined => {
  const { number } = learnerIdentity(request);
  return number === undefined ? undefined : registrationHash(number.regulator, number.number);
};

/** Two learners with different numbers may share a mailbox. */
const mayBeSameLearner = (one: SupervisionRequest, other: SupervisionRequest): boolean => {
  const [first, second] = [numberOf(one), numberOf(other)];
  return first === undefined || second === undefined || first === second;
};

const listsOfOne = (request: SupervisionRequest): readonly CountedList[] => {
  const { mailbox } = learnerIdentity(request);
  const number = numberOf(request);
  const { id, employer } = request.organisation;
  return [
    {
      key: keyOf(addressHash(mailboxOf(request.email))),
      of: 'address',
      // A paused one counts, so that pausing is no way to more requests than the limit.
      counts: (earlier) => isSought(earlier) || isWaiting(earlier),
    },
    ...(number === undefined
      ? []
      : [
          {
            key: keyOf(`number#${number}`),
            of: 'learner' as const,
            counts: (earlier: SupervisionRequest, _: SupervisionRequest, opens: boolean) =>
              isUnderWay(earlier) || (isWaiting(earlier) && !opens),
          },
        ]),
    ...(mailbox === undefined
      ? []
      : [
          {
            key: keyOf(`mailbox#${addressHash(mailbox)}`),
            of: 'learner' as const,
            counts: (earlier: SupervisionRequest, later: SupervisionRequest, opens: boolean) =>
              (isUnderWay(earlier) || (isWaiting(earlier) && !opens)) && mayBeSameLearner(earlier, later),
          },
        ]),
    ...(isUnknownLearner(request)
      ? [
          {
            key: keyOf(`employer#${employer?.id ?? id}`),
            of: 'employer' as const,
            counts: (earlier: SupervisionRequest, _: SupervisionRequest, opens: boolean) =>
              // A learner who was named since is counted by their number.
              isUnknownLearner(earlier) && (isSought(earlier) || (isWaiting(earlier) && !opens)),
          },
        ]
      : []),
  ];
};

/** A list with the requests for the learners who are to be counted in it. */
interface Counted extends CountedList {
  readonly requests: readonly SupervisionRequest[];
}

/** The lists of all learners of a request, with those whom each counts. */
const listsOf = (request: SupervisionRequest): readonly Counted[] => {
  const lists = new Map<string, Counted>();
  for (const one of learnersOf(request))
    for (const list of listsOfOne(one)) {
      const requests = [...(lists.get(list.key.pk)?.requests ?? []), one];
      lists.set(list.key.pk, { ...list, requests });
    }
  return [...lists.values()];
};

/** Key of the list that version 0.3.0 kept, by the address as typed. */
const formerKeyOf = ({ email }: Pick<SupervisionRequest, 'email'>): Key => keyOf(addressHash(email));

const KEYS_AT_ONCE = 100;

/** Keeps, for each person and employer, the list of their open requests, which limits how many there may be. */
export const openRequests = (
  table: Pick<Table, 'get'>,
  requests: Pick<RequestRepository, 'findAll'>,
): OpenRequests => {
  const storedList = async (key: Key) => {
    const [row] = await table.get([key]);
    return row === undefined ? undefined : openRequestsRows.parse(row);
  };

  const placeIn = async (
    list: Counted,
    request: SupervisionRequest,
    opens: boolean,
    { ofAddress, ofEmployer }: OpenLimits,
  ): Promise<Result<Change, NoPlace>> => {
    const stored = await storedList(list.key);
    const added = opens ? list.requests.map(({ id }) => id) : [request.id];
    const others = (stored?.requestIds ?? []).filter((id) => id !== request.id && !added.includes(id));
    const earlier = await requests.findAll(others);
    const [first, ...more] = earlier.filter((one) => list.counts(one, request, opens));
    const count = (first === undefined ? 0 : more.length + 1) + added.length;
    if (list.of === 'learner' && first !== undefined) return refused({ code: 'asked-before', by: first });
    if (list.of === 'address' && count > ofAddress) return refused({ code: 'too-many-open' });
    if (list.of === 'employer' && count > ofEmployer)
      return refused({ code: 'too-many-of-employer', most: ofEmployer });
    const kept = earlier.filter((one) => isUnderWay(one) || isWaiting(one)).map(({ id }) => id);
    return accepted(
      openRequestsRows.put(
        list.key,
        { ...stored, version: (stored?.version ?? 0) + 1, requestIds: [...kept, ...added] },
        stored === undefined ? { is: 'absent' } : { is: 'at', version: stored.version },
      ),
    );
  };

  const removedFrom = async (
    own: readonly Key[],
    request: SupervisionRequest,
  ): Promise<readonly Change[]> => {
    const changes = await Promise.all(
      [...new Map(own.map((key) => [key.pk, key])).values()].map(async (key): Promise<readonly Change[]> => {
        const stored = await storedList(key);
        if (stored?.requestIds.includes(request.id) !== true) return [];
        const left = stored.requestIds.filter((id) => id !== request.id);
        const when = { is: 'at', version: stored.version } as const;
        return left.length === 0
          ? [{ do: 'remove', key, when }]
          : [openRequestsRows.put(key, { ...stored, version: stored.version + 1, requestIds: left }, when)];
      }),
    );
    return changes.flat();
  };

  return {
    placeFor: async (request, opens, limits = openLimits) => {
      const places = await Promise.all(listsOf(request).map((list) => placeIn(list, request, opens, limits)));
      // A learner who has asked before hears of that, whatever other limits are reached.
      const refusals = places.flatMap((place) => (place.ok ? [] : [place.refusal]));
      const refusal = refusals.find(({ code }) => code === 'asked-before') ?? refusals[0];
      return refusal === undefined
        ? accepted(places.flatMap((place) => (place.ok ? [place.value] : [])))
        : refused(refusal);
    },
    fromAddress: async (email) => {
      const lists = [keyOf(addressHash(mailboxOf(email))), formerKeyOf({ email })];
      const ids = (await Promise.all(lists.map(storedList))).flatMap((list) => list?.requestIds ?? []);
      return (await requests.findAll([...new Set(ids)])).filter(
        (one) => isUnderWay(one) && addressHash(one.email) === addressHash(email),
      );
    },
    countAlso: async (request) => {
      const changes = await Promise.all(
        listsOf(request).map(async ({ key }): Promise<readonly Change[]> => {
          const stored = await storedList(key);
          if (stored?.requestIds.includes(request.id) === true) return [];
          return [
            openRequestsRows.put(
              key,
              {
                ...stored,
                version: (stored?.version ?? 0) + 1,
                requestIds: [...(stored?.requestIds ?? []), request.id],
              },
              stored === undefined ? { is: 'absent' } : { is: 'at', version: stored.version },
            ),
          ];
        }),
      );
      return changes.flat();
    },
    notCounted: async (asked) => {
      const missing: string[] = [];
      const wanted = asked.flatMap((request) => listsOf(request).map(({ key }) => ({ request, key })));
      for (let start = 0; start < wanted.length; start += KEYS_AT_ONCE) {
        const some = wanted.slice(start, start + KEYS_AT_ONCE);
        const unique = new Map(some.map(({ key }) => [key.pk, key]));
        const rows = new Map(
          (await table.get([...unique.values()])).map((row) => [row.pk, openRequestsRows.parse(row)]),
        );
        for (const { request, key } of some) {
          const row = rows.get(key.pk);
          if (row !== undefined && !row.requestIds.includes(request.id)) missing.push(request.id);
        }
      }
      return [...new Set(missing)];
    },
    forget: (request) =>
      removedFrom([...listsOf(request).map(({ key }) => key), formerKeyOf(request)], request),
    leave: (before, after) => {
      const kept = new Set(listsOf(after).map(({ key }) => key.pk));
      return removedFrom(
        listsOf(before).flatMap(({ key }) => (kept.has(key.pk) ? [] : [key])),
        before,
      );
    },
  };
};
