import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { documentsOf } from '../../functions/store/dynamo/dynamo-client.ts';
import { dynamoTable } from '../../functions/store/dynamo/dynamo-table.ts';
import type { HttpHandler } from '../../functions/web/http/http-message.ts';
import { pause, resume } from '../../shared/people/practitioner-moves.ts';
import { epochOf, instantOf } from '../../shared/kernel/time.ts';
import { ofJson } from '../simulation/acting.ts';
import { services } from '../simulation/services.ts';
import { memoryQueues } from '../support/memory-queues.ts';
import { NOW } from '../support/builders.ts';
import { fakeMailer } from '../support/fake-mailer.ts';
import { registerAnswers, requestAnswers } from '../support/journey/answers.ts';
import { localTable } from '../support/local-table.ts';
import type { OldServices, OldVersion } from './old-version.ts';

const DAY_MS = 86_400_000;

/**
 * Prepares a journey of a DPP and a learner through the service, on one table of DynamoDB Local. Version 0.1.0 and this
 * version take turns to do the steps. Each version uses its own adapter and repositories.
 * @param first 0 if version 0.1.0 does the first step, 1 if this version does
 */
export const twoVersions = async (
  client: DynamoDBClient,
  old: OldVersion,
  tableName: string,
  first: 0 | 1,
) => {
  await localTable(client, tableName);
  const mailer = fakeMailer();
  let now = epochOf(NOW);
  let ids = 0;
  const ports = {
    clock: { now: () => instantOf((now += 1_000)) },
    chance: { id: () => `id${String((ids += 1))}`, token: () => String((ids += 1)).padStart(43, 'T') },
    mailer,
  };
  const versions = [
    old.services({ ...ports, table: old.dynamoTable(old.documentsOf(client), tableName) }),
    services({
      ...ports,
      table: dynamoTable(documentsOf(client), tableName),
      queues: memoryQueues([]),
    }),
  ] as const;
  let turn = first;
  /** Returns the services of the version whose turn it is. */
  const next = (): OldServices => {
    const version = versions[turn];
    turn = turn === 0 ? 1 : 0;
    return version;
  };
  /** Sends the waiting e-mails with the version whose turn it is. */
  const send = async (): Promise<void> => {
    await next().sweep()();
  };
  /** Returns the token in the newest link of one kind. */
  const tokenOf = (path: string, to: string): string => {
    const found = mailer.handedOver
      .filter((mail) => mail.to === to)
      .flatMap(({ text }) => [...text.matchAll(new RegExp(`/${path}/([\\w-]{43})`, 'gu'))])
      .at(-1)?.[1];
    if (found === undefined) throw new Error(`no link to ${path} was sent to ${to}`);
    return found;
  };
  const press = async (handler: HttpHandler, token: string, json: unknown): Promise<string> => {
    const { status, body } = await handler(ofJson(token, 'POST', json));
    return `${String(status)} ${body}`;
  };
  return {
    old: versions[0],
    now: versions[1],
    next,
    send,
    tokenOf,
    press,
    instant: () => ports.clock.now(),
    pass: (days: number) => {
      now += days * DAY_MS;
    },
  };
};

type Versions = Awaited<ReturnType<typeof twoVersions>>;

const DPP = 'amara@dpp.example';
const LEARNER = 'lee@learner.example';

/** Registers, checks and lists a DPP; sends and confirms a learner's request. */
export const registerAndAsk = async (its: Versions): Promise<readonly string[]> => {
  const { next, send, press, tokenOf } = its;
  const seen: string[] = [];
  seen.push(
    JSON.stringify(await next().register()({ id: 'dpp1', answers: registerAnswers(), network: 'n' })),
  );
  await send();
  seen.push(await press(next().confirm().take, tokenOf('confirm', DPP), { decision: 'yes' }));
  const checked = await next().recordCheck()('dpp1', 'Tess Team', 'annotated');
  seen.push(checked.ok ? checked.value.state : checked.refusal);
  const paused = await next().changeListing()('dpp1', { action: 'listing-paused', move: pause });
  seen.push(paused.ok ? paused.value.state : paused.refusal);
  const resumed = await next().changeListing()('dpp1', { action: 'listing-resumed', move: resume });
  seen.push(resumed.ok ? resumed.value.state : resumed.refusal);
  seen.push(JSON.stringify(await next().request()({ id: 'req1', answers: requestAnswers(), network: 'n' })));
  await send();
  seen.push(await press(next().confirm().take, tokenOf('confirm', LEARNER), { decision: 'yes' }));
  return seen;
};

/**
 * Offers the seat to the DPP, who declines, undoes that, accepts, undoes that and accepts again. Then the match ends,
 * and the DPP and the learner give feedback.
 */
export const matchAndLookBack = async (its: Versions): Promise<readonly string[]> => {
  const { next, send, press, tokenOf } = its;
  const seen: string[] = [];
  seen.push(JSON.stringify(await next().matchSeats()(['req1'])));
  await send();
  const offer = tokenOf('offers', DPP);
  for (const answer of [
    { decision: 'decline', reason: 'no-time' },
    { decision: 'undo' },
    { decision: 'accept', backUpName: 'Bea Example', backUpEmail: 'bea@dpp.example' },
    { decision: 'undo' },
    { decision: 'accept' },
  ])
    seen.push(await press(next().answerOffer().answer, offer, answer));
  await send();
  await next().digests()();
  await next().daily()();
  await send();
  const [match] = await next().nouns.matches.inState('agreed');
  const ended = await next().endMatch()(
    match?.id ?? '',
    { outcome: 'completed' },
    'requester',
    its.instant(),
  );
  seen.push(ended.ok ? ended.value.state : ended.refusal);
  its.pass(2);
  await next().daily()();
  await send();
  for (const address of [DPP, LEARNER])
    seen.push(
      await press(next().feedback().answer, tokenOf('feedback', address), { rating: 4, wouldAgain: true }),
    );
  return seen;
};
