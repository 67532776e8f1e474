import { dayInWords, londonDay, londonTime } from '../../shared/domain/time.ts';
import {
  dimensionWords,
  type PublicFairness,
  type PublicFairnessLine,
} from '../../shared/insights/public-fairness.ts';
import { type Quarter, quarterBefore, quarterInWords } from '../../shared/insights/quarter.ts';
import { fairnessDimensions } from '../../shared/matching/fairness.ts';
import type { SectionProps } from '../../site/src/components/section.tsx';
import type { InsightsViewProps } from '../../site/src/views/insights-view.tsx';

const NOT_SHOWN = 'not shown';

const percent = ({ share }: PublicFairnessLine): string => (share === null ? NOT_SHOWN : `${share}%`);

const headlineOf = ({ totals, quarter, by }: PublicFairness): string => {
  if (totals.learners === null || totals.share === null)
    return `Too few learners asked in ${quarterInWords(quarter)} to show how they fared.`;
  const shares = by.place.flatMap(({ share, words }) => (share === null ? [] : [{ share, words }]));
  const [lowest, ...others] = shares.toSorted((a, b) => a.share - b.share);
  const highest = others.at(-1);
  const gap =
    lowest === undefined || highest === undefined
      ? ''
      : ` From ${lowest.share}% in ${lowest.words} to ${highest.share}% in ${highest.words}.`;
  return `About ${totals.share}% of the ${totals.learners} learners who asked in ${quarterInWords(quarter)} have a place.${gap}`;
};

const travelSection = ({ travel }: PublicFairness): SectionProps => ({
  heading: 'Travel against first come, first served',
  paragraphs:
    travel === null
      ? ['Too few learners of this quarter were matched together in a round to compare.']
      : [
          `${travel.learners} learners were matched together in a round. Against first come, first served ` +
            `${travel.milesSaved < 0 ? 'they travel' : 'that saves'} ${Math.abs(travel.milesSaved)} ` +
            `${travel.milesSaved < 0 ? 'miles more' : 'miles'} over their whole time of learning: ` +
            `${Math.abs(travel.kgCo2eSaved)} kg CO2e${travel.milesSaved < 0 ? ' more' : ''}.`,
          `We count ${travel.kgCo2ePerMile} kg CO2e a mile: ${travel.source}, ${travel.year}` +
            (travel.confirmed ? '.' : ' (to be confirmed by the programme team).'),
        ],
});

/** How learners fared in a quarter → everything that the page shows. */
export const fairnessPage = (report: PublicFairness): InsightsViewProps => {
  const { quarter, totals, generatedAt } = report;
  const about = (of: Quarter, format?: string): string =>
    `/insights?about=fairness&quarter=${of}${format === undefined ? '' : `&format=${format}`}`;
  return {
    title: 'How learners fared',
    headline: headlineOf(report),
    countedWords: `${quarterInWords(quarter)}, counted at ${londonTime(generatedAt)} on ${dayInWords(londonDay(generatedAt))}`,
    figures: [
      { label: 'Learners who asked', value: String(totals.learners ?? NOT_SHOWN) },
      { label: 'With a place', value: percent(totals) },
      { label: 'Days waited', value: String(totals.waitingDays ?? NOT_SHOWN) },
      { label: 'Miles to the DPP', value: String(totals.miles ?? NOT_SHOWN) },
    ],
    sections: [
      ...fairnessDimensions
        .filter((dimension) => report.by[dimension].length > 0)
        .map((dimension) => ({
          heading: `By ${dimensionWords[dimension].toLowerCase()}`,
          table: {
            caption: `How learners fared by ${dimensionWords[dimension].toLowerCase()}`,
            captionHidden: true,
            head: [dimensionWords[dimension], 'Learners', 'Percent with a place', 'Days waited', 'Miles'],
            rows: report.by[dimension].map((line) => [
              line.words,
              line.learners ?? NOT_SHOWN,
              line.share ?? NOT_SHOWN,
              line.waitingDays ?? NOT_SHOWN,
              line.miles ?? NOT_SHOWN,
            ]),
          },
        })),
      travelSection(report),
    ],
    notes: [
      'We count learners by the day on which they confirmed their request, and what has come of it until now. Requests that were withdrawn are left out.',
      'A learner has a place when somebody has agreed to sign them off. Until then they go on waiting.',
      'Days and miles are medians: half of the learners have fewer. Miles are in a straight line, for learners with a place.',
      'We do not ask for, or count by, any protected characteristic.',
      'Learners are rounded to the nearest 5, and percentages too. We show nothing of fewer than 10 learners, and no miles of fewer than 5, because it could point at a person.',
    ],
    downloads: [
      { label: 'Download these figures as a spreadsheet (CSV)', href: about(quarter, 'csv') },
      { label: 'Get these figures as data (JSON)', href: about(quarter, 'json') },
      { label: `See ${quarterInWords(quarterBefore(quarter))}`, href: about(quarterBefore(quarter)) },
      { label: 'See places and learners now', href: '/insights' },
    ],
  };
};
