import { ActionList, type Action } from '../components/action-list.tsx';
import { DistrictMap, type DistrictMapProps } from '../components/district-map.tsx';
import { type Branded, Document, type Frame } from '../components/document.tsx';
import { Section, type SectionProps } from '../components/section.tsx';

export interface Figure {
  readonly label: string;
  readonly value: string;
}

export interface InsightsViewProps extends Frame {
  readonly title?: string | undefined;
  /** Summary in one sentence: "7 learners need a DPP before 14 January; 3 places are unused in North Shore". */
  readonly headline: string;
  /** Time of the count in words: "Counted at 7am on 21 November 2026". */
  readonly countedWords: string;
  readonly figures: readonly Figure[];
  /** Places and learners by part of the system. */
  readonly map?: DistrictMapProps | undefined;
  /** Supply and demand by place, profession and clinical area, each with a chart. */
  readonly sections: readonly SectionProps[];
  /** Explains how the figures were counted, and which small numbers are suppressed. */
  readonly notes: readonly string[];
  readonly downloads: readonly Action[];
}

const TITLE = 'DPP places and learners';

/** Public figures on supply, demand and outcomes. */
export const InsightsView = (props: InsightsViewProps & Branded) => (
  <Document
    branding={props.branding}
    title={props.title ?? TITLE}
    description={`How many places DPPs in ${props.branding.area} offer to people learning to prescribe, and how many learners need one.`}
    path="/insights"
    breadcrumb={[{ label: 'Home', href: '/' }]}
    robots={props.robots}
  >
    <h1 class="nhsuk-heading-xl">{props.title ?? TITLE}</h1>
    <p class="nhsuk-body-l">{props.headline}</p>
    <p class="app-dpp__confirmed">{props.countedWords}</p>
    <dl class="app-figures">
      {props.figures.map(({ label, value }) => (
        <div class="app-figures__item" key={label}>
          <dt class="app-figures__label">{label}</dt>
          <dd class="app-figures__value">{value}</dd>
        </div>
      ))}
    </dl>
    {props.map && (
      <section class="app-section">
        <h2 class="nhsuk-heading-m">Where places and learners are</h2>
        <DistrictMap {...props.map} />
      </section>
    )}
    {props.sections.map((section) => (
      <Section key={section.heading} {...section} />
    ))}
    <Section heading="How we count" items={props.notes} />
    <h2 class="nhsuk-heading-m">Use the figures</h2>
    <ActionList actions={props.downloads} />
  </Document>
);
