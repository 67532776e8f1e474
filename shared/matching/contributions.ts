import { placesUsed } from '../capacity/capacity.ts';
import type { Policy } from './policy.ts';
import type { Contribution } from '../offers/offer.ts';
import type { Practitioner } from '../people/practitioner.ts';
import { neighbouringPlaces } from '../geography/places.ts';
import { type SeatQuery, balanceKey } from './query/seat-query.ts';
import { daysUnconfirmed } from './query/days-unconfirmed.ts';

/** The soft criteria. `pressure` is added by a ranking, `back-up` by the search for a seat that fell vacant. */
type Criterion =
  | 'travel'
  | 'partly-remote'
  | 'place'
  | 'area'
  | 'setting'
  | 'days'
  | 'give-and-take'
  | 'load'
  | 'confirmed'
  | 'remit';

type Part = (ask: SeatQuery<Policy>, practitioner: Practitioner) => Omit<Contribution, 'criterion'>;

const travel: Part = (ask, practitioner) => {
  const { miles = ask.request.maxMiles, site } = ask.nearest(practitioner);
  // Beyond the learner's greatest distance the supervision is partly remote: the rest is not travelled.
  const travelled = Math.min(miles, ask.request.maxMiles);
  const minutes = Math.round((travelled * ask.policy.minutesTenMiles.value) / 10);
  return { points: minutes * ask.policy.travelMinute.value, facts: { miles, minutes, town: site.town } };
};

const partlyRemote: Part = (ask, practitioner) => {
  const { miles } = ask.nearest(practitioner);
  const remote = miles === undefined || miles > ask.request.maxMiles;
  return { points: remote ? ask.policy.partlyRemote.value : 0, facts: { remote: remote ? 'yes' : 'no' } };
};

const place: Part = (ask, practitioner) => {
  const theirs = ask.nearest(practitioner).site.place;
  const home = ask.request.site.place;
  const other = ask.policy.otherPlace.value;
  const neighbours = neighbouringPlaces[home].includes(theirs);
  const points = theirs === home ? 0 : neighbours ? Math.floor(other / 2) : other;
  return { points, facts: { learner: home, practitioner: theirs } };
};

const area: Part = ({ request, areas, related, policy }, { leadArea, areas: known }) => {
  const wanted = request.leadArea;
  if (leadArea === wanted) return { points: 0, facts: { knows: 'leads', area: wanted, wanted } };
  if (known.includes(wanted))
    return { points: policy.listedArea.value, facts: { knows: 'lists', area: wanted, wanted } };
  const theirs = [leadArea, ...known];
  const shared = theirs.find((one) => areas.has(one));
  if (shared !== undefined)
    return { points: policy.relatedArea.value, facts: { knows: 'shares', area: shared, wanted } };
  const closest = theirs.reduce((best, one) =>
    (related.get(one) ?? 0) > (related.get(best) ?? 0) ? one : best,
  );
  const short = 3 - (related.get(closest) ?? 0);
  return {
    points: policy.relatedArea.value + short * policy.looserRelation.value,
    facts: { knows: 'related', area: closest, wanted },
  };
};

const setting: Part = ({ request, policy }, practitioner) => ({
  points: request.setting === practitioner.setting ? 0 : policy.otherSetting.value,
  facts: { learner: request.setting, practitioner: practitioner.setting },
});

const days: Part = ({ request, policy }, practitioner) => {
  const common = request.days.filter((day) => practitioner.days.includes(day));
  const wanted = Math.min(policy.daysWanted.value, request.days.length);
  const missing = Math.max(0, wanted - common.length);
  return { points: missing * policy.missingDay.value, facts: { common: common.join(' '), missing } };
};

const clamp = (value: number, limit: number): number => Math.max(-limit, Math.min(limit, value));

const giveAndTake: Part = ({ request, policy, context }, { organisation }) => {
  const cap = policy.reciprocityCap.value;
  const own = request.organisation.id === organisation.id;
  const balance = own ? cap : (context.balances[balanceKey(request.organisation.id, organisation.id)] ?? 0);
  // 0 − x, so that nothing owed is 0 and never −0.
  return {
    points: 0 - policy.reciprocity.value * clamp(Math.trunc(balance), cap),
    facts: { own: own ? 'yes' : 'no', balance: own ? 0 : balance },
  };
};

/** Learners at a time before this one → the marginal load of one more. */
export const loadPoints = (
  load: { readonly values: readonly [number, ...number[]] },
  learners: number,
): number => load.values[Math.min(learners, load.values.length - 1)] ?? load.values[0];

const load: Part = ({ period, request, policy }, practitioner) => {
  const learners = placesUsed(practitioner, period, { requestId: request.id });
  return { points: loadPoints(policy.load, learners), facts: { learners } };
};

const confirmed: Part = ({ policy, today }, practitioner) => {
  const since = daysUnconfirmed(practitioner, today);
  const long = since >= policy.unconfirmedDays.value;
  return { points: long ? policy.longUnconfirmed.value : 0, facts: { days: since } };
};

const remit: Part = ({ request, policy }, { profession, supervisedBefore }) => {
  const knows = profession === request.profession ? 'own' : supervisedBefore > 0 ? 'supervised' : 'new';
  const points = { own: 0, supervised: policy.remitFromExperience.value, new: policy.remitToLearn.value }[
    knows
  ];
  return { points, facts: { knows, profession: request.profession } };
};

const parts: readonly (readonly [Criterion, Part])[] = [
  ['travel', travel],
  ['partly-remote', partlyRemote],
  ['place', place],
  ['area', area],
  ['setting', setting],
  ['days', days],
  ['give-and-take', giveAndTake],
  ['load', load],
  ['confirmed', confirmed],
  ['remit', remit],
];

/** Every soft criterion of an eligible pair with its points and the facts behind them; 0 points are told too. */
export const contributionsOf = (
  ask: SeatQuery<Policy>,
  practitioner: Practitioner,
): readonly Contribution[] => parts.map(([criterion, part]) => ({ criterion, ...part(ask, practitioner) }));

/**
 * A cost that an eligible pair is never below, for a fraction of the work: travel and place, which depend on nothing of
 * the practitioner but their sites, and the most that give and take may be worth. Everything else only adds.
 */
export const leastCost = (ask: SeatQuery<Policy>, practitioner: Practitioner): number =>
  travel(ask, practitioner).points +
  place(ask, practitioner).points -
  ask.policy.reciprocity.value * ask.policy.reciprocityCap.value;

/** What the areas of a practitioner who does not lead in the learner's add to that at least. */
export const leastForArea = ({ policy }: SeatQuery<Policy>, knows: 'lists' | 'related'): number =>
  ({ lists: policy.listedArea.value, related: policy.relatedArea.value })[knows];
