import { travelAttribution } from '../../../shared/reference/travel-attribution.ts';
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
  about.kind === 'quarter' ? `who requested a DPP in ${aboutInWords(about)}` : `of ${aboutInWords(about)}`;

const headlineOf = ({ totals, about, by }: PublicFairness): string => {
  if (totals.learners === null || totals.share === null)
    return about.kind === 'quarter'
      ? `Too few learners requested a DPP in ${aboutInWords(about)} for us to show results.`
      : `Too few learners were in ${aboutInWords(about)} for us to show results.`;
  const shares = by.place.flatMap(({ share, words }) => (share === null ? [] : [{ share, words }]));
  const [lowest, ...others] = shares.toSorted((a, b) => a.share - b.share);
  const highest = others.at(-1);
  const gap =
    lowest === undefined || highest === undefined
      ? ''
      : ` This percentage ranges from ${lowest.share}% in ${lowest.words} to ${highest.share}% in ${highest.words}.`;
  return `About ${totals.share}% of the ${totals.learners} learners ${whoIn(about)} have a place.${gap}`;
};

/** Makes a table of the groups whose figures may be published, and a sentence that names the other groups. */
const dimensionSection = (
  dimension: FairnessDimension,
  lines: readonly PublicFairnessLine[],
): SectionProps => {
  const shown = lines.filter(({ learners }) => learners !== null);
  const hidden = lines.filter(({ learners }) => learners === null).map(({ words }) => words);
  const words = dimensionWords[dimension];
  return {
    heading: `By ${words.toLowerCase()}`,
    paragraphs:
      hidden.length === 0
        ? []
        : [`Not shown, because they have fewer than 10 learners: ${hidden.join('; ')}.`],
    ...(shown.length === 0
      ? {}
      : {
          table: {
            caption: `Results for learners by ${words.toLowerCase()}`,
            captionHidden: true,
            head: [
              words,
              'Learners',
              'Percentage with a place',
              'Days waited',
              'Minutes by road',
              'Miles by road',
            ],
            rows: shown.map((line) => [
              line.words,
              line.learners ?? NOT_SHOWN,
              line.share ?? NOT_SHOWN,
              line.waitingDays ?? NOT_SHOWN,
              line.roadMinutes ?? NOT_SHOWN,
              line.roadMiles ?? NOT_SHOWN,
            ]),
          },
        }),
  };
};

const travelWords = ({ travel }: PublicFairness): readonly string[] => {
  if (travel === null)
    return [
      'Too few of these learners have a place and would also have had one under first come, first served, so we do not compare travel.',
    ];
  const { learners, milesSaved, kgCo2eSaved, kgCo2ePerMile, source, year, confirmed } = travel;
  const more = milesSaved < 0;
  return [
    `${learners} learners have a place and would also have had one under first come, first served. Compared with that, ` +
      `${more ? 'they travel' : 'the round saves'} ${Math.abs(milesSaved)} ${more ? 'miles more by road' : 'miles by road'} ` +
      `over their whole course: ${Math.abs(kgCo2eSaved)} kg CO2e${more ? ' more' : ''}.`,
    `For each mile we count ${kgCo2ePerMile} kg CO2e (source: ${source}, ${year})` +
      (confirmed ? '.' : '. The programme team has not confirmed this figure yet.'),
  ];
};

const againstFirstCome = (report: PublicFairness): SectionProps => {
  const { firstComeShare, about } = report;
  const of = about.kind === 'quarter' ? 'these learners whom a round matched' : 'these learners';
  return {
    heading: 'Compared with first come, first served',
    paragraphs: [
      ...(firstComeShare === null
        ? []
        : [`First come, first served would have found a place for about ${firstComeShare}% of ${of}.`]),
      ...travelWords(report),
    ],
  };
};

/**
 * Explains how to check a round's draw. The hash of the seed is published when the round starts; the seed itself is
 * published later.
 */
const drawSection = ({ seed, seedHash }: PublicRound): SectionProps => ({
  heading: 'The draw',
  paragraphs: [
    'When learners are equal in the published order, a draw decides. We picked the random seed of the draw before anyone could know the result.',
    seed === undefined
      ? 'We publish a fingerprint (hash) of the seed now and the seed itself later, so that anyone can check that we did not change the seed.'
      : 'The seed is now published. You can check that its SHA-256 hash is the one we have shown on this page from the start.',
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

const TITLE = 'Results for learners';
const backToSupply: Action = { label: 'See current numbers of places and learners', href: '/insights' };

const countedAt = (now: Instant): string => `counted at ${londonTime(now)} on ${dayInWords(londonDay(now))}`;

/** Makes the page of a round that has not made offers yet: shows its cohort, and the hash of its seed. */
export const roundBeforeOffers = (
  round: PublicRound,
  reports: readonly Action[],
  now: Instant,
): InsightsViewProps => ({
  title: TITLE,
  headline: `We have no results of the round “${round.name}” to show.`,
  countedWords: `Courses that start from ${dayInWords(round.startsFrom)} to ${dayInWords(round.startsTo)}, ${countedAt(now)}`,
  figures: [],
  sections: [drawSection(round), reportsSection(reports)],
  notes: ['We show the results of a round for 2 years, starting when its offers are made.'],
  downloads: [backToSupply],
});

const whoCounts = ({ kind }: FairnessAbout): readonly string[] =>
  kind === 'quarter'
    ? [
        'We count learners by the day they confirmed their request, and show what has happened since. We leave out withdrawn requests.',
        'A learner has a place when someone has agreed to sign them off. Until then they are waiting.',
      ]
    : [
        'We count the learners in the round, and show what had become of their offers when we last checked.',
        'A learner has a place if, by then, a DPP had been asked to sign the learner off or had agreed. We count waiting time up to the day the round was planned.',
      ];

const addressOf = (about: FairnessAbout): string =>
  `/insights?about=fairness&${about.kind === 'quarter' ? `quarter=${about.quarter}` : `round=${encodeURIComponent(about.id)}`}`;

const periodOf = (about: FairnessAbout): string =>
  about.kind === 'quarter' ? aboutInWords(about) : `Offers last made on ${dayInWords(about.confirmedOn)}`;

/**
 * Makes the content of the page on the outcomes of a quarter or a round.
 * @param reports links to every quarter and round
 * @param round the round that the report is about, if any, to explain its draw
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
        label: about.kind === 'quarter' ? 'Learners who requested a DPP' : 'Learners in the round',
        value: String(totals.learners ?? NOT_SHOWN),
      },
      { label: 'With a place', value: percent(totals) },
      { label: 'Days waited', value: String(totals.waitingDays ?? NOT_SHOWN) },
      { label: 'Minutes to the DPP by road', value: String(totals.roadMinutes ?? NOT_SHOWN) },
      { label: 'Miles to the DPP by road', value: String(totals.roadMiles ?? NOT_SHOWN) },
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
      'Days, minutes and miles are medians: half of the learners have fewer. Minutes and miles are by road, and only for learners with a place.',
      travelAttribution,
      'We do not ask for protected characteristics or count by them.',
      'We round numbers of learners and percentages to the nearest 5. We show nothing about a group of fewer than 10 learners, and no minutes or miles if fewer than 5 learners in a group have a place, because such figures could identify a person.',
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
