import { dayInWords, type Instant, londonDay, londonTime } from '../../../shared/kernel/time.ts';
import {
  aboutInWords,
  dimensionWords,
  type FairnessAbout,
  type PublicFairness,
  type PublicFairnessLine,
} from '../../../shared/insights/public-fairness.ts';
import { type FairnessDimension, fairnessDimensions } from '../../../shared/insights/fairness.ts';
import type { Action } from '../../../site/src/components/action-list.tsx';
import type { SectionProps } from '../../../site/src/components/section.tsx';
import type { InsightsViewProps } from '../../../site/src/views/insights-view.tsx';
import type { PublicRound } from './fairness-rounds.ts';

const NOT_SHOWN = 'not shown';

const percent = ({ share }: PublicFairnessLine): string => (share === null ? NOT_SHOWN : `${share}%`);

const whoIn = (about: FairnessAbout): string =>
  about.kind === 'quarter' ? `who asked in ${aboutInWords(about)}` : `of ${aboutInWords(about)}`;

const headlineOf = ({ totals, about, by }: PublicFairness): string => {
  if (totals.learners === null || totals.share === null)
    return about.kind === 'quarter'
      ? `Too few learners asked in ${aboutInWords(about)} to show how they fared.`
      : `Too few learners were in ${aboutInWords(about)} to show how they fared.`;
  const shares = by.place.flatMap(({ share, words }) => (share === null ? [] : [{ share, words }]));
  const [lowest, ...others] = shares.toSorted((a, b) => a.share - b.share);
  const highest = others.at(-1);
  const gap =
    lowest === undefined || highest === undefined
      ? ''
      : ` From ${lowest.share}% in ${lowest.words} to ${highest.share}% in ${highest.words}.`;
  return `About ${totals.share}% of the ${totals.learners} learners ${whoIn(about)} have a place.${gap}`;
};

/** The groups that may be seen as a table, the names of the others in a sentence. */
const dimensionSection = (
  dimension: FairnessDimension,
  lines: readonly PublicFairnessLine[],
): SectionProps => {
  const shown = lines.filter(({ learners }) => learners !== null);
  const hidden = lines.filter(({ learners }) => learners === null).map(({ words }) => words);
  const words = dimensionWords[dimension];
  return {
    heading: `By ${words.toLowerCase()}`,
    paragraphs: hidden.length === 0 ? [] : [`Fewer than 10 learners, so not shown: ${hidden.join('; ')}.`],
    ...(shown.length === 0
      ? {}
      : {
          table: {
            caption: `How learners fared by ${words.toLowerCase()}`,
            captionHidden: true,
            head: [words, 'Learners', 'Percent with a place', 'Days waited', 'Miles'],
            rows: shown.map((line) => [
              line.words,
              line.learners ?? NOT_SHOWN,
              line.share ?? NOT_SHOWN,
              line.waitingDays ?? NOT_SHOWN,
              line.miles ?? NOT_SHOWN,
            ]),
          },
        }),
  };
};

const travelWords = ({ travel }: PublicFairness): readonly string[] => {
  if (travel === null)
    return ['Too few of these learners were matched together in a round to compare travel.'];
  const { learners, milesSaved, kgCo2eSaved, kgCo2ePerMile, source, year, confirmed } = travel;
  const more = milesSaved < 0;
  return [
    `${learners} learners would have had a place both ways. Against first come, first served ` +
      `${more ? 'they travel' : 'the round saves'} ${Math.abs(milesSaved)} ${more ? 'miles more' : 'miles'} ` +
      `over their whole time of learning: ${Math.abs(kgCo2eSaved)} kg CO2e${more ? ' more' : ''}.`,
    `We count ${kgCo2ePerMile} kg CO2e a mile: ${source}, ${year}` +
      (confirmed ? '.' : ' (to be confirmed by the programme team).'),
  ];
};

const againstFirstCome = (report: PublicFairness): SectionProps => {
  const { firstComeShare, about } = report;
  const of = about.kind === 'quarter' ? 'these learners whom a round matched' : 'these learners';
  return {
    heading: 'Against first come, first served',
    paragraphs: [
      ...(firstComeShare === null
        ? []
        : [`First come, first served would have found a place for about ${firstComeShare}% of ${of}.`]),
      ...travelWords(report),
    ],
  };
};

