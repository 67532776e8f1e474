import * as z from 'zod';
import type { Practitioner } from '../../people/practitioner.ts';
import { relatedAreas } from '../../reference/clinical-areas.ts';
import { withinSentence, wordsOf } from '../../reference/reference-words.ts';
import { type WeighedQuery, weight } from '../query/weight.ts';
import { criterion } from './criterion.ts';

const weights = {
  /**
   * Points if the learner's lead area is one of the practitioner's areas, but not the practitioner's lead
   * area.
   */
  listedArea: weight(20, 'The area is part of the DPP’s work, but not the main part.'),
  /** Points if the practitioner knows only a related area, or another of the learner's areas. */
  relatedArea: weight(
    80,
    'Learning from a DPP who leads in the area itself is worth 8 extra minutes of travel.',
  ),
  /** Points for each degree below 3, which is the degree of the most closely related areas. */
  looserRelation: weight(
    10,
    'A learner can apply more of what they learn if the area is closely related. How closely two areas are related is a judgement, so the difference in points is small.',
  ),
};

const CLOSEST = 3;

interface KnownArea {
  readonly knows: 'leads' | 'lists' | 'shares' | 'related';
  /** The practitioner's area that comes closest to the learner's. */
  readonly area: string;
  /** Another of the learner's areas, to which `area` is related more closely than to the main one. */
  readonly to?: string;
  readonly points: number;
}

/** The first of some areas that is related to another in a degree; undefined if none is. */
const nearArea = (areas: Iterable<string>, other: string, degree?: number): string | undefined =>
  [...areas].find((area) =>
    relatedAreas.some(
      ([one, two, near]) =>
        (degree === undefined || near === degree) &&
        ((one === area && two === other) || (two === area && one === other)),
    ),
  );

const knownArea = (
  { request, areas, related, policy }: WeighedQuery<typeof weights>,
  practitioner: Practitioner,
): KnownArea => {
  const wanted = request.leadArea;
  if (practitioner.leadArea === wanted) return { knows: 'leads', area: wanted, points: 0 };
  if (practitioner.areas.includes(wanted))
    return { knows: 'lists', area: wanted, points: policy.listedArea.value };
  const theirs = [practitioner.leadArea, ...practitioner.areas];
  const shared = theirs.find((one) => areas.has(one));
  if (shared !== undefined) return { knows: 'shares', area: shared, points: policy.relatedArea.value };
  const degreeOf = (one: (typeof theirs)[number]): number => related.get(one) ?? 0;
  const closest = theirs.reduce((best, one) => (degreeOf(one) > degreeOf(best) ? one : best));
  const to = nearArea([wanted, ...areas], closest, degreeOf(closest));
  const short = CLOSEST - degreeOf(closest);
  return {
    knows: 'related',
    area: closest,
    ...(to === undefined || to === wanted ? {} : { to }),
    points: policy.relatedArea.value + short * policy.looserRelation.value,
  };
};

const inWords = (area: string): string => withinSentence(wordsOf(area));

export const area = criterion(weights, {
  name: 'area',
  label: 'Clinical area',
  facts: z.object({
    knows: z.enum(['leads', 'lists', 'shares', 'related']),
    area: z.string(),
    wanted: z.string(),
    /** Another of the learner's areas, to which `area` is related; absent if it is the main one, or in old offers. */
    to: z.string().exactOptional(),
  }),
  judge: (query, practitioner) => {
    const { points, ...known } = knownArea(query, practitioner);
    return { points, facts: { ...known, wanted: query.request.leadArea } };
  },
  atLeast: ({ request, policy }, { leadArea, areas }) => {
    if (leadArea === request.leadArea) return 0;
    return areas.includes(request.leadArea) ? policy.listedArea.value : policy.relatedArea.value;
  },
  toPractitioner: ({ knows, area: known, wanted, to }) => {
    if (wanted === undefined) return undefined;
    if (knows === 'leads') return `You lead in the learner’s main area: ${inWords(wanted)}.`;
    if (knows === 'lists') return `You work in the learner’s main area: ${inWords(wanted)}.`;
    if (known === undefined) return undefined;
    if (knows === 'shares')
      return `You work in one of the learner’s other areas: ${inWords(known)}. The learner’s main area is ${inWords(wanted)}.`;
    const near = to ?? nearArea([wanted], known);
    if (near === wanted)
      return `Your area, ${inWords(known)}, is close to the learner’s: ${inWords(wanted)}.`;
    const other = near === undefined ? '' : `, ${inWords(near)}`;
    return `Your area, ${inWords(known)}, is close to one of the learner’s other areas${other}. The learner’s main area is ${inWords(wanted)}.`;
  },
  toTeam: ({ knows, area: known, wanted, to }) => {
    if (wanted === undefined || known === undefined) return [];
    switch (knows) {
      case 'leads':
        return [`leads in ${inWords(wanted)}`];
      case 'lists':
        return [`works in ${inWords(wanted)}`];
      case 'shares':
        return [`shares ${inWords(known)} with the learner, whose main area is ${inWords(wanted)}`];
      default:
        return [
          to === undefined || to === wanted
            ? `${inWords(known)} is near to ${inWords(wanted)}`
            : `${inWords(known)} is near to ${inWords(to)}, while the main area is ${inWords(wanted)}`,
        ];
    }
  },
});
