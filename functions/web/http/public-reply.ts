import type { HttpReply } from './http-message.ts';

/**
 * Seconds for which CloudFront may cache an answer. The functions cache the directory for 20 seconds, so a
 * listing that is taken down disappears within a minute.
 */
const EDGE_SECONDS = 30;

/**
 * Allows CloudFront to cache an answer for half a minute; browsers revalidate it each time. Use it only for
 * answers that are the same for everybody.
 */
export const publicReply = (reply: HttpReply): HttpReply => ({
  ...reply,
  headers: { ...reply.headers, 'cache-control': `public, max-age=0, s-maxage=${EDGE_SECONDS}` },
});
