import { labelled } from '../../../shared/directory/labelled.ts';
import type { SupervisionRequest } from '../../../shared/requests/request.ts';
import { agoInWords, type Day, dayInWords } from '../../../shared/kernel/time.ts';
import type { OrganisationFigures } from '../../../shared/insights/organisation-figures.ts';
import { withinSentence } from '../../../shared/reference/reference-words.ts';
import { clinicalAreas } from '../../../shared/reference/clinical-areas.ts';
import { professions } from '../../../shared/reference/professions.ts';
import type { SectionProps } from '../../../site/src/components/section.tsx';
import type { DetailPageProps } from '../../../site/src/views/detail-page.tsx';
import { hoursInWords } from '../../../shared/kernel/hours-in-words.ts';

/** Maximum rows of a table; a sentence below it says how many are left out. */
const MAX_ROWS = 50;

const learners = (count: number): string => (count === 1 ? '1 learner' : `${count} learners`);

const seatsWords = ({ seats }: SupervisionRequest): string => {
  const filled = seats.filter(({ state }) => state === 'filled').length;
  return `${filled} of ${seats.length} filled`;
};

const supply = ({ totals, dpps }: OrganisationFigures, today: Day): SectionProps => ({
  heading: 'Your DPPs',
  paragraphs:
    dpps.length === 0
      ? ['None of your prescribers are listed in the directory.']
      : [
          `${totals.offered} ${totals.offered === 1 ? 'place' : 'places'} offered, ${totals.taken} taken and ${totals.free} free over the next 6 months.`,
        ],
  ...(dpps.length === 0
    ? { actions: [{ label: 'Share how to become a DPP', href: '/become-a-dpp/' }] }
    : {
        table: {
          caption: 'Your listed DPPs',
          captionHidden: true,
          head: ['Name', 'Profession', 'Availability', 'Details confirmed'],
          rows: dpps
            .slice(0, MAX_ROWS)
            .map((listing) => [
              listing.name,
              listing.profession.words,
              listing.availability.words,
              agoInWords(listing.confirmedOn, today),
            ]),
        },
      }),
});

const demand = ({ requests }: OrganisationFigures): SectionProps => ({
  heading: 'Your learners who need a DPP',
  paragraphs: [
    requests.length === 0
      ? 'None of your learners is waiting for a DPP.'
      : `${learners(requests.length)} waiting for a DPP.`,
  ],
  ...(requests.length === 0
    ? {}
    : {
        table: {
          caption: 'Open requests',
          captionHidden: true,
          head: ['Profession', 'Clinical area', 'DPP needed by', 'Supervisors'],
          rows: requests
            .slice(0, MAX_ROWS)
            .map((request) => [
              labelled(professions, request.profession).words,
              labelled(clinicalAreas, request.leadArea).words,
              dayInWords(request.signOffNeededBy),
              seatsWords(request),
            ]),
        },
      }),
});

const exchange = ({ hostingBalance, partners }: OrganisationFigures): SectionProps => ({
  heading: 'Learners you host, and your learners hosted elsewhere',
  paragraphs:
    hostingBalance === undefined
      ? ['Your DPPs and learners have no matches yet.']
      : [
          `You hosted ${learners(hostingBalance.hosted)} from other organisations (${hoursInWords(hostingBalance.hostedHours)}). ` +
            `Other organisations hosted ${learners(hostingBalance.placed)} from yours (${hoursInWords(hostingBalance.placedHours)}). ` +
            `${learners(hostingBalance.own)} from your organisation learned with your own DPPs.`,
        ],
  ...(partners.length === 0
    ? {}
    : {
        table: {
          caption: 'Learners hosted, by organisation',
          captionHidden: true,
          head: ['Organisation', 'Their learners hosted by you', 'Your learners hosted by them'],
          rows: partners
            .slice(0, MAX_ROWS)
            .map(({ name, hostedForThem, placedWithThem }) => [name, hostedForThem, placedWithThem]),
        },
      }),
});

const swaps = ({ swaps: found }: OrganisationFigures): readonly SectionProps[] =>
  found.length === 0
    ? []
    : [
        {
          heading: 'Swaps you could arrange',
          paragraphs: [
            'Each of these organisations has a DPP with a place for one of your learners, and you have a place for one of theirs. To arrange a swap, talk to their NMP lead.',
          ],
          table: {
            caption: 'Possible swaps',
            captionHidden: true,
            head: ['Organisation', 'They could host', 'You could host'],
            rows: found
              .slice(0, MAX_ROWS)
              .map(({ partner, theyCanHost, weCanHost }) => [
                partner.name,
                theyCanHost
                  .map(
                    ({ profession, leadArea }) =>
                      `${labelled(professions, profession).words} (${withinSentence(labelled(clinicalAreas, leadArea).words)})`,
                  )
                  .join(', '),
                learners(weCanHost),
              ]),
          },
        },
      ];

/** Content of the page for an organisation's lead. */
export const organisationView = (
  name: string,
  figures: OrganisationFigures,
  today: Day,
): DetailPageProps => ({
  title: name,
  caption: 'Your organisation in DPP Match',
  wide: true,
  sections: [
    supply(figures, today),
    demand(figures),
    exchange(figures),
    ...swaps(figures),
    {
      heading: 'Next steps',
      actions: [
        { label: 'Request a DPP for a learner', href: '/request-a-dpp/' },
        { label: 'Find DPPs in the directory', href: '/find-a-dpp/' },
      ],
    },
  ],
});
