import type { Practitioner } from '../people/practitioner.ts';
import { employerRefOf } from '../people/employer-ref-of.ts';
import type { Instance } from '../allocation/instance.ts';
import { requiredEntry } from './required-entry.ts';
import { type Hosting, hostingOf, type Want } from './hosting-periods.ts';
import type { RoundPolicy } from './round-policy.ts';

/** Practitioners and quotas as nodes of the allocation. */
export interface StageNodes extends Pick<Instance, 'practitioners' | 'groups' | 'limits'> {
  /** Id of the practitioner for each node or group of the allocation. */
  readonly hosts: ReadonlyMap<string, string>;
  /** Number of concurrent learners before the round, by node. */
  readonly loads: ReadonlyMap<string, number>;
  /** The node that a learner would use with a practitioner. */
  readonly leaf: (practitionerId: string, requestId: string) => string;
}

const NO_LIMIT = 1_000_000;

/** A practitioner of the stage with their nodes. */
interface Host extends Hosting {
  readonly practitioner: Practitioner;
}

const placeOf = ({ sites: [site] }: Practitioner): string => site?.place ?? '';

/**
 * Builds the tree of groups, from practitioners with several nodes up to the whole system. Organisations are
 * not in the tree: their quotas are limits that apply across groups.
 */
const quotasOf = (
  hosting: readonly Host[],
  practitioners: readonly Practitioner[],
  { quotas }: RoundPolicy,
): Pick<Instance, 'groups' | 'limits'> => {
  const places = new Set(practitioners.flatMap(({ sites: [site] }) => site?.place ?? []));
  const groups: Instance['groups'] = [
    { id: 'system', quota: quotas.system?.value ?? NO_LIMIT },
    ...[...places].map((place) => ({
      id: `place:${place}`,
      parent: 'system',
      quota: quotas.places[place]?.value ?? NO_LIMIT,
    })),
  ];
  for (const { practitioner, leaves, most, stretches } of hosting) {
    if (leaves.length < 2) continue;
    const id = `dpp:${practitioner.id}`;
    groups.push({ id, parent: `place:${placeOf(practitioner)}`, quota: most });
    for (const stretch of stretches) groups.push({ id: stretch.id, parent: id, quota: stretch.capacity });
  }
  const limits = Object.entries(quotas.organisations).map(([organisation, { value }]) => ({
    id: `organisation:${organisation}`,
    quota: value,
    practitioners: hosting.flatMap(({ practitioner, leaves }) =>
      [practitioner.organisation.id, employerRefOf(practitioner.organisation).id].includes(organisation)
        ? leaves.map((leaf) => leaf.id)
        : [],
    ),
  }));
  return { groups, limits: limits.filter(({ practitioners }) => practitioners.length > 0) };
};

/** Load penalties of further learners for a practitioner who already has `before` learners. */
const penaltiesFrom = ({ pairs: { load } }: RoundPolicy, before: number): number[] =>
  load.values.slice(Math.min(before, load.values.length - 1));

/**
 * Translates practitioners and their possible learners into nodes with places and load penalties, in a tree
 * of quotas.
 * @param wants by practitioner, the learners who could be placed there or already are
 */
export const stageNodes = (
  practitioners: readonly Practitioner[],
  wants: ReadonlyMap<string, readonly Want[]>,
  policy: RoundPolicy,
): StageNodes => {
  const hosting = practitioners.flatMap((practitioner): Host[] => {
    const own = wants.get(practitioner.id);
    return own === undefined ? [] : [{ practitioner, ...hostingOf(practitioner, own) }];
  });
  const leafOf = new Map<string, Map<string, string>>();
  const hosts = new Map<string, string>();
  const loads = new Map<string, number>();
  const nodes: Instance['practitioners'] = [];
  for (const { practitioner, leaves, stretches } of hosting) {
    const { id } = practitioner;
    const alone = leaves.length < 2;
    leafOf.set(id, new Map(leaves.flatMap((leaf) => leaf.wants.map((one) => [one.requestId, leaf.id]))));
    for (const stretch of stretches) hosts.set(stretch.id, id);
    for (const { id: leaf, capacity, loadBefore, stretch } of leaves) {
      const group = alone ? `place:${placeOf(practitioner)}` : (stretch ?? `dpp:${id}`);
      hosts.set(leaf, id);
      loads.set(leaf, loadBefore);
      nodes.push({ id: leaf, group, capacity, loadPenalty: penaltiesFrom(policy, loadBefore) });
    }
  }
  return {
    practitioners: nodes,
    ...quotasOf(hosting, practitioners, policy),
    hosts,
    loads,
    leaf: (practitionerId, requestId) => requiredEntry(requiredEntry(leafOf, practitionerId), requestId),
  };
};
