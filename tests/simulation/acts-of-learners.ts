import { isErased } from '../../shared/kernel/is-erased.ts';
import type { RequestState } from '../../shared/requests/request.ts';
import { londonDay } from '../../shared/kernel/time.ts';
import type { Answers } from '../../shared/journeys/question.ts';
import { type Act, lately, ofJson, over, pressing } from './acting.ts';
import type { Dice } from './dice.ts';
import { isAddressOf, isOfVictim, learnerAddress, LEARNERS, requestOf } from './people.ts';
import type { Stage } from './world.ts';

/** Counts a learner's requests, and says whether one of them is unconfirmed, open, matched or waits for support. */
export const requestsOf = (
  world: Stage,
  number: number,
): { readonly made: number; readonly open: boolean } => {
  const known = [...world.history.requests.values()]
    .filter((one) => !isErased(one))
    .filter(({ email }) => isAddressOf(email, learnerAddress(number)));
  return {
    made: known.length,
    open: known.some(({ state }) =>
      ['open', 'matched', 'unconfirmed', 'waiting-for-support'].includes(state),
    ),
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
  const one = dice.pick(
    [...world.history.requests.values()].filter(
      (request) => !closed.includes(request.state) && (isErased(request) || !isOfVictim(request.email)),
    ),
  );
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

/** A lead says whether they support a request, and sometimes changes their mind. */
export const supports: Act = (world, dice) => {
  const link = lately(world.mails.linksOf('support'), dice);
  if (link === undefined) return;
  const json = { answer: dice.happens(0.7) ? 'supports' : 'does-not-support' };
  pressing(world, dice, (own) => {
    void world.start('support', own, (its) => over(its.support().take, ofJson(link.token, 'POST', json)));
  });
};

/** A learner whose request waits names another lead. */
export const namesLead: Act = (world, dice) => {
  const one = dice.pick(
    [...world.history.requests.values()].filter(({ state }) => state === 'waiting-for-support'),
  );
  if (one === undefined) return;
  const lead = dice.pick([
    { name: 'Nina Lead', email: 'lead@trust.nhs.uk' },
    { name: 'Olu Lead', email: 'olu@throw-away.example' },
  ])!;
  pressing(world, dice, (own) => {
    void world.start('name-lead', own, async (its) => {
      const named = await its.nameLead()(one.id, lead, '198.51.1');
      return { refused: !named.ok, says: named.ok ? named.value.state : named.refusal };
    });
  });
};

/** Somebody who was named as prescribing lead says whether they are. Many never do. */
export const saysWhetherTheyLead: Act = (world, dice) => {
  const link = lately(world.mails.linksOf('lead'), dice);
  if (link === undefined || dice.happens(0.4)) return;
  const json = { answer: dice.happens(0.8) ? 'yes' : 'no' };
  pressing(world, dice, (own) => {
    void world.start('lead', own, (its) => over(its.lead().take, ofJson(link.token, 'POST', json)));
  });
};
