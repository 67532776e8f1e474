import { isCurrent } from '../../../shared/matches/match.ts';
import type { Offer } from '../../../shared/offers/offer.ts';
import { addDays, londonDay } from '../../../shared/kernel/time.ts';
import { pause, resume } from '../../../shared/people/practitioner-moves.ts';
import type { Practitioner } from '../../../shared/people/practitioner.ts';
import { aPractitioner, aRequest } from '../../support/builders.ts';
import type { Dice } from '../dice.ts';
import { isPresent } from './border-rows.ts';
import type { BorderServices } from './border-services.ts';
import { type BorderRun, type BorderWorld, SIDES, type Side } from './border-world.ts';

export type BorderAct = (world: BorderWorld, dice: Dice) => void;

const sites = {
  'kent-and-medway': { outcode: 'TN2', town: 'Pembury', place: 'west-kent' },
  sussex: { outcode: 'TN5', town: 'Wadhurst', place: 'east-sussex' },
} as const;

const sideOf = (dice: Dice): Side => dice.pick(SIDES) ?? 'sussex';
/** Most learners are in one system and most places in the other, so that many places are lent. */
const learnersSide = (dice: Dice): Side => (dice.happens(0.8) ? 'kent-and-medway' : 'sussex');
const dppsSide = (dice: Dice): Side => (dice.happens(0.92) ? 'sussex' : 'kent-and-medway');

/** Starts a function, sometimes twice at once. */
const running = (world: BorderWorld, dice: Dice, what: string, run: BorderRun): void => {
  for (let time = dice.happens(0.15) ? 2 : 1; time > 0; time -= 1)
    void world.start(what, world.dice(dice.below(2 ** 30), time), run);
};

/** Returns a DPP of a system. The few DPPs have few places, so that learners of both systems compete for them. */
export const aDppAt = (side: Side, number: number, placesOffered: number): Practitioner =>
  aPractitioner({
    id: `${side}-dpp${String(number)}`,
    version: 0,
    name: `Dana ${side} ${String(number)}`,
    email: `d${String(number)}@${side}.example`,
    registrationNumber: `20${side === 'sussex' ? '1' : '2'}34${String(number).padStart(2, '0')}`,
    sites: [sites[side]],
    placesOffered,
    hoursPerWeek: 24,
    availableFrom: '2026-11-01',
  });

/** Open requests of a system at which no more learners ask, so that a long history stays quick. */
const MOST_OPEN = 8;

const asks: BorderAct = (world, dice) => {
  const side = learnersSide(dice);
  const open = world.rows.all('request').filter((one) => one.side === side && one.noun.state === 'open');
  if (open.length >= MOST_OPEN) return;
  const number = dice.below(2 ** 30);
  const start = addDays(londonDay(world.time.instant()), 20 + dice.below(40));
  running(world, world.dice(number), 'asks', async (its) => {
    const { requests, table } = its(side);
    const request = aRequest({
      id: `${side}-req${String(number)}`,
      version: 0,
      requesterName: `Lee Learner${String(number)}`,
      email: `l${String(number)}@${side}.example`,
      registrationNumber: String(2_000_000 + (number % 99_999)),
      site: sites[side],
      courseStart: start,
      courseEnd: addDays(start, 60 + dice.below(60)),
      applicationsClose: addDays(start, -3),
      signOffNeededBy: addDays(start, -4),
    });
    const seats = request.seats.map((seat) => ({ ...seat, id: `${request.id}-1` }));
    const outcome = await table.commit([requests.save({ ...request, seats })]);
    return outcome.committed ? 'asked' : 'asked before';
  });
};

const matches: BorderAct = (world, dice) => {
  const side = sideOf(dice);
  running(world, dice, `match ${side}`, async (its) => {
    const { offered } = await its(side).matchSeats();
    return `${String(offered)} offers`;
  });
};

export const sharesPlaces =
  (side: Side): BorderRun =>
  async (its) => {
    const own = its(side);
    const tended = await own.tend();
    const offers = await own.borrow();
    return `${String(tended)} tended, ${String(offers)} offers`;
  };

const shares: BorderAct = (world, dice) => {
  const side = sideOf(dice);
  running(world, dice, `share ${side}`, sharesPlaces(side));
};

const decidedAt = (offer: Offer): string => ('decidedAt' in offer ? offer.decidedAt : '');

const answers: BorderAct = (world, dice) => {
  const offers = world.rows.all('offer');
  const across = offers.filter(({ side, noun }) => {
    const asked = world.rows.find(side, 'practitioner', noun.practitionerId);
    return isPresent(asked) && asked.guest !== undefined;
  });
  const some = dice.happens(0.6) && across.length > 0 ? across : offers;
  const pending = some.filter(({ noun }) => noun.state === 'pending');
  const latest = some
    .filter(({ noun }) => noun.state === 'accepted')
    .toSorted((a, b) => decidedAt(b.noun).localeCompare(decidedAt(a.noun)))
    .slice(0, 3);
  const one = dice.happens(0.6) ? dice.pick(pending) : dice.pick(dice.happens(0.8) ? latest : some);
  const side = SIDES.find((name) => name === one?.side);
  if (one === undefined || side === undefined) return;
  const roll = dice.roll();
  running(world, dice, 'answer', async (its) => {
    const answer =
      roll < 0.55
        ? ({ decision: 'accept', conflicts: [], backUp: {} } as const)
        : roll < 0.7
          ? ({ decision: 'decline', reason: 'no-time' } as const)
          : ({ decision: 'undo' } as const);
    const outcome = await its(side).decide(one.noun.id, answer, world.time.instant());
    return `${answer.decision} ${outcome.ok ? outcome.value.result : outcome.refusal}`;
  });
};

