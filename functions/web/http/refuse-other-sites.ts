import type { Problem } from './http-message.ts';
import { problemOf } from './problem.ts';

const otherSite = problemOf('sent-from-another-site');

interface Sender {
  readonly origin: string | undefined;
  /** The browser's own statement of the request's origin, in `Sec-Fetch-Site`. */
  readonly fetchSite: string | undefined;
  /** Whether the path contains a token of an e-mail's link. */
  readonly hasToken: boolean;
}

/**
 * Refuses a browser's POST from a page of another site (CSRF). Lets API clients pass, because they send neither
 * `Origin` nor `Sec-Fetch-Site`.
 *
 * `Origin: null` does not say which page sent a form: browsers inside other apps and older phones send it from our pages,
 * and other sites can make it so too. It passes if `Sec-Fetch-Site` says same origin. It also passes with a token in the
 * path, unless `Sec-Fetch-Site` says that another site sent it: a page that does not know the token cannot send it, and
 * who knows the token needs no page of somebody else's.
 *
 * @param siteUrl the service's own URL; if omitted, all POSTs with an Origin header are refused
 */
export const refuseOtherSites = (
  { origin, fetchSite, hasToken }: Sender,
  siteUrl: string | undefined,
): Problem | undefined => {
  if (fetchSite !== undefined && fetchSite !== 'same-origin' && fetchSite !== 'none') return otherSite;
  if (origin === undefined) return undefined;
  if (origin === 'null') return fetchSite === 'same-origin' || hasToken ? undefined : otherSite;
  return siteUrl !== undefined && origin === new URL(siteUrl).origin ? undefined : otherSite;
};
