import type { Problem } from './http-message.ts';

const otherSite: Problem = {
  status: 403,
  code: 'sent-from-another-site',
  title: 'This form was sent from another website',
  detail: 'Open the page again and send the form from there.',
};

interface Sender {
  readonly origin: string | undefined;
  /** `Sec-Fetch-Site`: what the browser itself says about where the request comes from. */
  readonly fetchSite: string | undefined;
}

/**
 * Refuses a POST that a page of another site made a browser send. Programs send neither header and pass.
 * A page with the referrer policy `no-referrer` (all of our personal ones) makes browsers send `Origin: null`: it
 * passes only when the browser vouches for the same origin.
 * @param siteUrl our own address; without one no browser's POST is taken
 */
export const refuseOtherSites = (
  { origin, fetchSite }: Sender,
  siteUrl: string | undefined,
): Problem | undefined => {
  if (fetchSite !== undefined && fetchSite !== 'same-origin' && fetchSite !== 'none') return otherSite;
  if (origin === undefined) return undefined;
  if (origin === 'null') return fetchSite === 'same-origin' ? undefined : otherSite;
  return siteUrl !== undefined && origin === new URL(siteUrl).origin ? undefined : otherSite;
};
