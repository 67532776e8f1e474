export interface TableProps {
  readonly caption: string;
  readonly head: readonly string[];
  /** The first cell of a row is its heading; the others are numbers or words. */
  readonly rows: readonly (readonly (string | number)[])[];
  /** Hides the caption from sight, for a table below a heading that says the same. */
  readonly captionHidden?: boolean | undefined;
  readonly compact?: boolean | undefined;
  /** Where the headings of the rows lead, row by row. */
  readonly hrefs?: readonly string[] | undefined;
}

const classes = {
  header: { words: 'nhsuk-table__header', number: 'nhsuk-table__header nhsuk-table__header--numeric' },
  cell: { words: 'nhsuk-table__cell', number: 'nhsuk-table__cell nhsuk-table__cell--numeric' },
} as const;

/** Right-aligns every cell of a column that contains at least one number, including the cells with words. */
const cellClass = ({ rows }: TableProps, column: number, part: 'header' | 'cell') => {
  const numeric = column > 0 && rows.some((row) => typeof row[column] === 'number');
  return numeric ? classes[part].number : classes[part].words;
};

/** On phones, tables with at least this many columns show each row as a list of cells with column names. */
const STACKED_FROM_COLUMNS = 4;

/**
 * A table. It scrolls horizontally if it is wider than the page, and is focusable so that keyboards can
 * scroll it. The table roles are stated explicitly, because CSS that shows rows as lists would remove them.
 */
export const Table = (props: TableProps) => {
  const { caption, head, rows, captionHidden, compact, hrefs } = props;
  const asLists = head.length >= STACKED_FROM_COLUMNS;
  const heading = (column: number) =>
    asLists && (
      <span class="nhsuk-table__heading" aria-hidden="true">
        {head[column]}{' '}
      </span>
    );
  return (
    <section class="app-table-scroll" aria-label={caption} tabindex={0}>
      <table
        class={`nhsuk-table${compact ? ' app-table--compact' : ''}${asLists ? ' nhsuk-table--responsive' : ''}`}
        role="table"
      >
        <caption class={captionHidden ? 'nhsuk-u-visually-hidden' : 'nhsuk-table__caption'}>
          {caption}
        </caption>
        <thead class="nhsuk-table__head" role="rowgroup">
          <tr role="row">
            {head.map((words, index) => (
              <th key={words} scope="col" role="columnheader" class={cellClass(props, index, 'header')}>
                {words}
              </th>
            ))}
          </tr>
        </thead>
        <tbody class="nhsuk-table__body">
          {rows.map(([name = '', ...cells], row) => (
            <tr class="nhsuk-table__row" role="row" key={row}>
              <th class="nhsuk-table__header" scope="row" role="rowheader">
                {heading(0)}
                {hrefs?.[row] === undefined ? name : <a href={hrefs[row]}>{name}</a>}
              </th>
              {cells.map((cell, index) => (
                <td class={cellClass(props, index + 1, 'cell')} role="cell" key={index}>
                  {heading(index + 1)}
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
};
