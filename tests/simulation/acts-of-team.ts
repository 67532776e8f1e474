import type { Round } from '../../shared/rounds/round.ts';
import { holdsBack } from '../../shared/rounds/round-moves.ts';
import { isErased } from '../../shared/kernel/is-erased.ts';
import { isHeldBack } from '../../shared/requests/request.ts';
import { addDays, londonDay } from '../../shared/kernel/time.ts';
import { domainOf } from '../../shared/people/mail-domain.ts';
import { type Act, pressing } from './acting.ts';
import { confirms } from './acts-of-anybody.ts';
import { answers } from './acts-of-dpps.ts';
import { requestsOf, sendsRequest } from './acts-of-learners.ts';
import type { Dice } from './dice.ts';
import { LEARNERS, requestOf } from './people.ts';
import type { Services } from './services.ts';
import type { Ended, Stage } from './world.ts';

const BY = 'Nina';
const HOUR_MS = 3_600_000;

export const teamChecks: Act = (world, dice) => {
  const today = londonDay(world.time.instant());
  const waiting = [...world.history.practitioners.values()].filter(
    ({ state, provisional, recheck, check }) =>
      ['awaiting-check', 'awaiting-proof'].includes(state) ||
      (state === 'listed' && (provisional || recheck !== undefined)) ||
      // Most checks that are due again are late.
      (check !== undefined && check.dueOn < today && dice.happens(0.1)),
  );
  const one = dice.pick(waiting);
  if (one === undefined) return;
  pressing(world, dice, (own) => {
    void world.start('record-check', own, async (its) => {
      const proof = own.happens(0.8) ? 'known to the team' : undefined;
      const checked = await its.recordCheck()(one.id, BY, 'annotated', proof);
      return { refused: !checked.ok, says: checked.ok ? checked.value.state : checked.refusal };
    });
  });
};

/** Opens or refuses a request that waits for support or is held back, and sometimes one that does neither. */
export const decidesRequest: Act = (world, dice) => {
  const one = dice.pick(
    [...world.history.requests.values()].filter(
      (request) =>
        !isErased(request) &&
        (request.state === 'waiting-for-support' || isHeldBack(request) || dice.happens(0.02)),
    ),
  );
  if (one === undefined || dice.happens(0.5)) return;
  const opens = dice.happens(0.6);
  pressing(world, dice, (own) => {
    void world.start(opens ? 'open-request' : 'refuse-request', own, async (its) => {
      const decided = await (opens ? its.openRequest() : its.refuseRequest())(one.id, BY, 'known');
      return { refused: !decided.ok, says: decided.ok ? decided.value.state : decided.refusal };
    });
  });
};

/** Confirms a lead whom a learner named, in place of another who is confirmed already. */
export const confirmsLead: Act = (world, dice) => {
  const one = dice.pick(
    [...world.history.requests.values()].filter(
      (request) =>
        !isErased(request) && request.nmpLeadEmail !== undefined && request.state !== 'unconfirmed',
    ),
  );
  if (one === undefined || isErased(one)) return;
  const { organisation, nmpLeadEmail: email = '', nmpLeadName: name } = one;
  pressing(world, dice, (own) => {
    void world.start('confirm-person', own, async (its) => {
      const confirmed = await its.confirmPerson()({
        organisation: organisation.id,
        role: 'lead',
        email,
        name,
        how: 'called',
        by: BY,
        replaces: dice.happens(0.7),
      });
      return { refused: !confirmed.ok, says: confirmed.ok ? confirmed.value.state : confirmed.refusal };
    });
  });
};

/** Answers whether a DPP has a tie with a learner, sometimes before it is asked. */
export const decidesTie: Act = (world, dice) => {
  const named = [...world.history.requests.values()].flatMap((request) =>
    isErased(request) || request.conflicts.length === 0 ? [] : [request],
  );
  const one = dice.pick(named.filter(({ tiesAsked }) => tiesAsked !== undefined || dice.happens(0.1)));
  const practitioner =
    one?.tiesAsked?.[0] ?? dice.pick([...world.history.practitioners.values()].map(({ id }) => id));
  if (one === undefined || practitioner === undefined) return;
  const decision = dice.happens(0.6) ? 'cleared' : 'upheld';
  pressing(world, dice, (own) => {
    void world.start('decide-tie', own, async (its) => {
      const decided = await its.decideTie()({ id: one.id, practitioner, decision, by: BY, why: 'asked' });
      return { refused: !decided.ok, says: decided.ok ? decision : decided.refusal };
    });
  });
};

