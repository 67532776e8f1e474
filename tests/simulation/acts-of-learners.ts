import { isErased } from '../../shared/kernel/is-erased.ts';
import type { RequestState } from '../../shared/requests/request.ts';
import { londonDay } from '../../shared/kernel/time.ts';
import type { Answers } from '../../shared/journeys/question.ts';
import { type Act, pressing } from './acting.ts';
import type { Dice } from './dice.ts';
import { LEARNERS, requestOf } from './people.ts';
import type { Stage } from './world.ts';

/** Counts a learner's requests, and says whether one of them is unconfirmed, open or matched. */
export const requestsOf = (
  world: Stage,
  number: number,
): { readonly made: number; readonly open: boolean } => {
  const known = [...world.history.requests.values()]
    .filter((one) => !isErased(one))
    .filter(({ email }) => email === `l${String(number)}@learner.example`);
  return {
    made: known.length,
    open: known.some(({ state }) => ['open', 'matched', 'unconfirmed'].includes(state)),
  };
};

/** Sends the next request of a learner, with the given answers. */
export const sendsRequest = (
  world: Stage,
  dice: Dice,
  number: number,
  made: number,
  answers: Answers,
): void => {
  const id = `req${String(number)}x${String(made)}`;
  void world.start('request', dice, async (its) => {
    const sent = await its.request()({ id, answers, network: `198.51.${String(number % 3)}` });
    return { refused: !sent.ok, says: sent.ok ? 'sent' : sent.refusal };
  });
};

export const asks: Act = (world, dice) => {
  const number = dice.below(LEARNERS);
  const { made, open } = requestsOf(world, number);
  if (open && !dice.happens(0.1)) return;
  const answers = requestOf(number, londonDay(world.time.instant()), dice);
  pressing(world, dice, (own) => sendsRequest(world, own, number, made, answers));
};

export const takesBack: Act = (world, dice) => {
  const closed: readonly RequestState[] = ['withdrawn', 'erased'];
  const one = dice.pick([...world.history.requests.values()].filter(({ state }) => !closed.includes(state)));
  if (one === undefined || !dice.happens(0.6)) return;
  const erases = dice.happens(0.2);
  pressing(world, dice, (own) => {
    void world.start(erases ? 'erase-request' : 'withdraw-request', own, async (its) => {
      const taken = await (erases ? its.eraseRequest() : its.takeBack())(one.id);
      return {
        ...(erases ? {} : { refused: !taken.ok }),
        says: taken.ok ? taken.value.state : taken.refusal,
      };
    });
  });
};
