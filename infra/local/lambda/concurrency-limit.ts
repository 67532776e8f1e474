/**
 * Work that waits its turn: at most so many at once. Functions that all start at the same moment on a machine of few
 * cores would each miss the time they have to start in.
 * @param atOnce pieces of work at most
 */
export const concurrencyLimit = (atOnce: number) => {
  const waiting: (() => void)[] = [];
  let running = 0;
  return async <T>(work: () => Promise<T>): Promise<T> => {
    while (running >= atOnce) await new Promise<void>((freed) => waiting.push(freed));
    running += 1;
    try {
      return await work();
    } finally {
      running -= 1;
      waiting.shift()?.();
    }
  };
};
