import { branding } from '../branding.ts';

/**
 * The text of `<title>`: "Heading – DPP Match – Kent and Medway", prefixed with "Error: " if the page shows
 * one.
 */
export const pageTitle = (heading: string, error = false): string =>
  `${error ? 'Error: ' : ''}${heading} – ${branding.service} – ${branding.area}`;
