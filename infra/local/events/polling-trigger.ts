/** A background process that invokes functions. */
export interface Trigger {
  readonly start: () => void;
  /** Processes all pending events. */
  readonly drain: () => Promise<void>;
  /** Number of times that it has found work and processed it. */
  readonly worked: () => number;
  readonly stop: () => Promise<void>;
}

export interface PollingTrigger extends Trigger {
  /** Polls soon instead of at the end of the rest interval. */
  readonly wake: () => void;
}

/** Milliseconds between `wake` and the run, so that many writes in a row cause one run. */
const SOON_MS = 20;

/**
 * Runs `step` again and again, one run at a time. The next run starts at once if the last one found work, soon if
 * `wake` is called, otherwise after `rest`.
 * @param step returns true if it found work
 * @param rest milliseconds to wait after a run that found no work
 */
export const pollingTrigger = (step: () => Promise<boolean>, rest: number): PollingTrigger => {
  let running = false;
  let wakes = 0;
  let stopped = false;
  let soon = false;
  let worked = 0;
  let timer: NodeJS.Timeout | undefined;
  let current: Promise<unknown> = Promise.resolve();

  const counted = async (): Promise<boolean> => {
    const found = await step();
    if (found) worked += 1;
    return found;
  };
  const once = async (): Promise<boolean> => {
    const turn = current.then(counted);
    current = turn.catch(() => undefined);
    return turn;
  };
  const schedule = (delay: number) => {
    clearTimeout(timer);
    if (!stopped) timer = setTimeout(() => void loop(), delay);
  };
  const loop = async (): Promise<void> => {
    if (running || stopped) return;
    running = true;
    soon = false;
    const before = wakes;
    const found = await once().catch((error: unknown) => {
      if (!stopped) process.stderr.write(`local runner: ${String(error)}\n`);
      return false;
    });
    running = false;
    schedule(found ? 0 : wakes > before ? SOON_MS : rest);
  };
  return {
    start: () => schedule(0),
    wake: () => {
      wakes += 1;
      if (!running && !soon) {
        soon = true;
        schedule(SOON_MS);
      }
    },
    drain: async () => {
      while (await once());
    },
    worked: () => worked,
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      await current;
    },
  };
};
