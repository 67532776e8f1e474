import { Worker } from 'node:worker_threads';
import { concurrencyLimit } from './concurrency-limit.ts';
import { outcome, type Invocation, type Outcome, type WorkerStart } from './worker-messages.ts';

interface Setup {
  readonly start: WorkerStart;
  readonly environment: Readonly<Record<string, string>>;
  readonly timeoutSeconds: number;
  readonly log: (line: string) => void;
}

/** The running instances of one function. Each handles one event at a time, as in Lambda. */
export interface FunctionWorkers {
  run(event: unknown, requestId: string): Promise<Outcome>;
  idle(): boolean;
  close(): Promise<void>;
}

/**
 * Maximum number of instances of one function; further events wait. Lambda would start more instances, but a
 * developer's machine has few cores.
 */
const MAX_INSTANCES = 8;

/**
 * Starts at most two workers at a time, for all functions together. Starting one takes a processor core, and small
 * machines have two.
 */
const startLimit = concurrencyLimit(2);

const wait = <T>(
  worker: Worker,
  milliseconds: number,
  onTimeout: T,
  read: (message: unknown) => T,
): Promise<T> =>
  new Promise((done, failed) => {
    const timer = setTimeout(() => finish(() => done(onTimeout)), milliseconds);
    const finish = (then: () => void) => {
      clearTimeout(timer);
      worker.off('message', onMessage).off('error', onError).off('exit', onExit);
      then();
    };
    const onMessage = (message: unknown) => finish(() => done(read(message)));
    const onError = (error: Error) => finish(() => failed(error));
    const onExit = () => finish(() => failed(new Error('the function ended its process')));
    worker.on('message', onMessage).on('error', onError).on('exit', onExit);
  });

const TIMED_OUT: Outcome = { ok: false, errorType: 'Sandbox.Timedout', errorMessage: 'Task timed out' };

export const functionWorkers = ({ start, environment, timeoutSeconds, log }: Setup): FunctionWorkers => {
  const free: Worker[] = [];
  const all = new Set<Worker>();
  const waiting: (() => void)[] = [];
  let busy = 0;

  const launch = async (): Promise<Worker> => {
    const worker = new Worker(new URL('./worker.ts', import.meta.url), {
      workerData: start,
      env: { ...environment },
      stdout: true,
      stderr: true,
    });
    for (const stream of [worker.stdout, worker.stderr])
      stream.on('data', (text: Buffer) => text.toString().trimEnd().split('\n').forEach(log));
    all.add(worker);
    worker.once('exit', () => all.delete(worker));
    // Lambda allows 10 seconds for initialisation.
    const ready = await wait(worker, 10_000, false, () => true);
    if (!ready) throw new Error('the function did not start');
    return worker;
  };

  const discard = async (worker: Worker | undefined): Promise<void> => {
    if (worker !== undefined) await worker.terminate();
  };

  const run = async (event: unknown, requestId: string): Promise<Outcome> => {
    while (busy >= MAX_INSTANCES) await new Promise<void>((freed) => waiting.push(freed));
    busy += 1;
    let worker = free.pop();
    try {
      worker ??= await startLimit(() => Promise.resolve(free.pop() ?? launch()));
      const message: Invocation = { event, requestId, deadline: Date.now() + timeoutSeconds * 1000 };
      worker.postMessage(message);
      const result = await wait(worker, timeoutSeconds * 1000, TIMED_OUT, (said) => outcome.parse(said));
      if (result === TIMED_OUT) await discard(worker);
      else free.push(worker);
      return result;
    } catch (error) {
      await discard(worker);
      const text = error instanceof Error ? error.message : String(error);
      log(JSON.stringify({ level: 'ERROR', errorType: 'Runtime.ExitError', message: text }));
      return { ok: false, errorType: 'Runtime.ExitError', errorMessage: text };
    } finally {
      busy -= 1;
      waiting.shift()?.();
    }
  };

  return {
    run,
    idle: () => busy === 0,
    close: async () => {
      await Promise.all([...all].map((worker) => worker.terminate()));
    },
  };
};
