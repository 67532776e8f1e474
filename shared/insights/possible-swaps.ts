import { employerRefOf } from '../people/employer-ref-of.ts';
import type { Practitioner } from '../people/practitioner.ts';
import type { SupervisionRequest } from '../requests/request.ts';
import type { Day } from '../kernel/time.ts';
import { seatRoles } from '../reference/seat-roles.ts';
import { seatQueryOf, type JudgeContext } from './query/seat-query.ts';
import type { Policy } from './policy.ts';
import { unmetRequirements } from './requirements/unmet-requirements.ts';

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

/**
 * Finds swaps that would work today: each employer has a DPP who can take a waiting learner of the other. Swaps that
 * help the most learners on both sides come first.
 */
export const swapsFor = (
  employerId: string,
  {
    requests,
    practitioners,
  }: { readonly requests: readonly SupervisionRequest[]; readonly practitioners: readonly Practitioner[] },
  policy: Policy,
  today: Day,
  context: JudgeContext,
): readonly Swap[] => {
  const own = practitioners.filter(({ organisation }) => employerRefOf(organisation).id === employerId);
  if (own.length === 0) return [];
  const sought = requests.flatMap((request) => {
    const seat = request.seats.find(({ state, role }) => state === 'vacant' && signingOff.has(role));
    return request.state !== 'open' || seat === undefined
      ? []
      : [{ request, query: seatQueryOf(request, seat, policy, today, context) }];
  });
  const employerOf = ({ request }: (typeof sought)[number]) => employerRefOf(request.organisation);
  const ours = sought.filter((one) => employerOf(one).id === employerId);
  const theirs = sought.filter((one) => employerOf(one).id !== employerId);
  const fits = ({ query }: (typeof sought)[number], dpps: readonly Practitioner[]): boolean =>
    dpps.some((dpp) => unmetRequirements(query, dpp, 1).length === 0);
  const partners = new Map(theirs.map(employerOf).map((employer) => [employer.id, employer]));
  return [...partners.values()]
    .flatMap((partner) => {
      const weCanHost = theirs.filter((one) => employerOf(one).id === partner.id && fits(one, own));
      if (weCanHost.length === 0) return [];
      const dpps = practitioners.filter(({ organisation }) => employerRefOf(organisation).id === partner.id);
      const theyCanHost = ours.filter((one) => fits(one, dpps)).map(({ request }) => request);
      return theyCanHost.length === 0 ? [] : [{ partner, theyCanHost, weCanHost: weCanHost.length }];
    })
    .toSorted(
      (a, b) =>
        Math.min(b.theyCanHost.length, b.weCanHost) - Math.min(a.theyCanHost.length, a.weCanHost) ||
        (a.partner.name < b.partner.name ? -1 : 1),
    );
};
