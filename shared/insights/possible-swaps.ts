import { employerRefOf } from '../people/employer-ref-of.ts';
import type { Practitioner } from '../people/practitioner.ts';
import type { SupervisionRequest } from '../requests/request.ts';
import type { Day } from '../kernel/time.ts';
import { seatRoles } from '../reference/seat-roles.ts';
import { seatQueryOf, type JudgeContext } from '../matching/query/seat-query.ts';
import type { Policy } from '../matching/policy.ts';
import { indexedPool } from '../matching/index/indexed-pool.ts';

/** An exchange that two employers could agree: each hosts learners of the other. */
export interface Swap {
  readonly partner: ReturnType<typeof employerRefOf>;
  /** Waiting learners of this organisation whom a DPP of the partner could take now. */
  readonly theyCanHost: readonly SupervisionRequest[];
  /**
   * Number of the partner's learners whom a DPP of this organisation could take now. Only a count, because
   * they are not this organisation's learners.
   */
  readonly weCanHost: number;
}

const signingOff: ReadonlySet<string> = new Set(
  seatRoles.filter(({ signsOff }) => signsOff).map(({ id }) => id),
);

type Employer = ReturnType<typeof employerRefOf>;

/** The learners of one employer whom DPPs of others could take: lists of requests by the id of the other employer. */
type HostedBy = Map<string, SupervisionRequest[]>;

/** Finds, for each employer with waiting learners, those whom DPPs of other employers could take now. */
const hostsOf = (
  requests: readonly SupervisionRequest[],
  practitioners: readonly Practitioner[],
  policy: Policy,
  today: Day,
  context: JudgeContext,
): ReadonlyMap<string, { readonly employer: Employer; readonly hostedBy: HostedBy }> => {
  const pool = indexedPool(practitioners);
  const found = new Map<string, { readonly employer: Employer; readonly hostedBy: HostedBy }>();
  for (const request of requests) {
    const seat = request.seats.find(({ state, role }) => state === 'vacant' && signingOff.has(role));
    if (request.state !== 'open' || seat === undefined) continue;
    const employer = employerRefOf(request.organisation);
    const of = found.get(employer.id) ?? { employer, hostedBy: new Map<string, SupervisionRequest[]>() };
    found.set(employer.id, of);
    const dpps = pool.candidates(seatQueryOf(request, seat, policy, today, context));
    for (const host of new Set(dpps.map(({ organisation }) => employerRefOf(organisation).id)))
      if (host !== employer.id) of.hostedBy.set(host, [...(of.hostedBy.get(host) ?? []), request]);
  }
  return found;
};

/**
 * Finds, for each employer, the swaps that would work today: each of two employers has a DPP who can take a waiting
 * learner of the other. Swaps that help the most learners on both sides come first.
 * @returns swaps by the employer's id; an employer without any is left out
 */
export const possibleSwaps = (
  {
    requests,
    practitioners,
  }: { readonly requests: readonly SupervisionRequest[]; readonly practitioners: readonly Practitioner[] },
  policy: Policy,
  today: Day,
  context: JudgeContext,
): ReadonlyMap<string, readonly Swap[]> => {
  const hosts = hostsOf(requests, practitioners, policy, today, context);
  const swapsOf = (id: string, hostedBy: HostedBy): readonly Swap[] =>
    [...hostedBy]
      .flatMap(([other, theyCanHost]) => {
        const partner = hosts.get(other);
        const weCanHost = partner?.hostedBy.get(id)?.length ?? 0;
        return partner === undefined || weCanHost === 0
          ? []
          : [{ partner: partner.employer, theyCanHost, weCanHost }];
      })
      .toSorted(
        (a, b) =>
          Math.min(b.theyCanHost.length, b.weCanHost) - Math.min(a.theyCanHost.length, a.weCanHost) ||
          (a.partner.name < b.partner.name ? -1 : 1),
      );
  return new Map(
    [...hosts].flatMap(([id, { hostedBy }]) => {
      const swaps = swapsOf(id, hostedBy);
      return swaps.length === 0 ? [] : [[id, swaps] as const];
    }),
  );
};