/** Confirms the domain of one DPP for the organisation, so that the DPP is listed at once the next time. */
export const confirmsDomain: Act = (world, dice) => {
  const at = dice.pick(
    [...world.history.practitioners.values()].filter(({ email }) => domainOf(email) === 'trusted.example'),
  );
  if (at === undefined) return;
  pressing(world, dice, (own) => {
    void world.start('confirm-domain', own, async (its) => {
      const confirmed = await its.confirmDomain()({
        organisation: at.organisation.id,
        domain: domainOf(at.email),
        listsAtOnce: true,
        note: 'on its website',
        by: BY,
      });
      return { refused: !confirmed.ok, says: confirmed.ok ? 'confirmed' : confirmed.refusal };
    });
  });
};

type Told = { readonly ok: true } | { readonly ok: false; readonly refusal: unknown };

const ended = (told: Told, refusedWritesNothing: boolean): Ended => ({
  refused: refusedWritesNothing && !told.ok,
  says: told.ok ? 'done' : JSON.stringify(told.refusal),
});

/**
 * The steps of a round. `true` means that a step which is refused has written nothing. `false` means that it may have
 * written something, because the parts of a plan are written before the round that refers to them.
 */
const steps: Readonly<Record<string, (its: Services, id: string) => Promise<Ended>>> = {
  'round-snapshot': async (its, id) => ended(await its.planRound().snapshot(id, BY), false),
  'round-solve': async (its, id) => ended(await its.planRound().solve(id, BY), false),
  'round-confirm': async (its, id) => ended(await its.confirmRound()(id, BY, 0), false),
  'round-reveal': async (its, id) => ended(await its.revealRound()(id, BY), true),
  'round-end': async (its, id) => ended(await its.endRound()(id, BY), true),
};

/** The commands to choose from in each state of a round. Most suit the state; a few do not and must be refused. */
const usual: Readonly<Record<Round['state'], readonly string[]>> = {
  gathering: ['round-snapshot', 'round-snapshot', 'round-snapshot', 'round-snapshot', 'round-end'],
  planning: ['round-solve', 'round-solve', 'round-solve', 'round-snapshot', 'round-confirm'],
  planned: ['round-confirm', 'round-confirm', 'round-confirm', 'round-confirm', 'round-snapshot'],
  confirming: ['round-confirm', 'round-confirm', 'round-snapshot', 'round-end'],
  confirmed: ['round-snapshot', 'round-end', 'round-reveal', 'round-confirm'],
  closed: ['round-end'],
  abandoned: ['round-confirm'],
};

const over = ({ state }: Round): boolean => state === 'closed' || state === 'abandoned';

/** Makes some learners send requests for the cohort early enough for its round. */
const cohortAsks = (world: Stage, dice: Dice, { startsTo }: Pick<Round, 'startsTo'>): void => {
  const start = addDays(startsTo, -5);
  const today = londonDay(world.time.instant());
  const numbers = new Set(Array.from({ length: 4 }, () => dice.below(LEARNERS)));
  for (const number of numbers) {
    const { made, open } = requestsOf(world, number);
    if (open) continue;
    sendsRequest(world, world.dice(dice.below(2 ** 30), number), number, made, {
      ...requestOf(number, today, dice),
      courseStart: start,
      courseEnd: addDays(start, 90),
      applicationsClose: addDays(start, -3),
      signOffNeededBy: addDays(start, -5),
    });
    // The learners send their requests together, and most confirm within hours.
    const own = world.dice(dice.below(2 ** 30), number);
    world.time.at(world.time.now + (1 + own.below(4)) * HOUR_MS, () => confirms(world, own));
  }
};

/** After each of these steps, the step that the coordinator takes next, at once. */
const then: Readonly<Record<string, string>> = {
  'round-snapshot': 'round-solve',
  'round-solve': 'round-confirm',
};

