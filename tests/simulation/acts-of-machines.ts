import { capabilities } from '../../infra/definition/capabilities/capabilities.ts';
import { ROWS_A_RUN } from '../../infra/definition/capabilities/capability.ts';
import { matchesPattern } from '../../infra/local/events/event-pattern.ts';
import type { Act } from './acting.ts';
import type { Dice } from './dice.ts';
import type { StoredRow } from './ledger.ts';
import type { Services } from './services.ts';
import type { Stage } from './world.ts';

/**
 * Returns a function that says whether the stream filter of the function `verb` accepts a row. Memoizes the results.
 */
const startsWith = (verb: string): ((row: StoredRow) => boolean) => {
  const filter = capabilities.find((capability) => capability.verb === verb)?.rows;
  const known = new Map<string, boolean>();
  return ({ isNew, kind, seeking }) => {
    const sort = `${String(isNew)} ${String(kind)} ${String(seeking)}`;
    const before = known.get(sort);
    if (before !== undefined) return before;
    const passes = matchesPattern(filter, {
      eventName: isNew ? 'INSERT' : 'MODIFY',
      dynamodb: { NewImage: { kind: { S: kind }, seeking: { BOOL: seeking } } },
    });
    known.set(sort, passes);
    return passes;
  };
};

/**
 * Subscribes a function to the table's stream as `infra/` does. The function receives the rows that its filter accepts,
 * in order and in batches, and a failed batch is repeated.
 */
const subscription = (verb: string) => {
  const wanted = startsWith(verb);
  let taken = 0;
  let busy = false;
  return (
    world: Stage,
    dice: Dice,
    run: (its: Services, ids: readonly string[]) => Promise<readonly string[]>,
  ): void => {
    if (busy) return;
    // Sometimes delivers rows again, because streams deliver each row at least once, not exactly once.
    if (dice.happens(0.1)) taken = Math.max(0, taken - dice.below(12));
    const { stored } = world.history;
    const ids: string[] = [];
    let upTo = taken;
    for (; upTo < stored.length && ids.length < ROWS_A_RUN; upTo += 1)
      if (wanted(stored[upTo]!)) ids.push(stored[upTo]!.id);
    if (ids.length === 0) {
      taken = upTo;
      return;
    }
    busy = true;
    void world
      .start(verb, dice, async (its) => {
        const failed = await run(its, ids);
        return {
          says: `${String(ids.length)} rows, ${String(failed.length)} again`,
          claims: () => true,
          refused: failed.length < 0,
        };
      })
      .then((ended) => {
        busy = false;
        if (ended?.says?.endsWith(' 0 again') === true) taken = upTo;
      });
  };
};

const image = (id: string, kind: string) => ({
  dynamodb: { SequenceNumber: id, NewImage: { kind: { S: kind }, noun: { M: { id: { S: id } } } } },
});

/** The streams, queues and schedules. They start functions late, twice or not at all. */
export const machines = () => {
  const mailStream = subscription('send-emails');
  const matchStream = subscription('match-seats');
  let streamsDownUntil = 0;

  const sendsNew: Act = (world, dice) => {
    if (world.time.now < streamsDownUntil) return;
    mailStream(world, dice, async (its, ids) => {
      const { batchItemFailures } = await its.sendEmails()({
        Records: ids.map((id) => image(id, 'email')),
      });
      return batchItemFailures.map(({ itemIdentifier }) => itemIdentifier);
    });
  };
  const matchesNew: Act = (world, dice) => {
    if (world.time.now < streamsDownUntil) return;
    matchStream(world, dice, async (its, ids) => {
      await its.matchSeats()([...new Set(ids)]);
      return [];
    });
  };
  /** Runs a scheduled function once, or twice at the same time. */
  const scheduled =
    (what: string, run: (its: Services) => Promise<unknown>): Act =>
    (world, dice) => {
      for (let time = dice.happens(0.15) ? 2 : 1; time > 0; time -= 1) {
        const own = world.dice(dice.below(2 ** 30), time);
        void world.start(what, own, async (its) => {
          await run(its);
          return {};
        });
      }
    };
  const recordsEvents: Act = (world, dice) => {
    const batch = world.mails.events.splice(0, 1 + dice.below(8));
    if (batch.length === 0) return;
    let failed = batch;
    void world
      .start('record-delivery', dice, async (its) => {
        const { batchItemFailures } = await its.recordDelivery()({ Records: batch });
        const again = new Set(batchItemFailures.map(({ itemIdentifier }) => itemIdentifier));
        failed = batch.filter(({ messageId }) => again.has(messageId));
        return {};
      })
      .then(() => world.mails.events.push(...failed));
  };
  const fails: Act = (world, dice) => {
    const roll = dice.roll();
    if (roll < 0.3) streamsDownUntil = world.time.now + 30 * 3_600_000;
    else if (roll < 0.6) world.index.hold();
    else world.mails.setDown(roll < 0.75);
  };
  const recovers: Act = (world, dice) => {
    world.mails.setDown(false);
    if (dice.happens(0.5)) world.index.release();
    else world.index.catchUp(1 + dice.below(10));
  };

  return {
    sendsNew,
    matchesNew,
    recordsEvents,
    fails,
    recovers,
    matchesAll: scheduled('match-all', (its) => its.matchSeats()()),
    movesOn: scheduled('move-on', (its) => its.moveOn()()),
    sweeps: scheduled('sweep-outbox', (its) => its.sweep()()),
    reminds: scheduled('daily-reminders', (its) => its.daily()()),
    digests: scheduled('weekly-digests', (its) => its.digests()()),
  };
};
