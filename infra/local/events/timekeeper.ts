import type { MovableClock } from '../lambda/movable-clock.ts';
import type { LocalSchedule } from './schedules.ts';

interface Setup {
  readonly clock: MovableClock;
  readonly schedules: readonly LocalSchedule[];
  /** Resolves when streams and queues are empty. */
  readonly settle: () => Promise<void>;
}

/** Runs schedules when they are due, in real time or when the clock is moved forward. */
export interface Timekeeper {
  /** Starts running schedules when they are due in real time. */
  start(): void;
  stop(): Promise<void>;
  /**
   * Moves the clock forward to `time` (milliseconds since 1970), stopping whenever a daily or weekly schedule
   * fires. Schedules with an interval of minutes run once at the end, and at stops six hours or more after their last run.
   * @returns the runs in order, for instance `2026-11-23T07:30:00.000Z notifications-weekly-digests`
   */
  advanceTo(time: number): Promise<readonly string[]>;
  /**
   * Returns the time at which each schedule fires next, in milliseconds since 1970. The keys are the schedules'
   * names.
   */
  upcoming(): ReadonlyMap<string, number>;
}

const isFrequent = ({ expression }: LocalSchedule): boolean => expression.startsWith('rate(');
const POLL_INTERVAL_MS = 1_000;
const SIX_HOURS_MS = 6 * 3_600_000;

export const timekeeper = ({ clock, schedules, settle }: Setup): Timekeeper => {
  const due = new Map(schedules.map((one) => [one.name, one.next(clock.now())]));
  let busy: Promise<unknown> = Promise.resolve();
  let timer: NodeJS.Timeout | undefined;

  const exclusively = <T>(work: () => Promise<T>): Promise<T> => {
    const turn = busy.then(work);
    busy = turn.catch(() => undefined);
    return turn;
  };

  const runThose = async (
    isMeant: (one: LocalSchedule, isDue: boolean) => boolean,
  ): Promise<readonly string[]> => {
    const ran: string[] = [];
    for (const one of schedules) {
      const now = clock.now();
      const at = due.get(one.name) ?? Infinity;
      if (!isMeant(one, at <= now)) continue;
      due.set(one.name, one.next(now));
      const time = Math.min(at, now);
      await one.run(time);
      ran.push(`${new Date(time).toISOString()} ${one.name}`);
    }
    return ran;
  };

  return {
    start: () => {
      timer = setInterval(() => {
        if ([...due.values()].some((at) => at <= clock.now()))
          void exclusively(() => runThose((_, isDue) => isDue));
      }, POLL_INTERVAL_MS);
    },
    stop: async () => {
      clearInterval(timer);
      await busy;
    },
    upcoming: () => new Map(due),
    advanceTo: (time) =>
      exclusively(async () => {
        const ran: string[] = [];
        let lastFrequent = -Infinity;
        while (clock.now() < time) {
          const rare = schedules
            .filter((one) => !isFrequent(one))
            .map((one) => due.get(one.name) ?? Infinity);
          clock.moveTo(Math.min(time, ...rare));
          const now = clock.now();
          const runsFrequent = now >= time || now - lastFrequent >= SIX_HOURS_MS;
          if (runsFrequent) lastFrequent = now;
          ran.push(...(await runThose((one, isDue) => (isFrequent(one) ? runsFrequent : isDue))));
          await settle();
        }
        return ran;
      }),
  };
};
