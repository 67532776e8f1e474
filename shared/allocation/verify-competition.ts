import type { Allocation, Unplaced } from './allocation.ts';
import type { Applicant, Claim, Host, Limiter } from './claim.ts';
import type { InstanceTrouble } from './instance.ts';

/** The smallest full limiter of a practitioner. Only somebody placed under it can make room. */
const narrowestFull = ({ limiters }: Host): Limiter | null =>
  limiters
    .filter(({ placed, most }) => placed.length >= most)
    .reduce<Limiter | null>((best, one) => (best === null || one.members < best.members ? one : best), null);

const FREE = -1;

/**
 * Finds competition sets again, from ids and without the solver's tree. Starts at an unplaced learner and goes
 * to the full limiters of the practitioners who could take them. Goes from these limiters to the learners
 * placed under them, from these learners to their limiters in the same way, and so on. Caches the steps from
 * each limiter.
 * @returns for an applicant, the full limiters reached, or null if a free place was reached
 */
const barrierFinder = (claim: Claim) => {
  const limiters = [...claim.limiters.values()];
  const numbers = new Map(limiters.map((limiter, number) => [limiter, number]));
  const full = new Map(
    [...claim.hosts.values()].map((host) => {
      const limiter = narrowestFull(host);
      return [host, limiter === null ? FREE : (numbers.get(limiter) ?? FREE)];
    }),
  );
  const barriersOf = ({ pairs }: Applicant): number[] => pairs.map(({ host }) => full.get(host) ?? FREE);
  const leadsTo = new Map<number, readonly number[]>();
  const stepFrom = (number: number): readonly number[] => {
    const known = leadsTo.get(number);
    if (known !== undefined) return known;
    const movable = limiters[number]?.placed.filter(({ pinned }) => !pinned);
    const next = [...new Set(movable?.flatMap(barriersOf))];
    leadsTo.set(number, next);
    return next;
  };
  const metBy = new Int32Array(limiters.length).fill(-1);
  return (
    applicant: Applicant,
  ): { readonly met: readonly Limiter[]; readonly has: (limiter: Limiter) => boolean } | null => {
    const met: number[] = [];
    const meet = (number: number): void => {
      if (number === FREE || metBy[number] !== applicant.weight) met.push(number);
      if (number !== FREE) metBy[number] = applicant.weight;
    };
    barriersOf(applicant).forEach(meet);
    for (const number of met) {
      if (number === FREE) return null;
      stepFrom(number).forEach(meet);
    }
    return {
      met: met.flatMap((number) => limiters[number] ?? []),
      has: (limiter) => metBy[numbers.get(limiter) ?? FREE] === applicant.weight,
    };
  };
};

interface Proof {
  readonly limiters: readonly Limiter[];
  /** Ids of the learners placed under these limiters. */
  readonly members: ReadonlySet<string>;
}

/**
 * Finds the limiters with these ids and the learners placed under them. Returns null unless all ids are known,
 * the limiters cover every place that these learners could use, and they have exactly as many places as there
 * are such learners.
 */
const proofFor = (claim: Claim, ids: readonly string[]): Proof | null => {
  const named = new Set(ids);
  const limiters = [...named].flatMap((id) => claim.limiters.get(id) ?? []);
  const placed = limiters.flatMap((limiter) => limiter.placed);
  const places = limiters.reduce((sum, { most }) => sum + most, 0);
  const members = new Set(placed.map(({ id }) => id));
  const covered = placed.every(
    ({ pinned, pairs }) => pinned || pairs.every(({ host }) => host.limiters.some(({ id }) => named.has(id))),
  );
  return covered && places === members.size && limiters.length === named.size ? { limiters, members } : null;
};

/** Checks the stated reasons of all unplaced learners. */
export const verifyCompetition = (allocation: Allocation, claim: Claim): InstanceTrouble[] => {
  const find = barrierFinder(claim);
  const proofs = new Map<string, Proof | null>();
  const proofOf = (bottlenecks: readonly string[]): Proof | null => {
    const key = JSON.stringify(bottlenecks);
    const known = proofs.get(key);
    if (known !== undefined) return known;
    const proof = proofFor(claim, bottlenecks);
    proofs.set(key, proof);
    return proof;
  };
  const problemOf = ({ learner, reason, competitors, bottlenecks }: Unplaced): string | null => {
    const applicant = claim.applicants.get(learner);
    if (applicant === undefined) return null;
    const expected = applicant.pairs.length === 0 ? 'no-eligible-practitioner' : 'outcompeted';
    if (reason !== expected) return `the reason should be ${expected}`;
    const barriers = find(applicant);
    if (barriers === null) return 'a free place could be reached';
    const proof = proofOf(bottlenecks);
    const named = new Set(bottlenecks);
    if (
      proof === null ||
      !applicant.pairs.every(({ host }) => host.limiters.some(({ id }) => named.has(id)))
    ) {
      return 'the bottlenecks do not account for it';
    }
    const { members } = proof;
    if (competitors.length !== members.size || !members.isSubsetOf(new Set(competitors))) {
      return 'the competitors are not those under the bottlenecks';
    }
    const met = proof.limiters.every(barriers.has)
      ? members
      : new Set(barriers.met.flatMap(({ placed }) => placed.map(({ id }) => id)));
    return met.size === members.size ? null : 'the competitors are not the smallest set';
  };
  return allocation.unplaced.flatMap((unplaced, index) => {
    const problem = problemOf(unplaced);
    return problem === null ? [] : [{ field: `unplaced[${index}]`, problem }];
  });
};
