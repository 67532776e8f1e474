import type { Practitioner } from '../../domain/practitioner.ts';
import type { Instance } from '../allocation/instance.ts';
import { type Hosting, hostingOf, type Want } from './leaves.ts';
import type { RoundPolicy } from './round-policy.ts';

/** Practitioners and quotas as the allocation sees them. */
export interface StageNodes extends Pick<Instance, 'practitioners' | 'groups' | 'limits'> {
  /** Node or group of the allocation → practitioner. */
  readonly hosts: ReadonlyMap<string, string>;
  /** Node → learners at a time that its practitioner has before the round. */
  readonly loads: ReadonlyMap<string, number>;
  /** The node that a learner would use with a practitioner. */
  readonly leaf: (practitionerId: string, requestId: string) => string;
}

const NO_LIMIT = 1_000_000;

const placeOf = (practitioner: Practitioner | undefined): string => practitioner?.sites[0]?.place ?? '';

/** Groups from the practitioner with several nodes up to the system; organisations are limits across them. */
const quotasOf = (
  hosting: ReadonlyMap<string, Hosting>,
  people: ReadonlyMap<string, Practitioner>,
  { quotas }: RoundPolicy,
): Pick<Instance, 'groups' | 'limits'> => {
  const places = new Set([...people.values()].flatMap(({ sites: [site] }) => site?.place ?? []));
  const groups: Instance['groups'] = [
    { id: 'system', quota: quotas.system?.value ?? NO_LIMIT },
    ...[...places].map((place) => ({
      id: `place:${place}`,
      parent: 'system',
      quota: quotas.places[place]?.value ?? NO_LIMIT,
    })),
  ];
  for (const [id, { leaves, most, stretches }] of hosting) {
    if (leaves.length < 2) continue;
    groups.push({ id: `dpp:${id}`, parent: `place:${placeOf(people.get(id))}`, quota: most });
    for (const stretch of stretches)
      groups.push({ id: stretch.id, parent: `dpp:${id}`, quota: stretch.capacity });
  }
  const limits = Object.entries(quotas.organisations).map(([organisation, { value }]) => ({
    id: `organisation:${organisation}`,
    quota: value,
    practitioners: [...hosting].flatMap(([id, { leaves }]) =>
      people.get(id)?.organisation.id === organisation ? leaves.map((leaf) => leaf.id) : [],
    ),
  }));
  return { groups, limits: limits.filter(({ practitioners }) => practitioners.length > 0) };
};

/** Marginal loads from the learners that a practitioner has already. */
const penaltiesFrom = ({ pairs: { load } }: RoundPolicy, before: number): number[] =>
  load.values.slice(Math.min(before, load.values.length - 1));

/**
 * Practitioners and who could be with them → nodes with their places and loads, in a tree of quotas.
 * @param wants practitioner → learners who could be, or are, with them
 */
export const stageNodes = (
  practitioners: readonly Practitioner[],
  wants: ReadonlyMap<string, readonly Want[]>,
  policy: RoundPolicy,
): StageNodes => {
  const people = new Map(practitioners.map((one) => [one.id, one]));
  const hosting = new Map(
    practitioners.flatMap((one) => {
      const own = wants.get(one.id);
      return own === undefined ? [] : [[one.id, hostingOf(one, own)] as const];
    }),
  );
  const leafOf = new Map<string, Map<string, string>>();
  const hosts = new Map<string, string>();
  const loads = new Map<string, number>();
  const nodes: Instance['practitioners'] = [];
  for (const [id, { leaves, stretches }] of hosting) {
    const alone = leaves.length < 2;
    leafOf.set(id, new Map(leaves.flatMap((leaf) => leaf.wants.map((one) => [one.requestId, leaf.id]))));
    for (const stretch of stretches) hosts.set(stretch.id, id);
    for (const { id: leaf, capacity, loadBefore, stretch } of leaves) {
      const group = alone ? `place:${placeOf(people.get(id))}` : (stretch ?? `dpp:${id}`);
      hosts.set(leaf, id);
      loads.set(leaf, loadBefore);
      nodes.push({ id: leaf, group, capacity, loadPenalty: penaltiesFrom(policy, loadBefore) });
    }
  }
  return {
    practitioners: nodes,
    ...quotasOf(hosting, people, policy),
    hosts,
    loads,
    leaf: (practitionerId, requestId) => leafOf.get(practitionerId)?.get(requestId) ?? practitionerId,
  };
};
