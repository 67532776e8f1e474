import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import * as z from 'zod';
import { capabilities } from '../../../infra/capabilities.ts';

/** The console of the service that runs on this machine. */
const console8082 = (): string =>
  process.env['CONSOLE_URL'] ?? `http://localhost:${process.env['CONSOLE_PORT'] ?? '8082'}`;

const invoke = async (name: string, stage: string | undefined): Promise<void> => {
  const client = new LambdaClient({
    region: 'eu-west-2',
    ...(stage === undefined
      ? { endpoint: console8082(), credentials: { accessKeyId: 'here', secretAccessKey: 'here' } }
      : {}),
  });
  const answer = await client.send(
    new InvokeCommand({ FunctionName: `dpp-match-${stage ?? 'demo'}-${name}`, Payload: Buffer.from('{}') }),
  );
  client.destroy();
  if (answer.FunctionError !== undefined)
    throw new Error(`${name} failed again: its log says why. The letters stay.`);
};

const redrivenHere = async (name: string): Promise<number> => {
  const answer = await fetch(new URL('/queues/redrive', console8082()), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ name }),
  });
  if (!answer.ok) throw new Error(`the local runner says ${answer.status}`);
  return z.object({ letters: z.number() }).parse(await answer.json()).letters;
};

/** Who reads in the table what a stream's letter was about. */
const sweeperOf = (name: string): string =>
  name === 'notifications-send-emails' ? 'notifications-sweep-outbox' : name;

/**
 * Does again what ended in the dead letters of a function: starts it, or its sweeper, which finds in the table what is
 * still to be done; letters of mail events go back to their queue.
 * @param name `room-verb` @param stage a deployed stage; undefined: the service on this machine
 * @returns what was done, in words
 */
export const redrive = async (name: string, stage?: string): Promise<string> => {
  const capability = capabilities.find(({ room, verb }) => `${room}-${verb}` === name);
  const { timing, rows, readsMailEvents } = capability ?? {};
  if (timing === undefined && rows === undefined && readsMailEvents === undefined)
    throw new Error(`${name} has no dead letters`);

  if (readsMailEvents !== true) await invoke(sweeperOf(name), stage);
  if (stage === undefined) {
    const letters = await redrivenHere(name);
    return readsMailEvents === true
      ? `${letters} letters went back to their queue.`
      : `${sweeperOf(name)} ran; ${letters} letters are done with.`;
  }
  return readsMailEvents === true
    ? `In the SQS console, open the queue whose name holds "${name.replaceAll('-', '')}" and "DeadLetters", and press "Start DLQ redrive".`
    : `${sweeperOf(name)} ran. Its letters may be deleted: purge the queue in the SQS console.`;
};
