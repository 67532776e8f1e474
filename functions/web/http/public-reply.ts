import type { HttpReply } from './http-message.ts';

/** Seconds for which CloudFront may keep an answer. With the 20 of the snapshot, hiding somebody takes under a minute. */
const EDGE_SECONDS = 30;

/** An answer that is the same for everybody: browsers ask again each time, CloudFront keeps it for half a minute. */
export const forEverybody = (reply: HttpReply): HttpReply => ({
  ...reply,
  headers: { ...reply.headers, 'cache-control': `public, max-age=0, s-maxage=${EDGE_SECONDS}` },
});
