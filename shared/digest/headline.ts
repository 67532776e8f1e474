import { dayInWords } from '../kernel/time.ts';
import type { PlaceNames } from '../geography/geography.ts';
import type { Figures } from './figures.ts';
import type { DigestScope } from './scope.ts';
import { protectedCount } from './protected-count.ts';

const capital = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}`;

/** Puts a count into words: "1 learner", "7 learners", "fewer than 3 learners". */
const counted = (count: number, noun: string, protect: boolean): string => {
  const shown = protectedCount(count, protect);
  return `${shown.words} ${noun}${shown.exact && count === 1 ? '' : 's'}`;
};

/**
 * Whether small counts must be suppressed: they could identify people in a place. The lead of an organisation sees its
 * own numbers, and the whole system is large enough.
 */
export const protects = (scope: DigestScope): boolean => scope.kind === 'place';

const need = (count: number, words: string): string =>
  words.startsWith('1 ') && count === 1 ? 'needs' : 'need';

interface Headline {
  /**
   * One sentence, without its full stop: how many learners need a DPP and by when, and where places are
   * unused.
   */
  readonly sentence: string;
  /**
   * The same sentence in several wordings, each shorter than the one before. A subject line uses the first
   * one that is short enough.
   */
  readonly short: readonly string[];
}

/**
 * Writes the most important message of a digest in one sentence: how many learners need a DPP and by when,
 * and where places are unused. Example: "7 learners need a DPP by 14 January 2027; 3 places unused in
 * North Shore"
 */
export const headlineOf = (scope: DigestScope, figures: Figures, { placeName }: PlaceNames): Headline => {
  const protect = protects(scope);
  const { waiting, waitingSoon, soonBy, free } = figures;
  const count = waitingSoon > 0 ? waitingSoon : waiting;
  const learners = counted(count, 'learner', protect);
  const needing = waiting === 0 ? 'no learner is waiting' : `${learners} ${need(count, learners)} a DPP`;
  const until = waiting === 0 || soonBy === undefined ? undefined : dayInWords(soonBy);
  const demand = until === undefined ? needing : `${needing} by ${until}`;
  const demandThisYear = until === undefined ? needing : `${needing} by ${until.replace(/ \d{4}$/, '')}`;

  const freest = figures.byPlace.toSorted((a, b) => b.free - a.free || a.id.localeCompare(b.id))[0];
  const everywhere = scope.kind === 'system';
  const unused = everywhere ? (freest?.free ?? 0) : free;
  const supply = unused === 0 ? 'no place is unused' : `${counted(unused, 'place', protect)} unused`;
  const where = everywhere && unused > 0 && freest !== undefined ? ` in ${placeName(freest.id)}` : '';
  return {
    sentence: capital(`${demand}; ${supply}${where}`),
    short: [
      `${demandThisYear}; ${supply}${where}`,
      ...(free === 0 ? [] : [`${demandThisYear}; ${counted(free, 'place', protect)} unused`]),
      demandThisYear,
      needing,
    ].map(capital),
  };
};
