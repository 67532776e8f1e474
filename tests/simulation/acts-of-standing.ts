import type { Practitioner } from '../../shared/people/practitioner.ts';
import { type Act, lately, ofJson, over, pressing } from './acting.ts';
import type { Dice } from './dice.ts';
import { isOfVictim } from './people.ts';
import type { Services } from './services.ts';
import type { Ended } from './world.ts';

const BY = 'Nina';
const decided = { why: 'a reason', by: BY };

type Told = { readonly ok: true } | { readonly ok: false; readonly refusal: unknown };
const ended = (told: Told): Ended => ({
  refused: !told.ok,
  says: told.ok ? 'done' : JSON.stringify(told.refusal),
});

type Known = Pick<Practitioner, 'id' | 'commitments'> & { readonly state: string };

/** Decides about each learner by chance; now and then forgets one. */
const learners = ({ commitments }: Pick<Practitioner, 'commitments'>, dice: Dice) => {
  const ids = commitments.map(({ matchId }) => matchId).filter(() => !dice.happens(0.03));
  const stays = ids.filter(() => dice.happens(0.5));
  return { stays, ends: ids.filter((id) => !stays.includes(id)) };
};

const actOn = (one: Known, dice: Dice): readonly [string, (its: Services) => Promise<Told>] => {
  const { id } = one;
  if (['suspended', 'unlisted', 'refused'].includes(one.state))
    return ['reinstate-dpp', (its) => its.reinstatePractitioner()({ id, ...decided })];
  const roll = dice.roll();
  if (roll < 0.35)
    return [
      'suspend-dpp',
      (its) => its.suspendPractitioner()({ id, reason: 'regulator', ...decided, ...learners(one, dice) }),
    ];
  if (roll < 0.65) return ['unlist-dpp', (its) => its.unlistPractitioner()({ id, ...decided })];
  return [
    'correct-dpp',
    (its) =>
      its.correctPractitioner()({
        id,
        name: undefined,
        number: String(2_099_000 + dice.below(999)),
        profession: undefined,
        organisation: undefined,
        email: undefined,
        ...decided,
      }),
  ];
};

/** Suspends, hides, corrects or lists again a DPP, most often one who has live offers. */
export const teamActs: Act = (world, dice) => {
  const all = [...world.history.practitioners.values()].filter(({ email }) => !isOfVictim(email));
  const busy = all.filter(({ pendingOffers }) => pendingOffers.length > 0);
  const down = all.filter(({ state }) => ['suspended', 'unlisted'].includes(state));
  const one = dice.pick(dice.happens(0.5) ? down : dice.happens(0.8) ? busy : all);
  if (one === undefined) return;
  pressing(world, dice, (own) => {
    const [what, act] = actOn(one, own);
    void world.start(what, own, async (its) => ended(await act(its)));
  });
};

/** Decides between two people who gave one registration number. */
export const decidesClaim: Act = (world, dice) => {
  const second = dice.pick(
    [...world.history.practitioners.values()].filter(
      ({ state, claimsNumberOf }) => state === 'awaiting-check' && claimsNumberOf !== undefined,
    ),
  );
  const first = world.history.practitioners.get(second?.claimsNumberOf ?? '');
  if (second === undefined || first === undefined) return;
  const outcome = dice.pick(['keep', 'replace', 'merge'] as const)!;
  pressing(world, dice, (own) => {
    void world.start('decide-claim', own, async (its) =>
      ended(
        await its.decideClaim()({
          id: second.id,
          outcome,
          ...decided,
          ...(outcome === 'replace' ? learners(first, own) : { stays: [], ends: [] }),
        }),
      ),
    );
  });
};

/** Confirms somebody at the organisation of a DPP who waits for a proof. */
export const confirmsVoucher: Act = (world, dice) => {
  const one = dice.pick(
    [...world.history.practitioners.values()].filter(({ state }) => state === 'awaiting-proof'),
  );
  if (one === undefined) return;
  const name = dice.pick(['petra', 'paul'])!;
  pressing(world, dice, (own) => {
    void world.start('confirm-voucher', own, async (its) =>
      ended(
        await its.confirmPerson()({
          organisation: one.organisation.id,
          role: 'voucher',
          email: `${name}@shared.example`,
          name,
          how: 'called them',
          by: BY,
          replaces: false,
        }),
      ),
    );
  });
};

/** Answers whether a DPP works with them. Many of those who are asked never do. */
export const vouches: Act = (world, dice) => {
  const link = lately(world.mails.linksOf('vouch'), dice);
  if (link === undefined || dice.happens(0.5)) return;
  const answer = dice.happens(0.8) ? 'yes' : dice.pick(['no', 'unknown', 'perhaps'])!;
  pressing(world, dice, (own) => {
    void world.start('vouch', own, (its) =>
      over(its.vouchPage().take, ofJson(link.token, 'POST', { answer })),
    );
  });
};
