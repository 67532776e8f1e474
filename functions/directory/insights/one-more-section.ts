import type { PublicOneMore } from '../../../shared/insights/public-one-more.ts';
import type { SectionProps } from '../../../site/src/components/section.tsx';

/** Maximum rows on the page; the CSV has them all. */
const MAX_ROWS = 12;

const learners = (count: number): string => `${count} ${count === 1 ? 'learner' : 'learners'}`;

const firstSentence = ({ withoutPlace }: PublicOneMore): string => {
  if (withoutPlace === null)
    return 'The DPPs we have at the moment could take all but a few (fewer than 5) of the waiting learners.';
  return withoutPlace === 0
    ? 'The DPPs we have at the moment could take every learner who is waiting.'
    : `Even if we share out the places we have at the moment in the best way, ${learners(withoutPlace)} would have no place.`;
};

/** Makes the section of the insights page on where one more DPP would help most. */
export const oneMoreSection = (found: PublicOneMore): SectionProps => {
  const { rows, others } = found;
  const further =
    others === 0
      ? []
      : [
          `In ${others} ${rows.length === 0 ? '' : 'other '}${others === 1 ? 'combination' : 'combinations'} of place and clinical area, a new DPP could take fewer than 5 learners. We do not show these combinations, because the numbers could identify a person.`,
        ];
  return {
    heading: 'Where one more DPP would help most',
    paragraphs: [firstSentence(found), ...further],
    ...(rows.length === 0
      ? {}
      : {
          table: {
            caption: 'Where one more DPP would help most',
            captionHidden: true,
            head: [
              'Place',
              'Clinical area',
              'Best town',
              'Learners that the new DPP could take',
              'Learners that no DPP can take at the moment',
            ],
            rows: rows
              .slice(0, MAX_ROWS)
              .map(({ placeWords, areaWords, town, couldTake, nobodyNow }) => [
                placeWords,
                areaWords,
                town,
                couldTake,
                nobodyNow ?? 'not shown',
              ]),
          },
        }),
    actions: [
      { label: 'Become a DPP', href: '/become-a-dpp/' },
      {
        label: 'Download a spreadsheet (CSV) of where one more DPP would help',
        href: '/insights?about=one-more-dpp&format=csv',
      },
    ],
  };
};
