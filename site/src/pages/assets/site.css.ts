import { compileStyles } from '../../styles/compile-styles.ts';

/**
 * The style sheet. Its URL contains no hash, because the pages of functions must refer to it without knowing the hash
 * of the current build.
 */
export const GET = (): Response =>
  new Response(compileStyles(), { headers: { 'content-type': 'text/css; charset=utf-8' } });
