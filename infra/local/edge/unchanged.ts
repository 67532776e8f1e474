import type { WebAnswer, WebRequest } from './web-message.ts';

/** Headers that an answer without a body keeps. */
const KEPT = new Set(['etag', 'last-modified', 'cache-control', 'vary']);

/** Answers 304, as CloudFront does, if the caller already has the file with this tag. */
export const unchanged = (request: WebRequest, answer: WebAnswer): WebAnswer => {
  const etag = answer.headers.find(([name]) => name === 'etag')?.[1];
  const known = request.headers['if-none-match']?.split(',').map((one) => one.trim().replace(/^W\//, ''));
  return answer.status === 200 && etag !== undefined && known?.includes(etag) === true
    ? { status: 304, headers: answer.headers.filter(([name]) => KEPT.has(name)), body: Buffer.alloc(0) }
    : answer;
};
