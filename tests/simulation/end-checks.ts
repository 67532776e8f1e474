import { type Email, isWaiting } from '../../shared/notifications/email.ts';
import { addressHash } from '../../functions/platform/hash.ts';
import { keys } from '../../functions/store/table/keys.ts';
import { londonDay } from '../../shared/kernel/time.ts';
import { policy } from '../../shared/matching/policy.ts';
import { holdsBack } from '../../shared/rounds/round-moves.ts';
import { lastDeadline } from '../../shared/offers/offer-clock.ts';
import { rank } from '../../shared/matching/rank.ts';
import { claimsAgree } from './claim-checks.ts';
import { deliverMessages, queueOf } from './change-stream.ts';
import { filesAgree, nothingIsLeftBehind } from './file-checks.ts';
import { indexAgrees } from './index-checks.ts';
import { noMoreAskedThanFree } from './moves.ts';
import { isOffered, theLostAreKnown } from './reach-checks.ts';
import { readQueues } from './queues.ts';
import type { World } from './world.ts';
import { noContext } from '../support/no-context.ts';

const MINUTE_MS = 60_000;
const once = async (
  world: World,
  what: string,
  run: Parameters<World['start']>[2],
  failed: () => boolean,
): Promise<void> => {
  let ended = false;
  void world.start(what, world.dice(3, Math.floor(world.time.now / 1_000)), run).then(() => {
    ended = true;
  });
  await world.time.run(() => ended || failed());
};

/**
 * Checks that each e-mail keeps its most severe delivery event, in whatever order the events arrive, and that no e-mail
 * is sent to suppressed addresses.
 */
const mailEventsStand = ({ history, mails, table, tell }: World): void => {
  const rows = table.rows();
  const emails = new Map(
    rows
      .filter(({ kind }) => kind === 'email')
      .map((row) => [(row['noun'] as Email).id, row['noun'] as Email]),
  );
  const suppressed = new Set(rows.filter(({ kind }) => kind === 'suppression').map(({ pk }) => pk));
  const deliveryOf = (email: Email) => ('delivery' in email ? email.delivery : undefined);
  const stands = (id: string, wanted: (email: Email) => boolean, what: string): void => {
    const email = emails.get(id);
    if (email !== undefined && !wanted(email))
      tell(`${id} was ${what} and is ${email.state}, ${deliveryOf(email) ?? 'nothing known'}`);
  };
  for (const id of mails.rejected) stands(id, ({ state }) => state === 'failed', 'rejected');
  for (const id of mails.complained.keys())
    stands(id, (email) => email.state === 'failed' || deliveryOf(email) === 'complained', 'complained of');
  for (const id of mails.bounced.keys())
    stands(
      id,
      (email) => email.state === 'failed' || ['bounced', 'complained'].includes(deliveryOf(email) ?? ''),
      'returned',
    );
  for (const [id, address] of [...mails.bounced, ...mails.complained])
    if (![suppressed, history.lifted].some((set) => set.has(keys.suppression(addressHash(address)).pk)))
      tell(`${id} was returned or complained of and its address is written to`);
};

const until = async (world: World, work: Promise<void>, failed: () => boolean): Promise<void> => {
  let ended = false;
  void work.then(() => {
    ended = true;
  });
  await world.time.run(() => ended || failed());
};

/**
 * Lets the stream and the queues deliver what they still hold, and checks that the reader of each queue has dealt with
 * every change that it had to learn of. The sweeps would hide that a message was lost.
 */
const everyChangeArrived = async (world: World, failed: () => boolean): Promise<void> => {
  const { history, queues, stream, tell } = world;
  const dice = () => world.dice(4, Math.floor(world.time.now / 1_000));
  const rest = (): number =>
    history.stored.length - stream.taken + readQueues.reduce((sum, queue) => sum + queues.waiting(queue), 0);
  for (let round = 0; round < 2_000 && rest() > 0 && !failed(); round += 1) {
    world.time.pass(1_000);
    await until(world, stream.deliver(world, dice(), false), failed);
    for (const queue of readQueues) await until(world, deliverMessages(world, dice(), queue), failed);
  }
  if (failed()) return;
  if (rest() > 0) tell(`${String(rest())} changes and messages were never dealt with`);
  for (const [index, row] of history.stored.entries()) {
    const queue = queueOf(row);
    if (queue !== undefined && queues.has(queue) && !queues.hasHandled(queue, row.id, index + 1))
      tell(`the message about ${row.id} to the queue ${queue} was lost`);
  }
};

/** Runs the sweeps without simulated faults, then checks that no work is left undone. */
export const endChecks = async (world: World, failed: () => boolean): Promise<void> => {
  const { history, mails, time, tell } = world;
  await everyChangeArrived(world, failed);
  if (failed()) return;
  await filesAgree(history, world.bucket, tell);
  for (let round = 0; round < 80 && !failed(); round += 1) {
    if (![...history.emails.values()].some(isWaiting)) break;
    time.pass(round < 3 ? 6 * MINUTE_MS : 61 * MINUTE_MS);
    await once(
      world,
      'sweep-outbox',
      async (its) => {
        await its.sweep()();
        return {};
      },
      failed,
    );
  }
  for (const email of history.emails.values()) {
    if (isWaiting(email)) tell(`${email.id} is ${email.state} for ever`);
    const out = mails.taken.has(email.id);
    if (email.state === 'sent' && !out) tell(`${email.id} was lost: it is said to be sent`);
    if (email.state === 'failed' && !out && !mails.refused.has(email.id) && email.attempts < 75)
      tell(`${email.id} was given up`);
  }
  if (failed()) return;

  while (mails.events.length > 0 && !failed()) {
    const batch = mails.events.splice(0, 20);
    await once(
      world,
      'record-delivery',
      async (its) => {
        await its.recordDelivery()({ Records: batch });
        return {};
      },
      failed,
    );
  }
  if (failed()) return;
  mailEventsStand(world);
  theLostAreKnown(history, mails, tell);
  time.pass(MINUTE_MS);
  if (world.hasFiles)
    await once(
      world,
      'rebuild-files',
      async (its) => {
        await its.tick()();
        return {};
      },
      failed,
    );
  if (failed()) return;
  await nothingIsLeftBehind(history, world.bucket, tell);
  for (let round = 0; round < 2 && !failed(); round += 1) {
    for (const run of ['move-on', 'match-all'] as const) {
      await once(
        world,
        run,
        async (its) => {
          await (run === 'move-on' ? its.moveOn()() : its.matchSeats()());
          return {};
        },
        failed,
      );
      // The files learn whose place is free again before matching looks for it.
      await everyChangeArrived(world, failed);
    }
  }
  if (failed()) return;
  const people = [...history.practitioners.values()].filter((one) => one.state !== 'erased');
  for (const one of people) noMoreAskedThanFree(one, tell);
  claimsAgree(history, world.table.rows(), tell);
  // An older version wrote no index rows: `npm run migrate` adds them.
  if (world.plant?.isOlder === undefined) indexAgrees(world.table.rows(), tell);
  for (const request of history.requests.values()) {
    if (request.state !== 'open' || !isOffered(request, time.now)) continue;
    if (time.instant() >= lastDeadline(request)) continue;
    if ([...history.rounds.values()].some((round) => holdsBack(round, request, time.instant()))) continue;
    for (const seat of request.seats.filter(({ state }) => state === 'vacant')) {
      const { candidates } = rank(request, seat, people, policy, londonDay(time.instant()), noContext);
      if (candidates.length > 0)
        tell(`seat ${seat.id} waits though ${candidates[0]?.practitioner.id ?? ''} could take it`);
    }
  }
};
