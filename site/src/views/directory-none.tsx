import { LinkButton } from '../components/link-button.tsx';

export interface Suggestion {
  /** Text of the link: "Without the filter Dermatology". */
  readonly label: string;
  readonly href: string;
  readonly count: number;
}

interface DirectoryNoneProps {
  readonly suggestions: readonly Suggestion[];
  readonly askHref: string;
}

const people = (count: number) => (count === 1 ? '1 DPP' : `${count.toString()} DPPs`);

/**
 * Shown if there are no results: filters that could be removed, each with the number of results without it,
 * and a link to send a request instead.
 */
export const DirectoryNone = ({ suggestions, askHref }: DirectoryNoneProps) => (
  <>
    {suggestions.length > 0 && (
      <section class="app-section">
        <h2 class="nhsuk-heading-m">Widen your search</h2>
        <ul class="nhsuk-list nhsuk-list--bullet">
          {suggestions.map(({ label, href, count }) => (
            <li key={href}>
              <a href={href}>{label}</a>: {people(count)}
            </li>
          ))}
        </ul>
      </section>
    )}
    <section class="app-section">
      <h2 class="nhsuk-heading-m">Request a DPP anyway</h2>
      <p>
        You can request a DPP even if nobody is in this list. We will look for one until the day you need a
        DPP, and include DPPs who join later.
      </p>
      <LinkButton href={askHref}>Request a DPP</LinkButton>
    </section>
  </>
);
