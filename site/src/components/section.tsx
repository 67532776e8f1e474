import { ActionList, type Action } from './action-list.tsx';
import { BarChart, type BarChartProps } from './bar-chart.tsx';
import { Button } from './button.tsx';
import { BulletList } from './bullet-list.tsx';
import { HiddenFields } from './hidden-fields.tsx';
import { SummaryList, type SummaryRow } from './summary-list.tsx';
import { Table, type TableProps } from './table.tsx';
import { Timeline, type TimelineEvent } from './timeline.tsx';

/** A section of a page: a heading, followed by any of the kinds of content below. */
export interface SectionProps {
  readonly heading: string;
  readonly paragraphs?: readonly string[] | undefined;
  readonly rows?: readonly SummaryRow[] | undefined;
  readonly items?: readonly string[] | undefined;
  readonly table?: TableProps | undefined;
  readonly chart?: BarChartProps | undefined;
  readonly events?: readonly TimelineEvent[] | undefined;
  readonly actions?: readonly Action[] | undefined;
  /** Buttons that act at once, each a form of its own. */
  readonly buttons?: readonly PressProps[] | undefined;
}

interface PressProps {
  readonly label: string;
  readonly action: string;
  readonly hidden?: Readonly<Record<string, string>> | undefined;
}

export const Section = ({
  heading,
  paragraphs = [],
  rows,
  items,
  table,
  chart,
  events,
  actions,
  buttons = [],
}: SectionProps) => (
  <section class="app-section">
    <h2 class="nhsuk-heading-m">{heading}</h2>
    {paragraphs.map((words) => (
      <p key={words}>{words}</p>
    ))}
    <BulletList items={items} />
    {rows && rows.length > 0 && <SummaryList rows={rows} />}
    {table && <Table {...table} />}
    {chart && <BarChart {...chart} />}
    {events && events.length > 0 && <Timeline events={events} />}
    {buttons.map(({ label, action, hidden = {} }) => (
      <form key={label} method="post" action={action} novalidate>
        <HiddenFields values={hidden} />
        <Button variant="secondary">{label}</Button>
      </form>
    ))}
    {actions && actions.length > 0 && <ActionList actions={actions} />}
  </section>
);
