import { type Availability, AvailabilityTag } from '../components/availability-tag.tsx';

export interface DirectoryCardProps {
  readonly name: string;
  readonly href: string;
  readonly professionWords: string;
  readonly organisation: string;
  readonly placeAndTown: string;
  readonly areas: readonly string[];
  readonly setting: string;
  readonly supervises: readonly string[];
  readonly availability: Availability;
  readonly availabilityWords: string;
  /** The drive in words: "About 20 minutes from AB1, 11 miles by road". */
  readonly driveWords?: string | undefined;
  /** Puts the date of confirmation into words: "Details confirmed 3 weeks ago". */
  readonly confirmedWords: string;
  /** Shown if the programme team has not checked the public register yet. */
  readonly checkWords?: string | undefined;
}

/** A DPP in the list of results. */
export const DirectoryCard = (dpp: DirectoryCardProps) => (
  <li class="nhsuk-card nhsuk-card--clickable app-dpp">
    <div class="nhsuk-card__content">
      <h2 class="nhsuk-card__heading nhsuk-heading-s">
        <a class="nhsuk-card__link" href={dpp.href}>
          {dpp.name}
        </a>
      </h2>
      <p class="app-dpp__role">
        {dpp.professionWords} at {dpp.organisation}
      </p>
      <p class="app-dpp__state">
        <AvailabilityTag availability={dpp.availability} words={dpp.availabilityWords} />
      </p>
      <dl class="app-facts">
        <dt>Where</dt>
        <dd>
          {dpp.placeAndTown}
          {dpp.driveWords && <span class="app-dpp__distance">{dpp.driveWords}</span>}
        </dd>
        <dt>Setting</dt>
        <dd>{dpp.setting}</dd>
        <dt>Clinical areas</dt>
        <dd>{dpp.areas.join(', ')}</dd>
        <dt>Supervises</dt>
        <dd>{dpp.supervises.join(', ')}</dd>
      </dl>
      <p class="app-dpp__confirmed">
        {dpp.checkWords ? `${dpp.confirmedWords}. ${dpp.checkWords}` : dpp.confirmedWords}
      </p>
    </div>
  </li>
);
