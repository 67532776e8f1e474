import { ActionList } from '../components/action-list.tsx';
import { DistrictMap, type DistrictMapProps } from '../components/district-map.tsx';
import { type Branded, Document, type Frame } from '../components/document.tsx';
import { ErrorSummary } from '../components/error-summary.tsx';
import { type Chip, FilterChips } from '../components/filter-chips.tsx';
import { InsetText } from '../components/inset-text.tsx';
import { LinkButton } from '../components/link-button.tsx';
import { Pagination, type PaginationProps } from '../components/pagination.tsx';
import { DirectoryCard, type DirectoryCardProps } from './directory-card.tsx';
import { DirectoryFilters, type DirectoryFiltersProps } from './directory-filters.tsx';
import { DirectoryNone, type Suggestion } from './directory-none.tsx';

export interface SortLink {
  readonly label: string;
  readonly href: string;
  readonly current: boolean;
}

export interface DirectoryResultsViewProps extends Frame {
  /** Includes the number: "23 DPPs within 30 minutes by road of AB1". Also the page title. */
  readonly heading: string;
  readonly filters: DirectoryFiltersProps;
  /** Parts of the URL that were ignored, and why. */
  readonly notes?: readonly string[] | undefined;
  readonly chips: readonly Chip[];
  readonly clearHref: string;
  readonly sort: readonly SortLink[];
  readonly cards: readonly DirectoryCardProps[];
  readonly pagination: PaginationProps;
  /** Explains the minutes by road on the cards, and names their sources. */
  readonly travelNote?: string | undefined;
  /**
   * Shown if there are no results: filters that could be removed, each with the number of results without it.
   */
  readonly suggestions: readonly Suggestion[];
  /** The map and table of all districts; absent if the page answers a search. */
  readonly districts?: DistrictMapProps | undefined;
  readonly askHref: string;
  readonly exports: { readonly csvHref: string; readonly jsonHref: string };
}

const crumbs = [
  { label: 'Home', href: '/' },
  { label: 'Find a DPP', href: '/find-a-dpp/' },
];

const Sort = ({ links }: { readonly links: readonly SortLink[] }) => (
  <p class="app-sort">
    <span class="app-sort__label">Sorted by</span>
    {links.map(({ label, href, current }) =>
      current ? <strong key={href}>{label}</strong> : <a key={href} href={href}>{`Sort by ${label}`}</a>,
    )}
  </p>
);

/** The directory: search and filters, active filters, results, and downloads. */
export const DirectoryResultsView = (props: DirectoryResultsViewProps & Branded) => (
  <Document
    branding={props.branding}
    breadcrumb={crumbs}
    path="/find-a-dpp/"
    description={props.description}
    robots={props.robots}
    title={props.heading}
    error={props.filters.nearError !== undefined}
  >
    {props.filters.nearError && (
      <ErrorSummary errors={[{ field: 'near', message: props.filters.nearError }]} />
    )}
    <h1 class="nhsuk-heading-l" id="results">
      {props.heading}
    </h1>
    <div class="app-directory">
      <div class="app-directory__filters">
        <DirectoryFilters {...props.filters} examples={props.branding.searchExamples} />
      </div>
      <div class="app-directory__results">
        {props.notes && props.notes.length > 0 && (
          <InsetText>
            {props.notes.map((words) => (
              <p key={words}>{words}</p>
            ))}
          </InsetText>
        )}
        <FilterChips chips={props.chips} clearHref={props.clearHref} />
        {props.cards.length === 0 ? (
          <DirectoryNone suggestions={props.suggestions} askHref={props.askHref} />
        ) : (
          <>
            {props.districts && (
              <p>
                <a href="#by-district">See in which districts DPPs have places</a>
              </p>
            )}
            {props.sort.length > 1 && <Sort links={props.sort} />}
            <ul class="app-dpps">
              {props.cards.map((card) => (
                <DirectoryCard key={card.href} {...card} />
              ))}
            </ul>
            <Pagination {...props.pagination} />
            {props.travelNote && <p class="nhsuk-body-s">{props.travelNote}</p>}
            {props.districts && (
              <section class="app-section">
                <h2 class="nhsuk-heading-m" id="by-district">
                  Find a DPP by district
                </h2>
                <DistrictMap {...props.districts} />
              </section>
            )}
            <h2 class="nhsuk-heading-m">Request a DPP</h2>
            <p>
              You do not contact a DPP yourself. Tell us what you need. We ask suitable DPPs, one at a time,
              until one accepts.
            </p>
            <LinkButton href={props.askHref}>Request a DPP</LinkButton>
          </>
        )}
        <h2 class="nhsuk-heading-s">Download this list</h2>
        <ActionList
          actions={[
            { label: 'Download this list as a spreadsheet (CSV)', href: props.exports.csvHref },
            { label: 'Get this list as data (JSON)', href: props.exports.jsonHref },
          ]}
        />
      </div>
    </div>
  </Document>
);
