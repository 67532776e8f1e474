export interface TableProps {
  readonly caption: string;
  readonly head: readonly string[];
  /** The first cell of a row names it; the others are numbers or words. */
  readonly rows: readonly (readonly (string | number)[])[];
  /** Shows the caption to readers of the page's structure only, where a heading above says the same. */
  readonly captionHidden?: boolean | undefined;
  readonly compact?: boolean | undefined;
}

const classes = {
  header: { words: 'nhsuk-table__header', number: 'nhsuk-table__header nhsuk-table__header--numeric' },
  cell: { words: 'nhsuk-table__cell', number: 'nhsuk-table__cell nhsuk-table__cell--numeric' },
} as const;

/** A column with any number in it stands to the right, also where a word replaces a number. */
const cellClass = ({ rows }: TableProps, column: number, part: 'header' | 'cell') => {
  const numeric = column > 0 && rows.some((row) => typeof row[column] === 'number');
  return numeric ? classes[part].number : classes[part].words;
};

/** Scrolls sideways in its own box when it is wider than the page, and takes focus so that a keyboard can. */
export const Table = (props: TableProps) => {
  const { caption, head, rows, captionHidden, compact } = props;
  return (
    <section class="app-table-scroll" aria-label={caption} tabindex={0}>
      <table class={compact ? 'nhsuk-table app-table--compact' : 'nhsuk-table'}>
        <caption class={captionHidden ? 'nhsuk-u-visually-hidden' : 'nhsuk-table__caption'}>
          {caption}
        </caption>
        <thead class="nhsuk-table__head">
          <tr>
            {head.map((words, index) => (
              <th key={words} scope="col" class={cellClass(props, index, 'header')}>
                {words}
              </th>
            ))}
          </tr>
        </thead>
        <tbody class="nhsuk-table__body">
          {rows.map(([name = '', ...cells], row) => (
            <tr class="nhsuk-table__row" key={row}>
              <th class="nhsuk-table__header" scope="row">
                {name}
              </th>
              {cells.map((cell, index) => (
                <td class={cellClass(props, index + 1, 'cell')} key={index}>
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
