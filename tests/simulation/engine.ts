import { nextTick } from 'node:process';
import type { Instant } from '../../shared/kernel/time.ts';
import type { Dice } from './dice.ts';
import { eventQueue } from './event-queue.ts';
import { instants } from './instants.ts';

/** A fault that the simulation made: throttling, an outage, an answer that was lost. */
export class Fault extends Error {
  constructor(message: string) {
    // Nobody asks where it was made, and there are many.
    const { stackTraceLimit } = Error;
    Error.stackTraceLimit = 0;
    super(message);
    Error.stackTraceLimit = stackTraceLimit;
  }
}

/** How often each fault falls on a port call, as a share of 1. */
export interface FaultRates {
  readonly crash: number;
  readonly throttle: number;
  readonly conflict: number;
  readonly lostAnswer: number;
  readonly slow: number;
}

export const noFaults: FaultRates = { crash: 0, throttle: 0, conflict: 0, lostAnswer: 0, slow: 0 };

/** One run of one function for somebody: what it did and what befell it. */
export interface Actor {
  readonly number: number;
  /** What it runs: "answer-offer". */
  readonly what: string;
  readonly dice: Dice;
  readonly startedAt: number;
  calls: number;
  /** Faults that it met, those that nobody told it of included. */
  faults: number;
  /** Commits that took effect. */
  commits: number;
  /** It read a list that was behind the table. */
  lagged: boolean;
  /** It is gone: nothing that it still waits for ever comes back. */
  dead: boolean;
  /** Tells that it died, once. */
  died: () => void;
}

export interface Engine {
  /** Virtual epoch milliseconds. */
  readonly now: number;
  instant(): Instant;
  at(time: number, run: () => void): void;
  /** A port call of an actor: waits its turn, may meet a fault before or after. @param conflict what a lost race answers */
  call<Value>(actor: Actor, perform: () => Promise<Value>, conflict?: Value): Promise<Value>;
  /** Runs what is due until nothing is left, or until told. */
  run(until: () => boolean): Promise<void>;
  /** Lets time pass while nothing runs. */
  pass(milliseconds: number): void;
  setRates(rates: FaultRates): void;
  readonly stats: { calls: number; faults: number; crashes: number };
}

/** Functions that answer people end after so long, whatever they wait for. */
const TIME_OUT_MS = 29_000;

/** Node takes its next tick when nothing goes on any more that a promise held up, and asks no system for it. */
const everybodyWaits = (): Promise<void> =>
  new Promise((done) => {
    nextTick(done);
  });

/** Virtual time, and every port call as an event in it. Nothing here knows what is simulated. */
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
