import type { HttpHandler, HttpRequest } from '../../functions/platform/http/message.ts';
import type { SupervisionRequest } from '../../shared/domain/request.ts';
import { addDays, londonDay } from '../../shared/domain/time.ts';
import type { Answers } from '../../shared/journeys/question.ts';
import { changePlaces, confirmDetails, pause, resume } from '../../shared/domain/practitioner-moves.ts';
import { hasEnded } from '../../shared/domain/match-moves.ts';
import { anHttpRequest } from '../support/http-event.ts';
import type { Dice } from './dice.ts';
import { DPPS, dppAddress, LEARNERS, registrationOf, requestOf } from './people.ts';
import type { Ended, Stage } from './world.ts';

/** Something that somebody does; nothing when there is nothing to do it to. */
export type Act = (world: Stage, dice: Dice) => void;

const ofJson = (token: string, method: 'GET' | 'POST', json: unknown): HttpRequest =>
  anHttpRequest({ method, params: { token }, json, wantsJson: true });

/** A form or page by its link: refused when it says so, and a page that is only read writes nothing. */
const over = async (handler: HttpHandler, request: HttpRequest): Promise<Ended> => {
  const reply = await handler(request);
  return {
    refused: request.method === 'GET' || reply.status >= 400,
    says: `${String(reply.status)} ${reply.body.slice(0, 80)}`,
  };
};

/** The same again: impatient people press twice, and once more later. */
export const pressing = (world: Stage, dice: Dice, press: (dice: Dice) => void): void => {
  const times = dice.happens(0.2) ? 2 : dice.happens(0.1) ? 3 : 1;
  for (let time = 0; time < times; time += 1) {
    const own = world.dice(dice.below(2 ** 30), time);
    world.time.at(world.time.now + (time === 0 ? 0 : dice.below(60)), () => press(own));
  }
};

/** Mostly what came lately, now and then something old. */
const lately = <Item>(items: readonly Item[], dice: Dice): Item | undefined =>
  dice.pick(dice.happens(0.8) ? items.slice(-6) : items);

export const registers: Act = (world, dice) => {
  const number = dice.below(DPPS);
  const known = [...world.history.practitioners.values()].filter(({ email }) => email === dppAddress(number));
  const stands = known.some(({ state }) => !['withdrawn', 'erased', 'unconfirmed'].includes(state));
  if (stands && !dice.happens(0.05)) return;
  const id = `dpp${String(number)}x${String(known.length + dice.below(2))}`;
  const answers = registrationOf(number, dice);
  pressing(world, dice, (own) => {
    void world.start('register', own, async (its) => {
      const sent = await its.register()({ id, answers, network: `192.0.${String(number)}` });
      return { refused: !sent.ok, says: sent.ok ? 'sent' : sent.refusal };
    });
  });
};

/** How many requests this learner has made, and whether one of them is still to be met. */
export const requestsOf = (
  world: Stage,
  number: number,
): { readonly made: number; readonly open: boolean } => {
  const known = [...world.history.requests.values()].filter(
    ({ email }) => email === `l${String(number)}@learner.example`,
  );
  return {
    made: known.length,
    open: known.some(({ state }) => ['open', 'matched', 'unconfirmed'].includes(state)),
  };
};

/** A learner's next request is sent with these answers. */
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

export const confirms: Act = (world, dice) => {
  const link = lately(world.mails.linksOf('confirm'), dice);
  if (link === undefined) return;
  const json = { decision: dice.happens(0.96) ? 'yes' : 'no' };
  pressing(world, dice, (own) => {
    void world.start('confirm', own, async (its) => {
      const ended = await over(its.confirm().take, ofJson(link.token, 'POST', json));
      const id = link.emailId.split('.')[1] ?? '';
      const claims = (): boolean =>
        ended.says?.startsWith('200 {"status":"deleted"') !== true ||
        world.history.ever.has(`${id} erased`) ||
        world.history.ever.has(`${id} open`) ||
        world.history.ever.has(`${id} awaiting-check`) ||
        world.history.ever.has(`${id} listed`) ||
        !/^(?:dpp|req)\d/u.test(id);
      return { ...ended, claims };
    });
  });
};

/** A link is over, or somebody believes so: they ask for a new one, several times. */
export const asksForNewLink: Act = (world, dice) => {
  const link = lately(world.mails.linksOf('confirm'), dice);
  if (link === undefined) return;
  for (let time = dice.below(4); time >= 0; time -= 1) {
    const own = world.dice(dice.below(2 ** 30), time);
    void world.start('renew-link', own, (its) =>
      over(its.confirm().take, ofJson(link.token, 'POST', { renew: true })),
    );
  }
};

export const teamChecks: Act = (world, dice) => {
  const waiting = [...world.history.practitioners.values()].filter(
    ({ state, provisional }) => state === 'awaiting-check' || (state === 'listed' && provisional),
  );
  const one = dice.pick(waiting);
  if (one === undefined) return;
  pressing(world, dice, (own) => {
    void world.start('record-check', own, async (its) => {
      const checked = await its.recordCheck()(one.id, 'Nina', 'annotated');
      return { refused: !checked.ok, says: checked.ok ? checked.value.state : checked.refusal };
    });
  });
};

const answerOf = (dice: Dice): Readonly<Record<string, unknown>> => {
  const roll = dice.roll();
  if (roll < 0.62)
    return {
      decision: 'accept',
      ...(dice.happens(0.3) ? { backUpName: 'Bea Example', backUpEmail: dppAddress(dice.below(DPPS)) } : {}),
    };
  if (roll < 0.82) return { decision: 'decline', reason: 'no-time' };
  if (roll < 0.95) return { decision: 'undo' };
  if (roll < 0.98) return { decision: 'accept', conflicts: ['line-manager'] };
  return { decision: 'perhaps' };
};

