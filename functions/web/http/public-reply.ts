import type { HttpReply } from './http-message.ts';

/**
 * Seconds for which CloudFront may cache an answer. With the snapshot's 20 seconds, a listing is hidden
 * within a minute.
 */
const EDGE_SECONDS = 30;

/**
 * Makes an answer that is the same for everybody cacheable: by CloudFront for half a minute, while browsers
 * revalidate each time.
 */
export const publicReply = (reply: HttpReply): HttpReply => ({
  ...reply,
  headers: { ...reply.headers, 'cache-control': `public, max-age=0, s-maxage=${EDGE_SECONDS}` },
});
