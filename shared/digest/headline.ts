import { dayInWords } from '../domain/time.ts';
import { places } from '../reference/places.ts';
import type { Figures } from './figures.ts';
import type { DigestScope } from './scope.ts';
import { shownCount } from './shown.ts';

const capital = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}`;

/** "1 learner", "7 learners", "fewer than 3 learners". */
const counted = (count: number, noun: string, protect: boolean): string => {
  const shown = shownCount(count, protect);
  return `${shown.words} ${noun}${shown.exact && count === 1 ? '' : 's'}`;
};

/** Only people who could be recognised need protecting: in a small place or an organisation, not in the whole system. */
export const protects = (scope: DigestScope): boolean => scope.kind !== 'system';

const need = (count: number, words: string): string =>
  words.startsWith('1 ') && count === 1 ? 'needs' : 'need';

/**
 * What matters most, in one sentence: who needs a DPP until when, and where places are unused.
 * "7 learners need a DPP by 14 January 2027; 3 places unused in Medway and Swale"
 */
export const headlineOf = (scope: DigestScope, figures: Figures): string => {
  const protect = protects(scope);
  const { waiting, waitingSoon, soonBy, free } = figures;
  const count = waitingSoon > 0 ? waitingSoon : waiting;
  const learners = counted(count, 'learner', protect);
  const demand =
    waiting === 0
      ? 'no learner is waiting'
      : soonBy === undefined
        ? `${learners} ${need(count, learners)} a DPP`
        : `${learners} ${need(count, learners)} a DPP by ${dayInWords(soonBy)}`;

  const freest = figures.byPlace.toSorted((a, b) => b.free - a.free || a.id.localeCompare(b.id))[0];
  const where =
    scope.kind !== 'system' || freest === undefined
      ? ''
      : ` in ${places.find(({ id }) => id === freest.id)?.words ?? freest.id}`;
  const unused = scope.kind === 'system' ? (freest?.free ?? 0) : free;
  const supply = unused === 0 ? 'no place is unused' : `${counted(unused, 'place', protect)} unused${where}`;
  return capital(`${demand}; ${supply}`);
};
