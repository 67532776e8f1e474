import { Icon } from './icon.tsx';

export interface PaginationProps {
  readonly previousHref?: string | undefined;
  readonly nextHref?: string | undefined;
  readonly page: number;
  readonly pages: number;
}

/** Links to the previous and next page; renders nothing for a single page. */
export const Pagination = ({ previousHref, nextHref, page, pages }: PaginationProps) =>
  pages <= 1 ? null : (
    <nav class="app-pagination" aria-label="Pages of results">
      {previousHref && (
        <a class="app-pagination__link app-pagination__link--previous" href={previousHref} rel="prev">
          <Icon name="arrow" />
          <span>
            <span class="app-pagination__title">Previous page</span>
            <span class="app-pagination__detail">
              {page - 1} of {pages}
            </span>
          </span>
        </a>
      )}
      {nextHref && (
        <a class="app-pagination__link app-pagination__link--next" href={nextHref} rel="next">
          <span>
            <span class="app-pagination__title">Next page</span>
            <span class="app-pagination__detail">
              {page + 1} of {pages}
            </span>
          </span>
          <Icon name="arrow" />
        </a>
      )}
    </nav>
  );
