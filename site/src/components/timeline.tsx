export interface TimelineEvent {
  readonly when: string;
  readonly what: string;
  readonly detail?: string | undefined;
}

/** Past events, in the order given. */
export const Timeline = ({ events }: { readonly events: readonly TimelineEvent[] }) => (
  <ol class="app-timeline">
    {events.map(({ when, what, detail }) => (
      <li class="app-timeline__event" key={`${when} ${what}`}>
        <p class="app-timeline__when">{when}</p>
        <p class="app-timeline__what">{what}</p>
        {detail && <p class="app-timeline__detail">{detail}</p>}
      </li>
    ))}
  </ol>
);