export const answers: Act = (world, dice) => {
  const link = lately(world.mails.linksOf('offers'), dice);
  if (link === undefined) return;
  const first = answerOf(dice);
  const offerId = link.emailId.split('.')[1] ?? '';
  pressing(world, dice, (own) => {
    const json = own.happens(0.15) ? answerOf(own) : first;
    void world.start('answer-offer', own, async (its) => {
      const ended = await over(its.answerOffer().answer, ofJson(link.token, 'POST', json));
      const said = ended.says ?? '';
      const claims = (): boolean =>
        said.startsWith('200 {"state":"accepted"') || said.startsWith('200 {"result":"accepted"')
          ? world.history.ever.has(`${offerId} accepted`)
          : !(said.startsWith('200 {"state":"declined"') || said.startsWith('200 {"result":"declined"')) ||
            world.history.ever.has(`${offerId} declined`);
      return { ...ended, claims };
    });
  });
};

/** Programs in mail systems open every link; nothing may come of it. */
export const scans: Act = (world, dice) => {
  const link = lately(world.mails.links, dice);
  if (link === undefined) return;
  void world.start('scanner', dice, (its) => {
    const pages: Readonly<Record<string, HttpHandler | undefined>> = {
      confirm: its.confirm().show,
      offers: its.answerOffer().show,
      feedback: its.feedback().show,
      capacity: its.capacity().show,
      unsubscribe: its.unsubscribe().show,
    };
    const page = pages[link.kind];
    return page === undefined ? Promise.resolve(undefined) : over(page, ofJson(link.token, 'GET', undefined));
  });
};

export const changesListing: Act = (world, dice) => {
  const one = dice.pick([...world.history.practitioners.values()]);
  if (one === undefined) return;
  const places = 1 + dice.below(3);
  const change = dice.pick([
    { action: 'listing-paused', move: pause },
    { action: 'listing-resumed', move: resume },
    { action: 'listing-resumed', move: resume },
    { action: 'details-confirmed', move: confirmDetails },
    { action: 'details-confirmed', move: confirmDetails },
    {
      action: 'places-changed',
      move: (before: typeof one, now: string) => changePlaces(before, places, now),
    },
  ])!;
  pressing(world, dice, (own) => {
    void world.start('change-listing', own, async (its) => {
      const changed = await its.changeListing()(one.id, change);
      return { refused: !changed.ok, says: changed.ok ? changed.value.state : changed.refusal };
    });
  });
};

export const checksIn: Act = (world, dice) => {
  const link = lately(world.mails.linksOf('capacity'), dice);
  if (link === undefined) return;
  const json = dice.happens(0.8)
    ? { canSupervise: 'yes', placesOffered: 1 + dice.below(3) }
    : dice.happens(0.5)
      ? { canSupervise: 'maybe' }
      : { canSupervise: 'no', nextYearReason: 'other' };
  pressing(world, dice, (own) => {
    void world.start('capacity', own, (its) => over(its.capacity().take, ofJson(link.token, 'POST', json)));
  });
};

export const leaves: Act = (world, dice) => {
  const one = dice.pick([...world.history.practitioners.values()].filter(({ state }) => state !== 'erased'));
  if (one === undefined || !dice.happens(0.4)) return;
  const erases = dice.happens(0.25);
  pressing(world, dice, (own) => {
    void world.start(erases ? 'erase-listing' : 'leave', own, async (its) => {
      const left = await (erases ? its.eraseListing() : its.leave())(one.id);
      return { says: left.ok ? left.value.state : left.refusal };
    });
  });
};

export const takesBack: Act = (world, dice) => {
  const closed: readonly SupervisionRequest['state'][] = ['withdrawn', 'erased'];
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

export const endsMatch: Act = (world, dice) => {
  const one = dice.pick(
    [...world.history.matches.values()].filter((match) => !hasEnded(match) || dice.happens(0.1)),
  );
  if (one === undefined) return;
  const roll = dice.roll();
  const answer =
    roll < 0.6
      ? ({ outcome: 'completed' } as const)
      : roll < 0.85
        ? ({ outcome: 'ended-early', reason: 'not-working' } as const)
        : ({ outcome: 'longer', until: addDays(one.to, 1 + dice.below(30)) } as const);
  const side = dice.happens(0.5) ? 'practitioner' : 'requester';
  pressing(world, dice, (own) => {
    void world.start('end-match', own, async (its) => {
      const ended = await its.endMatch()(one.id, answer, side, world.time.instant());
      return { refused: !ended.ok, says: ended.ok ? ended.value.state : ended.refusal };
    });
  });
};

export const looksBack: Act = (world, dice) => {
  const link = lately(world.mails.linksOf('feedback'), dice);
  if (link === undefined) return;
  const roll = dice.roll();
  const json =
    roll < 0.3
      ? { outcome: 'completed' }
      : roll < 0.4
        ? { outcome: 'ended-early', reason: 'learner-left' }
        : { rating: 4, wouldAgain: true };
  pressing(world, dice, (own) => {
    void world.start('feedback', own, (its) => over(its.feedback().answer, ofJson(link.token, 'POST', json)));
  });
};

/** Enough of reminders and digests: one press ends them, also for who presses again later. */
export const unsubscribes: Act = (world, dice) => {
  const link = lately(world.mails.linksOf('unsubscribe'), dice);
  if (link === undefined) return;
  pressing(world, dice, (own) => {
    void world.start('unsubscribe', own, (its) =>
      over(its.unsubscribe().stop, ofJson(link.token, 'POST', undefined)),
    );
  });
};
