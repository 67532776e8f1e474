import type { Act } from './acting.ts';
import { deliverMessages } from './change-stream.ts';
import type { Services } from './services.ts';

/** The streams, queues and schedules. They start functions late, twice or not at all. */
export const machines = () => {
  let streamsDownUntil = 0;

  const dispatches: Act = (world, dice) => {
    if (world.time.now >= streamsDownUntil) void world.stream.deliver(world, dice, true);
  };
  const sendsNew: Act = (world, dice) => void deliverMessages(world, dice, 'mail');
  const matchesNew: Act = (world, dice) => void deliverMessages(world, dice, 'match');
  const publishes: Act = (world, dice) => void deliverMessages(world, dice, 'publish');
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
  /** Runs the schedule of the builder in a few successive minutes, as it runs in every minute of the day. */
  const rebuilds: Act = (world, dice) => {
    for (let minute = 0; minute < 3; minute += 1) {
      const own = world.dice(dice.below(2 ** 30), minute);
      world.time.at(
        world.time.now + minute * 60_000,
        () =>
          void world.start('rebuild-files', own, async (its) => {
            await its.tick()();
            return {};
          }),
      );
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
    dispatches,
    sendsNew,
    matchesNew,
    publishes,
    rebuilds,
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