const takes = (world: Stage, dice: Dice, id: string, what: string): void => {
  const step = steps[what];
  if (step === undefined) return;
  void world
    .start(what, dice, (its) => step(its, id))
    .then((told) => {
      // Some learners are too late for the round. They are matched individually, while the round holds places for its
      // own learners.
      if (told?.says === 'done' && what === 'round-confirm') {
        const round = world.history.rounds.get(id);
        if (round !== undefined) cohortAsks(world, dice, round);
        if (round?.wave === 0 && dice.happens(0.5)) gathers(world, world.dice(dice.below(2 ** 30)));
      }
      // Repeats a command that failed half way, but not one that was refused.
      const next = told === undefined ? what : told.says === 'done' ? then[what] : undefined;
      if (next === undefined || !dice.happens(0.8)) return;
      const own = world.dice(dice.below(2 ** 30));
      world.time.at(world.time.now + own.below(600_000), () => takes(world, own, id, next));
    });
};

/**
 * Gives the next command of a round. Makes a plan only if there is a learner to place and a DPP who can be made an
 * offer.
 */
const looks = (world: Stage, dice: Dice, id: string): void => {
  const round = world.history.rounds.get(id);
  if (round === undefined || over(round)) return;
  const now = world.time.instant();
  const waits = [...world.history.requests.values()].some(
    (request) => request.state === 'open' && holdsBack(round, request, now),
  );
  const free = [...world.history.practitioners.values()].some(
    ({ state, pendingOffers }) => state === 'listed' && pendingOffers.length < 3,
  );
  if (waits && free && round.state !== 'confirming') takes(world, dice, id, 'round-snapshot');
  else if (round.state === 'gathering') cohortAsks(world, dice, round);
};

/**
 * Makes a coordinator return every day or two, to record register checks, remind DPPs and plan follow-ups.
 */
const comesBack = (world: Stage, dice: Dice, id: string, times: number): void => {
  world.time.at(world.time.now + (1 + dice.below(40)) * HOUR_MS, () => {
    const round = world.history.rounds.get(id);
    if (round === undefined || over(round) || times === 0) return;
    teamChecks(world, world.dice(dice.below(2 ** 30)));
    if (round.state === 'confirmed') answers(world, world.dice(dice.below(2 ** 30)));
    const own = world.dice(dice.below(2 ** 30));
    world.time.at(world.time.now + own.below(1_200_000), () => looks(world, own, id));
    comesBack(world, world.dice(dice.below(2 ** 30)), id, times - 1);
  });
};

/** Announces a round. Learners of its cohort send requests soon, and the coordinator returns later to plan it. */
const gathers = (world: Stage, dice: Dice): void => {
  const today = londonDay(world.time.instant());
  const asked = {
    name: 'A cohort',
    startsFrom: addDays(today, dice.below(50)),
    startsTo: addDays(today, 60 + dice.below(40)),
    until: addDays(today, 3 + dice.below(21)),
  };
  let id: string | undefined;
  void world
    .start('round-gather', dice, async (its) => {
      const gathered = await its.gatherRound()(asked, BY);
      if (gathered.ok) id = gathered.value.id;
      return ended(gathered, true);
    })
    .then(() => {
      if (id === undefined) return;
      const round = id;
      cohortAsks(world, dice, asked);
      comesBack(world, world.dice(dice.below(2 ** 30)), round, 6);
    });
};

/** Runs a round as a coordinator does: gathers a cohort, plans, confirms, follows up and ends the round. */
export const leadsRound: Act = (world, dice) => {
  const rounds = [...world.history.rounds.values()];
  const going = rounds.filter((round) => !over(round));
  if (going.length === 0 || (going.every(({ state }) => state === 'confirmed') && dice.happens(0.4))) {
    gathers(world, dice);
    return;
  }
  const round = dice.happens(0.95) ? dice.pick(going) : dice.pick(rounds);
  const what = round === undefined ? undefined : dice.pick(usual[round.state]);
  if (round === undefined || what === undefined) return;
  pressing(world, dice, (own) => takes(world, own, round.id, what));
};
