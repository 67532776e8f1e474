import { csvOf } from '../kernel/csv.ts';
import type { FigureRow, PublicFigures } from './public-figures.ts';

const cells = (by: string, { words, dpps, offered, taken, free, waiting, unmet }: FigureRow): string[] => [
  by,
  words,
  ...[dpps, offered, taken, free, waiting, unmet].map((count) => (count === null ? '' : String(count))),
];

/**
 * The public figures as CSV, one row per heading. An empty cell is a suppressed number.
 * @param area name of the system
 */
export const figuresCsv = (
  { totals, byPlace, byProfession, byArea, byDppProfession }: PublicFigures,
  area: string,
): string =>
  csvOf([
    ['Counted by', 'Heading', 'DPPs', 'Offered', 'Taken', 'Free', 'Learners waiting', 'Short of places'],
    cells('Everything', { id: 'all', words: area, ...totals }),
    ...byPlace.map((row) => cells('Place', row)),
    ...byProfession.map((row) => cells('Profession of the learner', row)),
    ...byArea.map((row) => cells('Clinical area', row)),
    ...byDppProfession.map((row) => cells('Profession of the DPP', row)),
  ]);
