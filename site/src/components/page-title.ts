import { branding } from '../branding.ts';

/** The text of `<title>`: "Heading – DPP Match – Kent and Medway", with "Error: " in front when the page has one. */
export const pageTitle = (heading: string, error = false): string =>
  `${error ? 'Error: ' : ''}${heading} – ${branding.service} – ${branding.area}`;
