import type { Problem } from './http-message.ts';
import { problemOf } from './problem.ts';

const otherSite = problemOf('sent-from-another-site');

interface Sender {
  readonly origin: string | undefined;
  /** The browser's own statement of the request's origin, in `Sec-Fetch-Site`. */
  readonly fetchSite: string | undefined;
}

/**
 * Refuses a browser's POST from a page of another site (CSRF). Lets API clients pass, because they send neither
 * `Origin` nor `Sec-Fetch-Site`. Pages with referrer policy `no-referrer` (all personal pages) cause `Origin: null`,
 * which passes only if `Sec-Fetch-Site` says same origin.
 * @param siteUrl the service's own URL; if omitted, all POSTs with an Origin header are refused
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
