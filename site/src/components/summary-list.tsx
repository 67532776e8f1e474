export interface SummaryRow {
  readonly label: string;
  /** More than one value is shown as a list. */
  readonly value: string | readonly string[];
  readonly changeHref?: string | undefined;
  /** The whole text of the change link, unlike any other of the page: "Change your clinical areas". */
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

/** Questions and answers, each with its own change link. */
export const SummaryList = ({ rows }: { readonly rows: readonly SummaryRow[] }) => (
  <dl class="nhsuk-summary-list">
    {rows.map(({ label, value, changeHref, changeWords }) => (
      <div
        class={`nhsuk-summary-list__row${changeHref ? '' : ' nhsuk-summary-list__row--no-actions'}`}
        key={label}
      >
        <dt class="nhsuk-summary-list__key">{label}</dt>
        <dd class="nhsuk-summary-list__value">
          <Value value={value} />
        </dd>
        {changeHref && (
          <dd class="nhsuk-summary-list__actions">
            <a href={changeHref}>
              Change
              <span class="nhsuk-u-visually-hidden">
                {(changeWords ?? `Change ${label.toLowerCase()}`).replace(/^Change/, '')}
              </span>
            </a>
          </dd>
        )}
      </div>
    ))}
  </dl>
);
