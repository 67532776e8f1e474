import type { Practitioner } from '../../../shared/people/practitioner.ts';
import { type Day } from '../../../shared/kernel/time.ts';
import { summaryOf } from '../../../shared/journeys/summary.ts';
import type { QuestionStep } from '../../../shared/journeys/question.ts';
import { answersOfOffer } from '../../../shared/journeys/register/offer-of-supervision.ts';
import type { ServiceSystem } from '../../../shared/systems/service-system.ts';
import type { Action } from '../../../site/src/components/action-list.tsx';
import { DetailPage } from '../../../site/src/views/detail-page.tsx';
import { renderPage } from '../../../site/src/views/render-page.ts';
import type { HttpReply, HttpRequest } from '../../web/http/http-message.ts';
import { answer } from '../../web/http/reply.ts';
import { type OwnTies, tiesInJson, tiesInSections } from './manage-learners.ts';
import { listingDecisions } from './listing-decisions.ts';
import { lentPlacesOf, listingNotice, listingTags, placesInWords } from './listing-words.ts';

const isOpen = ({ state }: Practitioner): boolean => !['unconfirmed', 'withdrawn'].includes(state);

const actionsFor = (practitioner: Practitioner, base: string): readonly Action[] => [
  ...(practitioner.unreachableSince === undefined
    ? []
    : [{ label: 'Use another email address', href: `${base}/new-address` }]),
  ...listingDecisions
    .filter(({ offered }) => offered(practitioner))
    .map(({ slug, title }) => ({ label: title, href: `${base}/${slug}` })),
  ...(isOpen(practitioner)
    ? [
        { label: 'Change how many places you offer', href: `${base}/places` },
        {
          label: 'Leave DPP Match',
          href: `${base}/leave`,
          hint: 'We will help your learners to find another DPP.',
        },
      ]
    : []),
  { label: 'Download what we hold about you (JSON)', href: `${base}/data` },
  { label: 'Erase what we hold about you', href: `${base}/erase` },
];

interface Frame {
  readonly system: ServiceSystem;
  /** The pages that the practitioner may change. */
  readonly steps: readonly QuestionStep[];
  readonly today: Day;
  /** Live offers and agreed learners, which come first. */
  readonly ties: OwnTies;
}

/**
 * A practitioner's own page: offers that wait for an answer, learners, and the listing with its actions. Rendering it
 * changes nothing.
 */
export const managePage = (
  request: HttpRequest,
  practitioner: Practitioner,
  { system, steps, today, ties }: Frame,
  done: string | undefined,
): HttpReply => {
  const base = `/manage/${request.params['token'] ?? ''}`;
  const answers = answersOfOffer(practitioner);
  const openNames = new Set(steps.flatMap(({ questions }) => questions.map(({ name }) => name)));
  const details = summaryOf({ steps }, answers).map(({ slug, heading, rows }) => ({
    heading,
    rows: rows.map((row) => ({
      ...row,
      ...(isOpen(practitioner) && openNames.has(row.name) ? { changeHref: `${base}/${slug}` } : {}),
    })),
  }));
  return answer({
    request,
    personal: true,
    json: {
      state: practitioner.state,
      provisional: practitioner.provisional,
      confirmedAt: practitioner.confirmedAt,
      answers,
      ...tiesInJson(ties, base),
      lentPlaces: lentPlacesOf(practitioner, system),
      actions: actionsFor(practitioner, base).map(({ href }) => href.slice(base.length + 1)),
    },
    page: (branding) =>
      renderPage(branding, DetailPage, {
        title: 'Your page',
        caption: practitioner.name,
        state: listingTags[practitioner.state],
        notice: [...(done === undefined ? [] : [done]), ...listingNotice(practitioner, today)],
        sections: [
          ...tiesInSections(ties, base, today),
          { heading: 'Your places', paragraphs: placesInWords(practitioner, system) },
          { heading: 'Your listing', actions: actionsFor(practitioner, base) },
          ...details,
          {
            heading: 'What you cannot change on this page',
            paragraphs: [
              `Your email address is ${practitioner.email}. To change your email address, your profession or a registration number that we have checked, contact the programme team.`,
            ],
          },
        ],
      }),
  });
};
