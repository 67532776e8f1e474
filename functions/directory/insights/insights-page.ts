import { dayInWords, londonDay, londonTime } from '../../../shared/kernel/time.ts';
import type { Counts, FigureRow, PublicFigures } from '../../../shared/insights/public-figures.ts';
import type { SectionProps } from '../../../site/src/components/section.tsx';
import type { InsightsViewProps } from '../../../site/src/views/insights-view.tsx';

/** Text that replaces a number that could identify a person. */
const NOT_SHOWN = 'not shown';

const shown = (count: number | null): number | string => count ?? NOT_SHOWN;

const plural = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

const waitingWords = ({ waiting }: Counts): string => {
  if (waiting === null) return 'Fewer than 5 learners need a DPP';
  return waiting === 0 ? 'No learner is waiting for a DPP' : `${waiting} learners need a DPP`;
};

const headlineOf = ({ totals, byPlace }: PublicFigures): string => {
  const [short] = byPlace
    .filter(({ unmet }) => (unmet ?? 0) > 0)
    .toSorted((a, b) => (b.unmet ?? 0) - (a.unmet ?? 0));
  const free = totals.free === null ? '' : `; ${plural(totals.free, 'place is', 'places are')} free`;
  const shortage =
    short === undefined ? '' : `. ${short.words} is short of ${plural(short.unmet ?? 0, 'place', 'places')}`;
  return `${waitingWords(totals)}${free}${shortage}.`;
};

/** Sorts by largest shortage, so that the first bar shows where one more DPP helps most. */
const byShortage = (rows: readonly FigureRow[]): readonly FigureRow[] =>
  rows.toSorted(
    (a, b) =>
      (b.unmet ?? 0) - (a.unmet ?? 0) ||
      (b.waiting ?? 0) - (a.waiting ?? 0) ||
      (b.offered ?? 0) - (a.offered ?? 0) ||
      (a.words < b.words ? -1 : 1),
  );

const chart = (
  id: string,
  title: string,
  labelHead: string,
  rows: readonly FigureRow[],
): NonNullable<SectionProps['chart']> => ({
  id,
  title,
  labelHead,
  series: ['Places free', 'Learners waiting'],
  bars: rows.map(({ words, free, waiting }) => ({ label: words, values: [shown(free), shown(waiting)] })),
});

const supplyTable = (
  caption: string,
  head: string,
  rows: readonly FigureRow[],
): NonNullable<SectionProps['table']> => ({
  caption,
  captionHidden: true,
  head: [head, 'DPPs', 'Places offered', 'Places taken', 'Places free'],
  rows: rows.map(({ words, dpps, offered, taken, free }) => [
    words,
    ...[dpps, offered, taken, free].map(shown),
  ]),
});

const sectionsOf = (figures: PublicFigures, area: string): readonly SectionProps[] => [
  {
    heading: `By part of ${area}`,
    chart: chart('by-place', `Places and learners by part of ${area}`, 'Part', byShortage(figures.byPlace)),
  },
  {
    heading: 'By the learner’s profession',
    paragraphs: ['We count a place under every profession that the DPP supervises.'],
    chart: chart(
      'by-profession',
      'Places and learners by the learner’s profession',
      'Profession of the learner',
      byShortage(figures.byProfession),
    ),
  },
  {
    heading: 'By clinical area',
    paragraphs: [
      'We count a place under every clinical area of the DPP. We count a learner only under their main clinical area.',
    ],
    chart: chart(
      'by-area',
      'Places and learners by clinical area',
      'Clinical area',
      byShortage(figures.byArea),
    ),
  },
  {
    heading: 'Who the DPPs are',
    table: supplyTable('DPPs by profession', 'Profession of the DPP', byShortage(figures.byDppProfession)),
  },
];

/**
 * Makes the content of the page on supply and demand.
 * @param area name of the system
 */
export const insightsPage = (
  figures: PublicFigures,
  area: string,
  oneMore: SectionProps,
): InsightsViewProps => {
  const { totals, generatedAt } = figures;
  return {
    headline: headlineOf(figures),
    countedWords: `Counted at ${londonTime(generatedAt)} on ${dayInWords(londonDay(generatedAt))}`,
    figures: [
      { label: 'DPPs', value: String(shown(totals.dpps)) },
      { label: 'Places offered', value: String(shown(totals.offered)) },
      { label: 'Places taken', value: String(shown(totals.taken)) },
      { label: 'Places free', value: String(shown(totals.free)) },
      { label: 'Learners waiting', value: String(shown(totals.waiting)) },
    ],
    sections: [oneMore, ...sectionsOf(figures, area)],
    notes: [
      'We count DPPs in the directory and the places they offer over the next 6 months.',
      'A place is taken when a DPP has agreed to supervise a learner at any time in those 6 months.',
      'A learner is waiting from the day they confirm their request until every supervisor they need has agreed.',
      'To find out where one more DPP would help most, we imagine a new DPP and apply the same rules as for everyone else. We count the learners this DPP could take, out of those who compete for too few places.',
      'Small numbers could identify a person, so we hide a number of learners if it is 1, 2, 3 or 4. If there are only 1 or 2 DPPs, we hide how many there are and how many places they have. ' +
        'If someone could work out a hidden number from the others, we hide another number too. We show every 0.',
    ],
    downloads: [
      { label: 'Download these figures as a spreadsheet (CSV)', href: '/insights?format=csv' },
      { label: 'Get these figures as data (JSON)', href: '/insights?format=json' },
      {
        label: 'See results for learners by quarter and by matching round',
        href: '/insights?about=fairness',
      },
    ],
  };
};
