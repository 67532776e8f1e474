import type { Round, RoundSummary } from '../../../shared/rounds/round.ts';

/** Public facts about a round. Contains the seed only after it has been revealed. */
export interface RoundHeader {
  readonly id: string;
  readonly name: string;
  readonly state: Round['state'];
  readonly wave: number;
  readonly coursesFrom: string;
  readonly coursesTo: string;
  readonly place?: string | undefined;
  readonly heldUntil: string;
  readonly seedHash: string;
  readonly seed?: string;
  readonly plannedAt?: string;
  readonly inputHash?: string;
  readonly policy?: string;
  readonly code?: string;
  readonly learners?: number;
  readonly practitioners?: number;
  readonly summary?: RoundSummary;
  readonly confirmedAt?: string | undefined;
  readonly confirmedBy?: string | undefined;
  readonly offersMade: number;
}

export const roundHeader = (round: Round): RoundHeader => {
  const { id, name, state, wave, startsFrom, startsTo, place, heldUntil, seedHash, seed, plan } = round;
  return {
    id,
    name,
    state,
    wave,
    coursesFrom: startsFrom,
    coursesTo: startsTo,
    place,
    heldUntil,
    seedHash,
    ...(round.revealedAt === undefined ? {} : { seed }),
    ...(plan === undefined
      ? {}
      : {
          plannedAt: plan.at,
          inputHash: plan.inputHash,
          policy: plan.policy,
          code: plan.code,
          learners: plan.learners,
          practitioners: plan.practitioners,
        }),
    ...(plan?.summary === undefined ? {} : { summary: plan.summary }),
    confirmedAt: round.confirmedAt,
    confirmedBy: round.confirmedBy,
    offersMade: round.offersMade,
  };
};
