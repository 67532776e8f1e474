/** A background process that invokes functions. */
export interface Trigger {
  readonly start: () => void;
  /** Processes all pending events, then returns whether there were any. */
  readonly drain: () => Promise<boolean>;
  readonly stop: () => Promise<void>;
}

export interface PollingTrigger extends Trigger {
  /** Polls at once instead of at the end of the rest interval. */
  readonly wake: () => void;
}

/**
 * Runs `step` again and again, one run at a time. The next run starts at once if the last one found work or
 * `wake` is called, otherwise after `rest`.
 * @param step returns true if it found work
 * @param rest milliseconds to wait after a run that found no work
 */
export const pollingTrigger = (step: () => Promise<boolean>, rest: number): PollingTrigger => {
  let running = false;
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let current: Promise<unknown> = Promise.resolve();

  const once = async (): Promise<boolean> => {
    const turn = current.then(step);
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
    const found = await once().catch((error: unknown) => {
      if (!stopped) process.stderr.write(`local runner: ${String(error)}\n`);
      return false;
    });
    running = false;
    schedule(found ? 0 : rest);
  };
  return {
    start: () => schedule(0),
    wake: () => {
      if (!running) schedule(0);
    },
    drain: async () => {
      let any = false;
      while (await once()) any = true;
      return any;
    },
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      await current;
    },
  };
};