/** The draw can be checked by anybody: the hash stands here from the first day, the seed once it is revealed. */
const drawSection = ({ seed, seedHash }: PublicRound): SectionProps => ({
  heading: 'The draw',
  paragraphs: [
    'Where learners are equal in the published order, a draw decides. Its seed was drawn before anybody could know what it decides.',
    seed === undefined
      ? 'We publish the hash of the seed now and the seed itself later, so that anybody can check that it was not changed.'
      : 'The seed is published now. Its SHA-256 is the hash that stood here from the first day.',
  ],
  rows: [
    { label: 'SHA-256 of the seed', value: seedHash },
    ...(seed === undefined ? [] : [{ label: 'Seed', value: seed }]),
  ],
});

const reportsSection = (reports: readonly Action[]): SectionProps => ({
  heading: 'Quarters and rounds',
  actions: reports,
});

const TITLE = 'How learners fared';
const backToSupply: Action = { label: 'See places and learners now', href: '/insights' };

const countedAt = (now: Instant): string => `counted at ${londonTime(now)} on ${dayInWords(londonDay(now))}`;

/** A round that has not made offers yet: what it is for, and the hash of its seed. */
export const roundBeforeOffers = (
  round: PublicRound,
  reports: readonly Action[],
  now: Instant,
): InsightsViewProps => ({
  title: TITLE,
  headline: `The round “${round.name}” has no figures to show.`,
  countedWords: `Courses that start from ${dayInWords(round.startsFrom)} to ${dayInWords(round.startsTo)}, ${countedAt(now)}`,
  figures: [],
  sections: [drawSection(round), reportsSection(reports)],
  notes: ['We show how learners of a round fared once its offers are made, for two years.'],
  downloads: [backToSupply],
});

const whoCounts = ({ kind }: FairnessAbout): readonly string[] =>
  kind === 'quarter'
    ? [
        'We count learners by the day on which they confirmed their request, and what has come of it until now. Requests that were withdrawn are left out.',
        'A learner has a place when somebody has agreed to sign them off. Until then they go on waiting.',
      ]
    : [
        'We count the learners whom the round matched together, and what its offers came to at its last follow-up.',
        'A learner has a place when somebody was asked, or had agreed, to sign them off. They waited until the plan was made.',
      ];

const addressOf = (about: FairnessAbout): string =>
  `/insights?about=fairness&${about.kind === 'quarter' ? `quarter=${about.quarter}` : `round=${encodeURIComponent(about.id)}`}`;

const periodOf = (about: FairnessAbout): string =>
  about.kind === 'quarter' ? aboutInWords(about) : `Offers last made on ${dayInWords(about.confirmedOn)}`;

/**
 * How learners of a quarter or a round fared → everything that the page shows.
 * @param reports links to every quarter and round
 * @param round the round that the report is about, for its draw
 */
export const fairnessPage = (
  report: PublicFairness,
  reports: readonly Action[],
  round?: PublicRound,
): InsightsViewProps => {
  const { about, totals, generatedAt } = report;
  return {
    title: TITLE,
    headline: headlineOf(report),
    countedWords: `${periodOf(about)}, ${countedAt(generatedAt)}`,
    figures: [
      {
        label: about.kind === 'quarter' ? 'Learners who asked' : 'Learners in the round',
        value: String(totals.learners ?? NOT_SHOWN),
      },
      { label: 'With a place', value: percent(totals) },
      { label: 'Days waited', value: String(totals.waitingDays ?? NOT_SHOWN) },
      { label: 'Miles to the DPP', value: String(totals.miles ?? NOT_SHOWN) },
    ],
    sections: [
      ...fairnessDimensions
        .filter((dimension) => report.by[dimension].length > 0)
        .map((dimension) => dimensionSection(dimension, report.by[dimension])),
      againstFirstCome(report),
      ...(round === undefined ? [] : [drawSection(round)]),
      reportsSection(reports),
    ],
    notes: [
      ...whoCounts(about),
      'Days and miles are medians: half of the learners have fewer. Miles are in a straight line, for learners with a place.',
      'We do not ask for, or count by, any protected characteristic.',
      'Learners are rounded to the nearest 5, and percentages too. We show nothing of fewer than 10 learners, and no miles of fewer than 5, because it could point at a person.',
    ],
    downloads: [
      {
        label: 'Download these figures as a spreadsheet (CSV)',
        href: `${addressOf(about)}&format=csv`,
      },
      { label: 'Get these figures as data (JSON)', href: `${addressOf(about)}&format=json` },
      backToSupply,
    ],
  };
};
