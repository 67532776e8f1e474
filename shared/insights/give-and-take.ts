import type { Match } from '../domain/match.ts';

/** What one organisation gave to others and took from them. */
export interface GiveAndTake {
  readonly organisationId: string;
  readonly name: string;
  /** Learners of others whom it hosts or hosted, and their hours. */
  readonly hosted: number;
  readonly hostedHours: number;
  /** Its own learners whom others host or hosted, and their hours. */
  readonly placed: number;
  readonly placedHours: number;
  /** Its own learners with its own DPPs. */
  readonly own: number;
}

/** Matches that count: agreed and not undone or cut short. */
const counts = ({ state }: Match): boolean =>
  state === 'agreed' || state === 'started' || state === 'completed';

const learners = (matches: readonly Match[]): number =>
  new Set(matches.map(({ requestId }) => requestId)).size;
const hours = (matches: readonly Match[]): number => matches.reduce((sum, match) => sum + match.hours, 0);

/**
 * Give and take by organisation, who gave most on balance first. A learner with two supervisors in one organisation is
 * one learner.
 */
export const giveAndTake = (matches: readonly Match[]): readonly GiveAndTake[] => {
  const counted = matches.filter(counts);
  const names = new Map(counted.flatMap(({ home, host }) => [home, host]).map(({ id, name }) => [id, name]));
  return [...names]
    .map(([organisationId, name]) => {
      const host = counted.filter((match) => match.host.id === organisationId);
      const home = counted.filter((match) => match.home.id === organisationId);
      const given = host.filter((match) => match.home.id !== organisationId);
      const taken = home.filter((match) => match.host.id !== organisationId);
      return {
        organisationId,
        name,
        hosted: learners(given),
        hostedHours: hours(given),
        placed: learners(taken),
        placedHours: hours(taken),
        own: learners(home.filter((match) => match.host.id === organisationId)),
      };
    })
    .toSorted((a, b) => b.hosted - b.placed - (a.hosted - a.placed) || (a.name < b.name ? -1 : 1));
};
