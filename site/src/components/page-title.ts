import type { Branding } from '../branding.ts';

/**
 * The text of `<title>`: the heading, the name of the service and its area, prefixed with "Error: " if the page shows
 * one.
 */
export const pageTitle = (heading: string, { service, area }: Branding, error = false): string =>
  `${error ? 'Error: ' : ''}${heading} – ${service} – ${area}`;
