const words = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'Europe/London' });

/** The day on which somebody last reviewed the whole page. */
export const Reviewed = ({ day }: { readonly day: Date }) => (
  <p class="app-meta">
    Page last reviewed: <time datetime={day.toISOString().slice(0, 10)}>{words.format(day)}</time>
  </p>
);
