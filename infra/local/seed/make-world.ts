import type { OrganisationTrust } from '../../../functions/store/repositories/organisation-trust-repository.ts';
import type { Organisation } from '../../../shared/people/organisation.ts';
import type { Round } from '../../../shared/rounds/round.ts';
import type { Instant } from '../../../shared/kernel/time.ts';
import { inventEmployers } from './employers.ts';
import { intake } from './intake.ts';
import { inventFrom } from './invent.ts';
import { registerDpps } from './people.ts';
import { script, unsupportedRequests } from './script.ts';
import type { Stage } from './stories.ts';
import { trustCases } from './trust-cases.ts';
import { timesAt } from './times.ts';
import { type World, worldOf } from './world.ts';

const SEED = 20_261_121;

export interface SeededWorld extends World {
  readonly organisations: readonly Organisation[];
  /** What the team has confirmed about each organisation, and who was named. */
  readonly trust: readonly OrganisationTrust[];
  /** The round for which a cohort has been gathered. */
  readonly rounds: readonly Round[];
  /** Data needed to create further data about the same people and days. */
  readonly stage: Stage;
}

/** Creates the demonstration data relative to `now`. Deterministic: the same `now` gives the same data. */
export const makeWorld = (now: Instant): SeededWorld => {
  const invent = inventFrom(SEED);
  const times = timesAt(now);
  const employers = inventEmployers(invent, times.ago(400));
  const world = worldOf(invent);
  registerDpps(world, invent, times, employers);
  const stage = { world, invent, times, employers };
  script(stage);
  const rounds = [intake(stage)];
  unsupportedRequests(stage);
  trustCases(stage);
  return {
    ...world,
    organisations: employers.map(({ organisation }) => organisation),
    trust: employers.map(({ trust }) => trust),
    rounds,
    stage,
  };
};
