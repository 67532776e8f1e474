/** Something that starts functions by itself. */
export interface Trigger {
  readonly start: () => void;
  /** Deals with everything that waits, then returns. True when there was something to do. */
  readonly drain: () => Promise<boolean>;
  readonly stop: () => Promise<void>;
}

export interface WakefulTrigger extends Trigger {
  /** Looks at once instead of after its rest. */
  readonly wake: () => void;
}

/**
 * Runs `step` again and again, one at a time: at once when there was something to do or when woken, else after `rest`
 * milliseconds.
 * @param step true when it found something to do
 */
export const repeating = (step: () => Promise<boolean>, rest: number): WakefulTrigger => {
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
