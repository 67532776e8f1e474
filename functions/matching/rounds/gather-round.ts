import type { Round } from '../../../shared/rounds/round.ts';
import { accepted, refused, type Result } from '../../../shared/kernel/result.ts';
import { addDays, londonDay, londonInstant } from '../../../shared/kernel/time.ts';
import type { Site } from '../../../shared/reference/vocabulary.ts';
import { hashOf } from '../../platform/hash.ts';
import { teamDecisionRows } from '../../store/audit-row.ts';
import { roundRepository } from '../../store/repositories/round-repository.ts';
import type { RoundDeps } from './round-deps.ts';

export interface Gathering {
  readonly name: string;
  /** First and last possible start date of the courses, both inclusive. */
  readonly startsFrom: string;
  readonly startsTo: string;
  readonly place?: Site['place'] | undefined;
  /**
   * The last day on which the round's learners wait instead of being matched one by one; four weeks from now by
   * default.
   */
  readonly until?: string | undefined;
}

const USUAL_DAYS = 28;

/**
 * Starts a round. From then on, its learners are not matched one by one. Draws the seed of the round at random,
 * before anybody can know how the seed will break ties, and publishes only its hash. If the figures cannot be counted at
 * once, their schedule publishes it; a round is not solved before.
 */
export const gatherRound =
  ({
    system,
    table,
    clock,
    chance,
    log,
    publicHash,
  }: Pick<RoundDeps, 'system' | 'table' | 'clock' | 'chance' | 'log' | 'publicHash'>) =>
  async (
    { name, startsFrom, startsTo, place, until }: Gathering,
    by: string,
  ): Promise<Result<Round, 'busy' | 'round-without-days' | 'place-unknown'>> => {
    if (startsTo < startsFrom) return refused('round-without-days');
    if (place !== undefined && !system.geography.places.some(({ id }) => id === place))
      return refused('place-unknown');
    const now = clock.now();
    const last = until ?? addDays(londonDay(now), USUAL_DAYS);
    const seed = chance.token();
    const round: Round = {
      id: chance.id(),
      version: 0,
      state: 'gathering',
      name,
      startsFrom,
      startsTo,
      ...(place === undefined ? {} : { place }),
      seed,
      seedHash: hashOf(seed),
      heldUntil: londonInstant(addDays(last, 1), '00:00'),
      wave: 0,
      offersMade: 0,
      createdAt: now,
      createdBy: by,
      updatedAt: now,
    };
    const { committed } = await table.commit([
      roundRepository(table).save(round),
      ...teamDecisionRows(`round#${round.id}`, now, chance.id(), { by }, 'round-gathering', {
        seedHash: round.seedHash,
      }),
    ]);
    if (!committed) return refused('busy');
    await publicHash
      .publish()
      .catch((error: unknown) => log.surprise('round-hash-waits', error, { roundId: round.id }));
    return accepted({ ...round, version: 1 });
  };
