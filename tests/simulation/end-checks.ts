import type { Email } from '../../shared/domain/email.ts';
import { londonDay } from '../../shared/domain/time.ts';
import { policy } from '../../shared/matching/policy.ts';
import { rank } from '../../shared/matching/rank.ts';
import type { World } from './world.ts';

const MINUTE_MS = 60_000;
const waits = ({ state }: Email): boolean => state === 'pending' || state === 'leased';

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

/** Nothing fails any more: the sweep alone sends what waits, and then nothing may be left undone. */
export const endChecks = async (world: World, failed: () => boolean): Promise<void> => {
  const { history, mails, time, tell } = world;
  for (let round = 0; round < 80 && !failed(); round += 1) {
    if (![...history.emails.values()].some(waits)) break;
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
    if (waits(email)) tell(`${email.id} is ${email.state} for ever`);
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
  time.pass(MINUTE_MS);
  for (let round = 0; round < 2 && !failed(); round += 1) {
    for (const run of ['move-on', 'match-all'] as const)
      await once(
        world,
        run,
        async (its) => {
          await (run === 'move-on' ? its.moveOn()() : its.matchSeats()());
          return {};
        },
        failed,
      );
  }
  if (failed()) return;
  const people = [...history.practitioners.values()];
  const counts = ['awaiting-check', 'listed', 'paused', 'stale'];
  for (const row of world.table.rows().filter(({ kind }) => kind === 'unique')) {
    const owner = history.practitioners.get(String(row['practitionerId']));
    if (owner === undefined || !counts.includes(owner.state))
      tell(
        `the address or number of ${String(row['practitionerId'])} is taken though they are ${owner?.state ?? 'unknown'}`,
      );
  }
  for (const request of history.requests.values()) {
    if (request.state !== 'open') continue;
    for (const seat of request.seats.filter(({ state }) => state === 'vacant')) {
      const { candidates } = rank(request, seat, people, policy, londonDay(time.instant()));
      if (candidates.length > 0)
        tell(`seat ${seat.id} waits though ${candidates[0]?.practitioner.id ?? ''} could take it`);
    }
  }
};
