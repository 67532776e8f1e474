import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { WebAnswer } from './web-message.ts';

/**
 * Content types that CloudFront compresses, if the body's size in bytes lies between the two limits below.
 */
const COMPRESSIBLE =
  /^(text\/(html|css|csv|javascript|plain|xml)|application\/(json|javascript|xml)|image\/svg\+xml)\b/;
const MIN_BYTES = 1_000;
const MAX_BYTES = 10_000_000;

const quickBrotli = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } };

/** Compresses the answer as CloudFront would for this Accept-Encoding header. */
export const compressed = (answer: WebAnswer, acceptEncoding: string): WebAnswer => {
  const header = (name: string) => answer.headers.find(([one]) => one === name)?.[1];
  const fits =
    COMPRESSIBLE.test(header('content-type') ?? '') &&
    header('content-encoding') === undefined &&
    answer.body.length >= MIN_BYTES &&
    answer.body.length <= MAX_BYTES;
  const encoding = /\bbr\b/.test(acceptEncoding)
    ? 'br'
    : /\bgzip\b/.test(acceptEncoding)
      ? 'gzip'
      : undefined;
  if (!fits || encoding === undefined) return answer;
  return {
    ...answer,
    headers: [...answer.headers, ['content-encoding', encoding], ['vary', 'Accept-Encoding']],
    body: encoding === 'br' ? brotliCompressSync(answer.body, quickBrotli) : gzipSync(answer.body),
  };
};
