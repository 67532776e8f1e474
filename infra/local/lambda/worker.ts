import { pathToFileURL } from 'node:url';
import { parentPort, workerData } from 'node:worker_threads';
import * as z from 'zod';
import { invocation, type Outcome, workerStart } from './worker-messages.ts';

/**
 * Runs a function's bundle, the same code as in Lambda. The only difference that the code can see is a clock
 * which can be moved forward.
 */
const { file, offset, functionName, functionArn, memoryMegabytes } = workerStart.parse(workerData);

const ahead = new Float64Array(offset);
const realNow = Date.now.bind(Date);
const now = (): number => Math.round(realNow() + (ahead[0] ?? 0));
const fixed = Date;
globalThis.Date = new Proxy(fixed, {
  construct: (target, args: unknown[], newTarget) =>
    z.date().parse(Reflect.construct(target, args.length === 0 ? [now()] : args, newTarget)),
  apply: () => new fixed(now()).toString(),
  get: (target, key, receiver): unknown => (key === 'now' ? now : Reflect.get(target, key, receiver)),
});

type Handler = (event: unknown, context: unknown) => unknown;
const bundle = z.object({
  handler: z.custom<Handler>((value) => typeof value === 'function', 'the bundle exports no handler'),
});

const { handler } = bundle.parse(await import(pathToFileURL(file).href));

const run = async (message: unknown): Promise<Outcome> => {
  const { event, requestId, deadline } = invocation.parse(message);
  const context = {
    awsRequestId: requestId,
    functionName,
    functionVersion: '$LATEST',
    invokedFunctionArn: functionArn,
    memoryLimitInMB: String(memoryMegabytes),
    logGroupName: functionName,
    logStreamName: requestId,
    callbackWaitsForEmptyEventLoop: true,
    getRemainingTimeInMillis: () => Math.max(0, deadline - realNow()),
  };
  try {
    // Converts the answer to JSON and back, so that values which JSON cannot hold are lost here as in Lambda.
    const answer: unknown = await handler(event, context);
    return { ok: true, answer: answer === undefined ? null : JSON.parse(JSON.stringify(answer)) };
  } catch (error) {
    const { name, message: text, stack } = error instanceof Error ? error : new Error(String(error));
    console.error(JSON.stringify({ level: 'ERROR', errorType: name, stackTrace: stack?.split('\n') }));
    return { ok: false, errorType: name, errorMessage: text };
  }
};

parentPort?.on('message', (message: unknown) => {
  void run(message).then((outcome) => {
    parentPort?.postMessage(outcome);
  });
});
parentPort?.postMessage('ready');
