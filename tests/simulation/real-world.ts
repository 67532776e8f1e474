import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import { documentsOf } from '../../functions/store/dynamo/dynamo-client.ts';
import type { Row } from '../../functions/store/table/table.ts';
import { emailSchema, isWaiting } from '../../shared/notifications/email.ts';
import { matchSchema } from '../../shared/matches/match.ts';
import { offerSchema } from '../../shared/offers/offer.ts';
import { storedPractitionerSchema } from '../../shared/people/practitioner.ts';
import { storedRequestSchema } from '../../shared/requests/request.ts';
import { withUnknownKeys } from '../../shared/kernel/unknown-keys.ts';
import { epochOf, instantOf } from '../../shared/kernel/time.ts';
import { NOW } from '../support/builders.ts';
import { localTable } from '../support/local-table.ts';
import { indexedTable } from '../../functions/store/table/indexed-table.ts';
import { everythingAgrees } from './agreement.ts';
import { crashIn, tableOf } from './crashing-client.ts';
import { diceOf } from './dice.ts';
import type { Actor, Engine } from './engine.ts';
import { type PractitionerNoun, ledger } from './ledger.ts';
import { mailSystem } from './mail-system.ts';
import { bounces, isOfVictim } from './people.ts';
import { type Heard, replay } from './replay.ts';
import { memoryObjects } from '../support/memory-objects.ts';
import { simulatedQueues } from './queues.ts';
import { changeStream } from './change-stream.ts';
import { services } from './services.ts';
import { weightedActs } from './weighted-acts.ts';
import { chanceOf } from './chance-of.ts';
import type { Stage } from './world.ts';

export interface FaultsReport {
  readonly operations: number;
  readonly runs: number;
  readonly calls: number;
  readonly crashes: { readonly before: number; readonly after: number };
  readonly emails: number;
  readonly sweeps: number;
  readonly overAllocated: number;
  readonly lost: number;
  /** Number of e-mails sent twice. */
  readonly duplicates: number;
  /** Number of senders that crashed after their e-mail was accepted and before they recorded it as sent. */
  readonly diedBetween: number;
  readonly violations: readonly string[];
}

interface Asked {
  readonly seed: number;
  readonly operations: number;
  /** Maximum number of functions that run at the same time. */
  readonly atOnce?: number;
  readonly crashShare?: number;
}

const HOUR_MS = 3_600_000;
const soon = (milliseconds = 1): Promise<void> => new Promise((done) => setTimeout(done, milliseconds));

const loosePractitioner = withUnknownKeys(storedPractitionerSchema, 'kept');
const looseRequest = withUnknownKeys(storedRequestSchema, 'kept');

const nounsIn = (rows: readonly Row[]) => {
  const of = <Noun extends { readonly id: string }>(kind: string, parse: (noun: unknown) => Noun) =>
    new Map(
      rows.filter((row) => row['kind'] === kind).map((row) => [parse(row['noun']).id, parse(row['noun'])]),
    );
  return {
    practitioners: of('practitioner', (noun) => loosePractitioner.parse(noun) as PractitionerNoun),
    requests: of('request', (noun) => looseRequest.parse(noun)),
    offers: of('offer', (noun) => offerSchema.parse(noun)),
    matches: of('match', (noun) => matchSchema.parse(noun)),
    emails: of('email', (noun) => emailSchema.parse(noun)),
  };
};

/**
 * Runs the simulation's people and machines concurrently in real time on DynamoDB Local. Functions crash before and
 * after calls. At the end only the sweep runs. It must complete everything that the crashes interrupted.
 */
