import { hashOf } from '../../../functions/platform/hash.ts';
import type { Round } from '../../../shared/rounds/round.ts';
import type { ProfessionId } from '../../../shared/reference/professions.ts';
import { open, type Stage } from './stories.ts';
import { supervisorNear } from './supervisor-near.ts';

/**
 * The cohort's learners must name a DPP by a day that is 270 to 285 days from today. Their courses start 91
 * days after that day.
 */
const SIGN_OFF_FROM = 270;
const SIGN_OFF_TO = 285;
const STARTS_AFTER = 91;

/**
 * Professions of the learners, in turn. There are more learners than places nearby, so that the round has
 * conflicts to resolve.
 */
const learning: readonly ProfessionId[] = [
  'pharmacist',
  'nurse',
  'pharmacist',
  'paramedic',
  'nurse',
  'physiotherapist',
];
const COUNT = 30;
/**
 * Indexes of the requests for a learning hub, where a DPP signs off and a supervisor at another workplace (a
 * spoke) provides hours.
 */
const hubs: readonly number[] = [2, 14];

/**
 * Creates a round that is gathering its cohort. The requests of the cohort are not matched individually in
 * the meantime.
 */
export const intake = (stage: Stage): Round => {
  const { world, invent, times } = stage;
  const ids = Array.from({ length: COUNT }, (_, index) =>
    open(stage, {
      signOffIn: SIGN_OFF_FROM + (index % (SIGN_OFF_TO - SIGN_OFF_FROM + 1)),
      askedDaysAgo: 3 + ((index * 7) % 45),
      profession: learning[index % learning.length] ?? 'pharmacist',
      changes: hubs.includes(index)
        ? { spokeHours: 30, maxMinutes: 45 }
        : { maxMinutes: index % 2 === 0 ? 30 : 45 },
    }),
  );
  const teams = ids.flatMap((id) => world.requests.get(id) ?? []).filter(({ seats }) => seats.length > 1);
  for (const request of teams.filter((_, index) => index % 4 !== 3))
    world.keep({ practitioner: supervisorNear(stage, request) });
  const seed = `demonstration-${times.today}`;
  return {
    id: invent.id(),
    version: 0,
    state: 'gathering',
    name: 'Next year’s cohort',
    startsFrom: times.in(SIGN_OFF_FROM + STARTS_AFTER),
    startsTo: times.in(SIGN_OFF_TO + STARTS_AFTER),
    seed,
    seedHash: hashOf(seed),
    heldUntil: times.ago(-60),
    wave: 0,
    offersMade: 0,
    createdAt: times.ago(12),
    createdBy: 'Demonstration',
    updatedAt: times.ago(12),
  };
};
