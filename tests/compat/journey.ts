import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { systemTable } from '../../functions/store/table/system-table.ts';
import type { Change } from '../../functions/store/table/table.ts';
import { migrateRows } from '../../infra/ops/migrate-rows.ts';
import { storedTable } from '../../infra/ops/stored-table.ts';
import type { HttpHandler } from '../../functions/web/http/http-message.ts';
import { pause, resume } from '../../shared/people/practitioner-moves.ts';
import { epochOf, instantOf } from '../../shared/kernel/time.ts';
import { ofJson } from '../simulation/acting.ts';
import { services } from '../simulation/services.ts';
import { memoryObjects } from '../support/memory-objects.ts';
import { memoryQueues } from '../support/memory-queues.ts';
import { NOW } from '../support/builders.ts';
import { fakeMailer } from '../support/fake-mailer.ts';
import { registerAnswers, requestAnswers } from '../support/journey/answers.ts';
import { localTable } from '../support/local-table.ts';
import type { OldServices, OldVersion } from './old-version.ts';

const DAY_MS = 86_400_000;
const SYSTEM = 'kent-and-medway';

/**
 * Prepares a journey of a DPP and a learner through the service, on one table of DynamoDB Local. Version 0.1.0 does the
 * steps until `upgrade` is called, which gives its rows their system, and this version does those that follow. Each
 * version uses its own adapter and repositories.
 */
export const twoVersions = async (client: DynamoDBClient, old: OldVersion, tableName: string) => {
  await localTable(client, tableName);
  const mailer = fakeMailer();
  let now = epochOf(NOW);
  let ids = 0;
  const ports = {
    clock: { now: () => instantOf((now += 1_000)) },
    chance: { id: () => `id${String((ids += 1))}`, token: () => String((ids += 1)).padStart(43, 'T') },
    mailer,
  };
  const stored = storedTable(client, tableName);
  const before = old.services({ ...ports, table: old.dynamoTable(old.documentsOf(client), tableName) });
  const after = services({
    ...ports,
    table: systemTable(stored.table, SYSTEM),
    queues: memoryQueues([]),
    objects: memoryObjects(),
  });
  let current: OldServices = before;
  /** Returns the services of the version that runs now. */
  const next = (): OldServices => current;
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
    old: before,
    now: after,
    /** Moves all rows to keys with the system. The first attempt dies after three rows. */
    upgrade: async () => {
      let commits = 0;
      const dying = {
        ...stored.table,
        commit: (changes: readonly Change[]) => {
          commits += 1;
          return commits > 3 ? Promise.reject(new Error('stopped')) : stored.table.commit(changes);
        },
      };
      await migrateRows({ ...stored, table: dying }, { systemId: SYSTEM }).catch(() => undefined);
      const migrated = await migrateRows(stored, { systemId: SYSTEM });
      current = after;
      return migrated;
    },
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
  const checked = await next().recordCheck()('dpp1', 'Tess Team', 'annotated', 'known to the team');
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

/** Offers the seat to the DPP. */
export const offer = async ({ next, send }: Versions): Promise<readonly string[]> => {
  const made = JSON.stringify(await next().matchSeats()(['req1']));
  await send();
  return [made];
};

/** The DPP declines, undoes that, accepts, undoes that and accepts again. */
export const answer = async ({ next, send, press, tokenOf }: Versions): Promise<readonly string[]> => {
  const seen: string[] = [];
  const link = tokenOf('offers', DPP);
  for (const decision of [
    { decision: 'decline', reason: 'no-time' },
    { decision: 'undo' },
    { decision: 'accept', backUpName: 'Bea Example', backUpEmail: 'bea@dpp.example' },
    { decision: 'undo' },
    { decision: 'accept' },
  ])
    seen.push(await press(next().answerOffer().answer, link, decision));
  await send();
  return seen;
};

/** The match ends, and the DPP and the learner give feedback. */
export const lookBack = async (its: Versions): Promise<readonly string[]> => {
  const { next, send, press, tokenOf } = its;
  const seen: string[] = [];
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
