import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { setTimeout } from 'node:timers/promises';
import { SQSClient } from '@aws-sdk/client-sqs';
import * as z from 'zod';
import { capabilities } from '../definition/capabilities/capabilities.ts';
import { runsInBackground } from '../definition/capabilities/runs-in-background.ts';
import { deadLetterQueue, deadLetterQueueName } from './dead-letter-queue.ts';

const REGION = 'eu-west-2';

/** Returns the URL of the local service's console. */
const consoleUrl = (): string =>
  process.env['CONSOLE_URL'] ?? `http://localhost:${process.env['CONSOLE_PORT'] ?? '8082'}`;

const invoke = async (name: string, stage: string | undefined): Promise<void> => {
  const client = new LambdaClient({
    region: REGION,
    ...(stage === undefined
      ? { endpoint: consoleUrl(), credentials: { accessKeyId: 'here', secretAccessKey: 'here' } }
      : {}),
  });
  const answer = await client.send(
    new InvokeCommand({ FunctionName: `dpp-match-${stage ?? 'demo'}-${name}`, Payload: Buffer.from('{}') }),
  );
  client.destroy();
  if (answer.FunctionError !== undefined)
    throw new Error(`${name} failed again. Its log says why. The dead letters were kept.`);
};

const redriveLocal = async (name: string): Promise<number> => {
  const answer = await fetch(new URL('/queues/redrive', consoleUrl()), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ name }),
  });
  if (!answer.ok) throw new Error(`the local runner answered with status ${answer.status}`);
  return z.object({ letters: z.number() }).parse(await answer.json()).letters;
};

/** Functions that do, from the table, what the dead letters of other functions ask for. */
const sweepers: Readonly<Record<string, readonly string[]>> = {
  'notifications-send-emails': ['notifications-sweep-outbox'],
  'notifications-run-job': ['notifications-daily-reminders', 'notifications-weekly-digests'],
  'changes-dispatch': ['matching-match-seats', 'notifications-sweep-outbox'],
};

/** Returns the functions to run when `name` has dead letters: its sweepers, or else the function itself. */
const sweepersOf = (name: string): readonly string[] => sweepers[name] ?? [name];

/** Redrives a queue of a deployed stage, with the caller's own AWS credentials. */
const redriveDeployed = async (
  name: string,
  stage: string,
  goBack: boolean,
  { sqs, wait }: Aws,
): Promise<number> => {
  const queue = await deadLetterQueue(sqs, deadLetterQueueName(stage, name), wait);
  if (goBack) return queue.moveBack();
  const letters = await queue.count();
  if (letters > 0) await queue.purge();
  return letters;
};

/** Access to AWS, and a way to wait. Tests pass fakes. */
export interface Aws {
  readonly sqs: SQSClient;
  readonly wait: (milliseconds: number) => Promise<unknown>;
}

const aws = (): Aws => ({ sqs: new SQSClient({ region: REGION }), wait: setTimeout });

/**
 * Reprocesses the dead letters of a function. Idempotent.
 *
 * - Normally runs the function again, or its sweeper (which finds outstanding work in the table), and then
 *   deletes the dead letters.
 * - Dead letters with e-mail events are moved back to their queue instead.
 *
 * @param name the function, as `room-verb`
 * @param stage deployed stage; undefined for the local service
 * @returns what was done, in words
 * @throws if the function fails again, before any dead letter is deleted
 */
export const redrive = async (name: string, stage?: string, through: () => Aws = aws): Promise<string> => {
  const capability = capabilities.find(({ room, verb }) => `${room}-${verb}` === name);
  if (capability === undefined || !runsInBackground(capability))
    throw new Error(`${name} has no dead letters`);
  const { readsMailEvents } = capability;

  if (readsMailEvents !== true) for (const sweeper of sweepersOf(name)) await invoke(sweeper, stage);
  const letters =
    stage === undefined
      ? await redriveLocal(name)
      : await redriveDeployed(name, stage, readsMailEvents === true, through());
  return readsMailEvents === true
    ? `Dead letters returned to their queue: ${letters}.`
    : `${sweepersOf(name).join(', ')} ran. Dead letters deleted: ${letters}.`;
};
