export interface SummaryRow {
  readonly label: string;
  /** Value of the row. Several values are shown as a list. */
  readonly value: string | readonly string[];
  readonly changeHref?: string | undefined;
  /** Full text of the change link, unique on the page: "Change your clinical areas". */
  readonly changeWords?: string | undefined;
}

const Value = ({ value }: { readonly value: SummaryRow['value'] }) =>
  typeof value === 'string' || value.length === 1 ? (
    <>{value}</>
  ) : (
    <ul class="nhsuk-list app-summary__values">
      {value.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );

/** Adds an empty third column to rows without a change link, only if another row has one. */
const rowClass = (row: SummaryRow, rows: readonly SummaryRow[]): string =>
  row.changeHref === undefined && rows.some(({ changeHref }) => changeHref !== undefined)
    ? 'nhsuk-summary-list__row nhsuk-summary-list__row--no-actions'
    : 'nhsuk-summary-list__row';

/** Questions and answers, each with its own change link. */
export const SummaryList = ({ rows }: { readonly rows: readonly SummaryRow[] }) => (
  <dl class="nhsuk-summary-list">
    {rows.map((row) => (
      <div class={rowClass(row, rows)} key={row.label}>
        <dt class="nhsuk-summary-list__key">{row.label}</dt>
        <dd class="nhsuk-summary-list__value">
          <Value value={row.value} />
        </dd>
        {row.changeHref && (
          <dd class="nhsuk-summary-list__actions">
            <a href={row.changeHref}>
              Change
              <span class="nhsuk-u-visually-hidden">
                {(row.changeWords ?? `Change ${row.label.toLowerCase()}`).replace(/^Change/, '')}
              </span>
            </a>
          </dd>
        )}
      </div>
    ))}
  </dl>
);
