import { compileStyles } from '../../styles/compile-styles.ts';

/** The style sheet. Its URL has no hash, because functions must refer to it without knowing the build. */
export const GET = (): Response =>
  new Response(compileStyles(), { headers: { 'content-type': 'text/css; charset=utf-8' } });
