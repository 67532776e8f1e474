import { type Availability, AvailabilityTag } from '../components/availability-tag.tsx';
import { type Branded, Document, type Frame } from '../components/document.tsx';
import { InsetText } from '../components/inset-text.tsx';
import { LinkButton } from '../components/link-button.tsx';
import { SummaryList, type SummaryRow } from '../components/summary-list.tsx';

export interface ProfileViewProps extends Frame {
  readonly name: string;
  /** The profession and the organisation: "Pharmacist at Harbour Surgery". */
  readonly roleWords: string;
  readonly availability: Availability;
  readonly availabilityWords: string;
  readonly rows: readonly SummaryRow[];
  readonly confirmedWords: string;
  /** Shown if the programme team has not checked the public register yet. */
  readonly checkWords?: string | undefined;
  readonly askHref: string;
}

/** Public details of one DPP, without contact details. */
export const ProfileView = (props: ProfileViewProps & Branded) => (
  <Document
    branding={props.branding}
    title={props.name}
    description={`${props.name}: ${props.roleWords}`}
    path="/find-a-dpp/"
    breadcrumb={
      props.breadcrumb ?? [
        { label: 'Home', href: '/' },
        { label: 'Find a DPP', href: '/find-a-dpp/' },
        { label: 'All DPPs', href: '/find-a-dpp/results' },
      ]
    }
    robots={props.robots}
  >
    <div class="nhsuk-grid-row">
      <div class="nhsuk-grid-column-two-thirds">
        <h1 class="nhsuk-heading-l nhsuk-u-margin-bottom-2">{props.name}</h1>
        <p class="nhsuk-body-l nhsuk-u-margin-bottom-3">{props.roleWords}</p>
        <p>
          <AvailabilityTag availability={props.availability} words={props.availabilityWords} />
        </p>
        <SummaryList rows={props.rows} />
        <p class="app-dpp__confirmed">{props.confirmedWords}</p>
        {props.checkWords && (
          <InsetText>
            <p>{props.checkWords}</p>
          </InsetText>
        )}
        <h2 class="nhsuk-heading-m">Learn with a DPP like this</h2>
        <p>
          You do not contact DPPs yourself. Tell us what you need. We ask suitable DPPs, one at a time, until
          one accepts.
        </p>
        <LinkButton href={props.askHref}>Request a DPP</LinkButton>
      </div>
    </div>
  </Document>
);
