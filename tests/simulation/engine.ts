import { nextTick } from 'node:process';
import type { Instant } from '../../shared/kernel/time.ts';
import type { Dice } from './dice.ts';
import { eventQueue } from './event-queue.ts';
import { instants } from './instants.ts';

/** An error that simulates a fault: throttling, an outage or a lost reply. */
export class Fault extends Error {
  constructor(message: string) {
    // Creates the error without a stack trace, because collecting one is slow.
    const { stackTraceLimit } = Error;
    Error.stackTraceLimit = 0;
    super(message);
    Error.stackTraceLimit = stackTraceLimit;
  }
}

/** The probability of each fault in a call of a port. */
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
  /** Name of the function, for instance "answer-offer". */
  readonly what: string;
  readonly dice: Dice;
  readonly startedAt: number;
  calls: number;
  /** Number of faults in this run, including those that the function cannot notice. */
  faults: number;
  /** Number of commits of this run that took effect. */
  commits: number;
  /** Whether the run has read a list that lagged behind the table. */
  lagged: boolean;
  /** Whether the function is of an older version, which does not know the latest rules. */
  readonly isOlder?: boolean;
  /** Whether the run has crashed. The pending calls of a crashed run never settle. */
  dead: boolean;
  /** To be called when the run crashes. */
  died: () => void;
}

export interface Engine {
  /** The virtual time, in milliseconds since 1970. */
  readonly now: number;
  instant(): Instant;
  at(time: number, run: () => void): void;
  /**
   * Schedules an actor's call of a port, possibly with a fault before or after it.
   * @param conflict the result to return when a write conflict is simulated
   */
  call<Value>(actor: Actor, perform: () => Promise<Value>, conflict?: Value): Promise<Value>;
  /** Runs events in the order of their time until none is left or `until` returns true. */
  run(until: () => boolean): Promise<void>;
  /** Moves the virtual time forward while no function runs. */
  pass(milliseconds: number): void;
  setRates(rates: FaultRates): void;
  readonly stats: { calls: number; faults: number; crashes: number };
}

/** Timeout of functions that answer people, in virtual milliseconds. */
const TIME_OUT_MS = 29_000;

/** Waits until all pending promise callbacks have run. Makes no system call, because it is called very often. */
const everybodyWaits = (): Promise<void> =>
  new Promise((done) => {
    nextTick(done);
  });

/**
 * A discrete-event engine with virtual time. Every call of a port is an event. The engine knows nothing about what is
 * simulated.
 */
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
