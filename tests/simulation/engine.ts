import { nextTick } from 'node:process';
import type { Instant } from '../../shared/kernel/time.ts';
import type { Dice } from './dice.ts';
import { eventQueue } from './event-queue.ts';
import { instants } from './instants.ts';

/** A simulated fault: throttling, an outage or a lost reply. */
export class Fault extends Error {
  constructor(message: string) {
    // Stack traces are omitted for speed.
    const { stackTraceLimit } = Error;
    Error.stackTraceLimit = 0;
    super(message);
    Error.stackTraceLimit = stackTraceLimit;
  }
}

/** Probability of each fault at a port call. */
export interface FaultRates {
  readonly crash: number;
  readonly throttle: number;
  readonly conflict: number;
  readonly lostAnswer: number;
  readonly slow: number;
}

export const noFaults: FaultRates = { crash: 0, throttle: 0, conflict: 0, lostAnswer: 0, slow: 0 };

/** One run of one function, with its commits and faults. */
export interface Actor {
  readonly number: number;
  /** Name of the function: "answer-offer". */
  readonly what: string;
  readonly dice: Dice;
  readonly startedAt: number;
  calls: number;
  /** Faults it met, including those invisible to it. */
  faults: number;
  /** Commits that took effect. */
  commits: number;
  /** It read a list that lagged behind the table. */
  lagged: boolean;
  /** It has crashed: its pending calls never settle. */
  dead: boolean;
  /** Resolves when it crashes. */
  died: () => void;
}

export interface Engine {
  /** Virtual epoch milliseconds. */
  readonly now: number;
  instant(): Instant;
  at(time: number, run: () => void): void;
  /**
   * Schedules a port call of an actor, with possible faults before and after.
   * @param conflict the result of a lost race
   */
  call<Value>(actor: Actor, perform: () => Promise<Value>, conflict?: Value): Promise<Value>;
  /** Runs due events until none is left, or until a time. */
  run(until: () => boolean): Promise<void>;
  /** Advances virtual time while nothing runs. */
  pass(milliseconds: number): void;
  setRates(rates: FaultRates): void;
  readonly stats: { calls: number; faults: number; crashes: number };
}

/** Timeout of functions that answer people, in virtual milliseconds. */
const TIME_OUT_MS = 29_000;

/** Waits until all promise callbacks have run, without a system call. */
const everybodyWaits = (): Promise<void> =>
  new Promise((done) => {
    nextTick(done);
  });

/** Virtual time with every port call as an event; independent of what is simulated. */
export const engine = (start: number): Engine => {
  const queue = eventQueue();
  const stats = { calls: 0, faults: 0, crashes: 0 };
  let now = start;
  const instantAt = instants();
  let rates = noFaults;

  const fault = (actor: Actor): void => {
    actor.faults += 1;
    stats.faults += 1;
  };
  const kill = (actor: Actor): void => {
    fault(actor);
    stats.crashes += 1;
    actor.dead = true;
    actor.died();
  };
  const wait = (actor: Actor): number =>
    actor.dice.happens(rates.slow) ? 200 + actor.dice.below(8_000) : 1 + actor.dice.below(20);

  const call = <Value>(actor: Actor, perform: () => Promise<Value>, conflict?: Value): Promise<Value> =>
    new Promise((resolve, reject) => {
      actor.calls += 1;
      stats.calls += 1;
      const perhaps = (p: number): boolean => p > 0 && actor.dice.happens(p);

      const answered = (value: Value): void => {
        if (perhaps(rates.crash)) kill(actor);
        else if (perhaps(rates.lostAnswer)) {
          fault(actor);
          reject(new Fault('the answer was lost'));
        } else if (perhaps(0.2)) {
          queue.add(now + wait(actor), () => {
            if (!actor.dead) resolve(value);
          });
        } else resolve(value);
      };
      queue.add(now + wait(actor), () => {
        if (actor.dead) return;
        if (now - actor.startedAt > TIME_OUT_MS || perhaps(rates.crash)) kill(actor);
        else if (perhaps(rates.throttle)) {
          fault(actor);
          reject(new Fault('throttled'));
        } else if (conflict !== undefined && perhaps(rates.conflict)) {
          fault(actor);
          resolve(conflict);
        } else perform().then(answered, reject);
      });
    });

  return {
    get now() {
      return now;
    },
    instant: () => instantAt(now),
    at: (due, run) => queue.add(due, run),
    call,
    run: async (until) => {
      while (!until()) {
        const due = queue.next();
        if (due === undefined) return;
        if (due.at > now) now = due.at;
        due.run();
        await everybodyWaits();
      }
    },
    pass: (milliseconds) => {
      now += milliseconds;
    },
    setRates: (next) => {
      rates = next;
    },
    stats,
  };
};