export const runOnRealEngine = async (
  client: DynamoDBClient,
  { seed, operations, atOnce = 16, crashShare = 0.01 }: Asked,
): Promise<FaultsReport> => {
  const tableName = `faults-${String(seed)}-${String(operations)}`;
  const table = await localTable(client, tableName);
  const history = ledger();
  const heard: Heard[] = [];
  const crashes = { before: 0, after: 0 };
  const violations: string[] = [];
  const tell = (what: string): void => void violations.push(what);
  const dice = diceOf(seed);
  let skipped = 0;
  let share = crashShare;
  let calls = 0;
  let runs = 0;
  let running = 0;
  let due: { readonly at: number; readonly run: () => void }[] = [];

  const began = performance.now();
  const now = (): number => Math.floor(epochOf(NOW) + skipped + performance.now() - began);
  const time: Pick<Engine, 'now' | 'instant' | 'at' | 'call'> = {
    get now() {
      return now();
    },
    instant: () => instantOf(now()),
    at: (at, run) => void due.push({ at, run }),
    call: async (_actor, perform) => {
      await soon();
      return perform();
    },
  };
  const mails = mailSystem(time, { bounces, ignores: isOfVictim });
  mails.setFaults({ throttle: 0.02, refuse: 0.002, lostAnswer: 0 });
  mails.watch((mail) => {
    if (!history.emails.has(mail.emailId)) tell(`${mail.emailId} was sent without a committed cause`);
    if (!mails.allInDoubt(mail.emailId)) tell(`${mail.emailId} was sent twice though its sender lived`);
  });
  crashIn(client, {
    share: () => share,
    onCall: () => (calls += 1),
    onCommitted: (actor, changes) => {
      heard.push({ changes, at: now(), by: actor.what });
      for (const { after } of history.commit(changes, now(), actor.what).emails)
        if (after.state === 'sent') mails.noted(after.id, actor.number);
        else if (after.state === 'leased') mails.goesOn(actor);
    },
    onCrash: (actor, when) => {
      crashes[when] += 1;
      actor.faults += 1;
      actor.dead = true;
      actor.died();
    },
  });

  const queues = simulatedQueues(time, true);
  const bucket = memoryObjects();
  const stage: Stage = {
    time,
    history,
    mails,
    queues,
    stream: changeStream(),
    hasLed: () => true,
    index: { hold: () => undefined, release: () => undefined, catchUp: () => undefined },
    dice: (...parts) => diceOf(seed, ...parts),
    start: (what, own, run) =>
      new Promise((done) => {
        running += 1;
        const ended = (): void => void (running -= 1);
        const actor: Actor = {
          ...{
            number: (runs += 1),
            what,
            dice: own,
            startedAt: now(),
            calls: 0,
            faults: 0,
            commits: 0,
            dead: false,
            lagged: false,
          },
          died: () => {
            ended();
            done(undefined);
          },
        };
        const its = services({
          table: indexedTable(tableOf(table, actor)),
          clock: { now: () => instantOf(now()) },
          chance: chanceOf(own),
          mailer: mails.mailerFor(actor),
          queues: queues.queuesFor(actor),
          objects: bucket,
        });
        run(its, actor).then(
          (outcome) => {
            ended();
            if (outcome?.claims?.() === false) tell(`${what} said "${outcome.says ?? ''}", which is not so`);
            done(outcome);
          },
          (error: unknown) => {
            ended();
            if (!(error instanceof Error && error.message === 'repeated write conflicts'))
              tell(`${what} threw ${error instanceof Error ? (error.stack ?? '') : String(error)}`);
            done(undefined);
          },
        );
      }),
  };

  const startDue = (): void => {
    const ready = due;
    due = [];
    for (const { run } of ready.toSorted((a, b) => a.at - b.at)) run();
  };
  const idle = async (most: number): Promise<void> => {
    startDue();
    while (running > most) await soon();
  };

  const nextAct = weightedActs({
    leads: true,
    hasFiles: true,
    hasFloods: true,
    isOfYears: false,
    isOfLeads: false,
  });
  for (let number = 0; number < operations; number += 1) {
    const own = diceOf(seed, 2, number);
    const roll = own.roll();
    if (roll > 0.93) {
      await idle(0);
      skipped += (1 + own.below(30)) * HOUR_MS * 0.3;
    } else await idle(atOnce - 1);
    nextAct(own)[2](stage, own);
    startDue();
  }
  await idle(0);

  // Stops the crashes, so that only the sweep runs from now on.
  share = 0;
  mails.setDown(false);
  mails.setFaults({ throttle: 0, refuse: 0, lostAnswer: 0 });
  let sweeps = 0;
  while (sweeps < 100 && [...history.emails.values()].some(isWaiting)) {
    skipped += sweeps < 3 ? 6 * 60_000 : HOUR_MS + 60_000;
    sweeps += 1;
    await stage.start('sweep-outbox', dice, async (its) => {
      await its.sweep()();
      return {};
    });
  }

  const rows: Row[] = [];
  for (
    let start: Record<string, unknown> | undefined, first = true;
    first || start !== undefined;
    first = false
  ) {
    const page = await documentsOf(client).send(
      new ScanCommand({
        TableName: tableName,
        ConsistentRead: true,
        ...(start && { ExclusiveStartKey: start }),
      }),
    );
    rows.push(...((page.Items ?? []) as Row[]));
    start = page.LastEvaluatedKey;
  }
  const stored = nounsIn(rows);
  replay(heard, tell);
  everythingAgrees(stored, tell);
  const lost = [...stored.emails.values()].filter(
    (email) =>
      isWaiting(email) ||
      (email.state === 'sent' && !mails.taken.has(email.id)) ||
      (email.state === 'failed' && !mails.taken.has(email.id) && !mails.refused.has(email.id)),
  );
  return {
    operations,
    runs,
    calls,
    crashes,
    emails: stored.emails.size,
    sweeps,
    overAllocated: violations.filter((what) => what.includes('learners at once')).length,
    lost: lost.length,
    duplicates: mails.duplicates,
    diedBetween: mails.unmarked,
    violations: [...violations, ...lost.map(({ id, state }) => `${id} is ${state} and was not sent`)],
  };
};
