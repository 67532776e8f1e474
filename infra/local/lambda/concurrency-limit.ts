/**
 * Limits how many tasks run at once; further tasks wait. Without a limit, functions that all start together
 * on a machine with few cores would exceed their start timeout.
 * @param atOnce maximum number of concurrent tasks
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
