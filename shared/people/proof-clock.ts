import { addWorkingDays, type Day, type Instant, londonDay } from '../kernel/time.ts';
import type { Vouch } from './vouch.ts';

/** Working days after which somebody who was asked for their word is reminded. */
export const REMINDED_AFTER = 2;
/** Working days after which the programme team is told that nobody has given their word. */
export const TEAM_TOLD_AFTER = 4;

/** The days of a DPP who was checked and waits for a proof. */
export interface ProofClock {
  /** The questions without an answer about which somebody is reminded on this day, or was before. */
  readonly remindAbout: readonly Vouch[];
  /** Time since which the wait counts: the check, or the last question if that was later. */
  readonly since: Instant;
  /** Day on which the team is told. */
  readonly tellTeamOn: Day;
}

/** Computes when a DPP who waits for a proof needs somebody's attention. */
export const proofClock = (checkedAt: Instant, asked: readonly Vouch[], today: Day): ProofClock => {
  const since = asked.reduce((latest, { askedAt }) => (askedAt > latest ? askedAt : latest), checkedAt);
  return {
    remindAbout: asked.filter(
      ({ answer, askedAt }) =>
        answer === undefined && addWorkingDays(londonDay(askedAt), REMINDED_AFTER) <= today,
    ),
    since,
    tellTeamOn: addWorkingDays(londonDay(since), TEAM_TOLD_AFTER),
  };
};
