import { londonDay } from '../../shared/kernel/time.ts';
import type { Act } from './acting.ts';
import { registrationOf, requestOf } from './people.ts';

const TEN_MINUTES_MS = 600_000;

/** Addresses of people who did not ask for anything: of many mailboxes, or of one that is written in many ways. */
const victims: readonly ((number: number) => string)[] = [
  (number) => `v${String(number)}@flood.example`,
  (number) => `victim+${String(number)}@flood.example`,
];

/** Sends dozens of forms within ten minutes, from one network, from some or from many, with addresses of others. */
export const floods: Act = (world, dice) => {
  const flood = dice.below(2 ** 30).toString(36);
  const networks = dice.pick([1, 4, 60])!;
  const victim = dice.happens(0.8) ? victims[0]! : victims[1]!;
  for (let number = 25 + dice.below(40); number > 0; number -= 1) {
    const own = world.dice(dice.below(2 ** 30), number);
    const post = {
      id: `flood${flood}x${String(number)}`,
      network: `203.0.${flood}.${String(number % networks)}`,
    };
    const email = victim(number);
    world.time.at(world.time.now + own.below(TEN_MINUTES_MS), () => {
      void world.start('flood', own, async (its) => {
        const sent = own.happens(0.5)
          ? await its.register()({ ...post, answers: { ...registrationOf(90, own), email } })
          : await its.request()({
              ...post,
              answers: { ...requestOf(90, londonDay(world.time.instant()), own), email },
            });
        return { refused: !sent.ok, says: sent.ok ? 'sent' : sent.refusal };
      });
    });
  }
};
