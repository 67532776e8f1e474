import type { Allocation, Unplaced } from './allocation.ts';
import type { Applicant, Claim, Host, Limiter } from './claim.ts';
import type { InstanceTrouble } from './instance.ts';

/** The narrowest full thing over a practitioner: whoever is under it could make room, and nobody else could alone. */
const narrowestFull = ({ limiters }: Host): Limiter | null =>
  limiters
    .filter(({ load, most }) => load >= most)
    .reduce<Limiter | null>((best, one) => (best === null || one.members < best.members ? one : best), null);

/**
 * Finds every competition set again, by names and not by the solver's tree: from an unplaced learner to whatever is
 * full over their practitioners, to everybody under that, to what is full over theirs. Remembers for each full thing
 * what it leads to.
 */
const competitionFinder = (
  full: ReadonlyMap<Host, Limiter | null>,
  under: ReadonlyMap<Limiter, Applicant[]>,
) => {
  const barriersOf = ({ pairs }: Applicant): (Limiter | null)[] =>
    pairs.map(({ host }) => full.get(host) ?? null);
  const leadsTo = new Map<Limiter, ReadonlySet<Limiter | null>>();
  const stepFrom = (limiter: Limiter): ReadonlySet<Limiter | null> => {
    const known = leadsTo.get(limiter);
    if (known !== undefined) return known;
    const movable = (under.get(limiter) ?? []).filter(({ pinned }) => !pinned);
    const next = new Set(movable.flatMap(barriersOf));
    leadsTo.set(limiter, next);
    return next;
  };
  /** The competitors, or null when a free place could be reached. */
  return (applicant: Applicant): ReadonlySet<string> | null => {
    const reached = new Set<Limiter | null>(barriersOf(applicant));
    const competitors = new Set<string>();
    for (const limiter of reached) {
      if (limiter === null) return null;
      for (const next of stepFrom(limiter)) reached.add(next);
      for (const { id } of under.get(limiter) ?? []) competitors.add(id);
    }
    return competitors;
  };
};

/** Those placed under some bottlenecks, if the bottlenecks cover every place they could use and have no more places. */
const accountedFor = (claim: Claim, under: ReadonlyMap<Limiter, Applicant[]>, named: ReadonlySet<string>) => {
  const members = new Set<string>();
  let places = 0;
  let covered = true;
  for (const id of named) {
    const limiter = claim.limiters.get(id);
    if (limiter === undefined) return null;
    places += limiter.most;
    for (const { id: member, pairs, pinned } of under.get(limiter) ?? []) {
      members.add(member);
      covered &&= pinned || pairs.every(({ host }) => host.limiters.some((one) => named.has(one.id)));
    }
  }
  return covered && places === members.size ? members : null;
};

/** Checks why each unplaced learner is said to be without a place. */
export const verifyCompetition = (allocation: Allocation, claim: Claim): InstanceTrouble[] => {
  const full = new Map([...claim.hosts.values()].map((host) => [host, narrowestFull(host)]));
  const under = new Map<Limiter, Applicant[]>();
  for (const applicant of claim.applicants.values()) {
    for (const limiter of applicant.held?.host.limiters ?? []) {
      const others = under.get(limiter);
      if (others === undefined) under.set(limiter, [applicant]);
      else others.push(applicant);
    }
  }
  const find = competitionFinder(full, under);
  const proofs = new Map<string, ReadonlySet<string> | null>();
  const proofOf = (bottlenecks: readonly string[]): ReadonlySet<string> | null => {
    const key = JSON.stringify(bottlenecks);
    const proof = proofs.get(key) ?? accountedFor(claim, under, new Set(bottlenecks));
    proofs.set(key, proof);
    return proof;
  };
  const problemOf = ({ learner, reason, competitors, bottlenecks }: Unplaced): string | null => {
    const applicant = claim.applicants.get(learner);
    if (applicant === undefined) return null;
    const expected = applicant.pairs.length === 0 ? 'no-eligible-practitioner' : 'outcompeted';
    if (reason !== expected) return `the reason should be ${expected}`;
    const found = find(applicant);
    if (found === null) return 'a free place could be reached';
    if (competitors.length !== found.size || !competitors.every((id) => found.has(id))) {
      return 'the competitors are not the smallest set';
    }
    const members = proofOf(bottlenecks);
    const named = new Set(bottlenecks);
    const covered = applicant.pairs.every(({ host }) => host.limiters.some(({ id }) => named.has(id)));
    if (members?.size !== found.size || !covered || !competitors.every((id) => members.has(id))) {
      return 'the bottlenecks do not account for it';
    }
    return null;
  };
  return allocation.unplaced.flatMap((unplaced, index) => {
    const problem = problemOf(unplaced);
    return problem === null ? [] : [{ field: `unplaced[${index}]`, problem }];
  });
};