const MINUTE_MS = 60_000;

/** Accepts an offer across the border, undoes that after the loans were tended, and declines. */
const changesTheirMind: BorderAct = (world, dice) => {
  const across = world.rows.all('offer').filter(({ side, noun }) => {
    const asked = world.rows.find(side, 'practitioner', noun.practitionerId);
    return noun.state === 'pending' && isPresent(asked) && asked.guest !== undefined;
  });
  const one = dice.pick(across);
  const side = SIDES.find((name) => name === one?.side);
  if (one === undefined || side === undefined) return;
  const { id } = one.noun;
  const answer =
    (decision: Parameters<ReturnType<BorderServices>['decide']>[1]): BorderRun =>
    async (its) => {
      const outcome = await its(side).decide(id, decision, world.time.instant());
      return `${decision.decision} ${outcome.ok ? outcome.value.result : outcome.refusal}`;
    };
  const steps: readonly (readonly [string, BorderRun])[] = [
    ['answer', answer({ decision: 'accept', conflicts: [], backUp: {} })],
    [`share ${side}`, sharesPlaces(side)],
    ['answer', answer({ decision: 'undo' })],
    ['answer', answer({ decision: 'decline', reason: 'no-time' })],
  ];
  for (const [number, [what, run]] of steps.entries())
    world.time.at(world.time.now + number * 3 * MINUTE_MS, () => {
      void world.start(what, world.dice(dice.below(2 ** 30), number), run);
    });
};

/** Acts as a DPP does on their own page, more often while a place of theirs is lent. */
const ownPage =
  (what: 'pause' | 'resume' | 'leave' | 'erase'): BorderAct =>
  (world, dice) => {
    const own = world.rows
      .all('practitioner')
      .filter(({ noun }) => isPresent(noun) && noun.guest === undefined && noun.state !== 'withdrawn');
    const lent = own.filter(({ noun }) => isPresent(noun) && noun.lentPlaces !== undefined);
    const one = dice.pick(lent.length > 0 && dice.happens(0.6) ? lent : own);
    const side = SIDES.find((name) => name === one?.side);
    if (one === undefined || side === undefined) return;
    const { id } = one.noun;
    running(world, dice, what, async (its) => {
      const service = its(side);
      const outcome =
        what === 'leave'
          ? await service.leave(id)
          : what === 'erase'
            ? await service.erase(id)
            : await service.changeListing(id, {
                action: `listing-${what}d`,
                move: what === 'pause' ? pause : resume,
              });
      return outcome.ok ? what : outcome.refusal;
    });
  };

const takesBack: BorderAct = (world, dice) => {
  const one = dice.pick(world.rows.all('request').slice(-10));
  const side = SIDES.find((name) => name === one?.side);
  if (one === undefined || side === undefined) return;
  running(world, dice, 'take back', async (its) => {
    const outcome = await its(side).takeBack(one.noun.id);
    return outcome.ok ? 'taken back' : outcome.refusal;
  });
};

const ends: BorderAct = (world, dice) => {
  const current = world.rows.all('match').filter(({ noun }) => isCurrent(noun));
  const one = dice.pick(current);
  const side = SIDES.find((name) => name === one?.side);
  if (one === undefined || side === undefined) return;
  running(world, dice, 'end a match', async (its) => {
    const outcome = await its(side).endMatch(
      one.noun.id,
      { outcome: 'ended-early', reason: 'employer' },
      'practitioner',
      world.time.instant(),
    );
    return outcome.ok ? 'ended' : outcome.refusal;
  });
};

const movesOn: BorderAct = (world, dice) => {
  const side = sideOf(dice);
  running(world, dice, `move on ${side}`, async (its) => {
    const own = its(side);
    return `${String((await own.lapseRequests()) + (await own.lapse()))} lapsed`;
  });
};

/** One of the systems agrees to share places, or ends its agreement. They agree most of the time. */
const agrees: BorderAct = (world, dice) => {
  const side = sideOf(dice);
  world.agree({ ...world.agreed, [side]: !world.agreed[side] || dice.happens(0.3) });
  world.log.push(`${side} ${world.agreed[side] ? 'agrees' : 'does not agree'} to share`);
};

const joins: BorderAct = (world, dice) => {
  const side = dppsSide(dice);
  const number = dice.below(90);
  const placesOffered = 1 + dice.below(2);
  running(world, dice, 'joins', async (its) => {
    const { table, practitioners } = its(side);
    const outcome = await table.commit([practitioners.save(aDppAt(side, number, placesOffered))]);
    return outcome.committed ? 'listed' : 'listed before';
  });
};

const acts: readonly (readonly [weight: number, words: string, act: BorderAct])[] = [
  [12, 'asks', asks],
  [16, 'matches', matches],
  [22, 'shares', shares],
  [22, 'answers', answers],
  [3, 'changes their mind', changesTheirMind],
  [3, 'pauses', ownPage('pause')],
  [4, 'resumes', ownPage('resume')],
  [1.5, 'leaves', ownPage('leave')],
  [1.5, 'erases', ownPage('erase')],
  [5, 'joins', joins],
  [3, 'takes back', takesBack],
  [8, 'ends a match', ends],
  [4, 'moves on', movesOn],
  [3, 'agrees', agrees],
];

/** Picks an act by its weight. */
export const borderActOf = (dice: Dice): readonly [words: string, act: BorderAct] => {
  let share = dice.roll() * acts.reduce((sum, [weight]) => sum + weight, 0);
  const [, words, act] = acts.find(([weight]) => (share -= weight) < 0) ?? acts[0]!;
  return [words, act];
};
