import { compileStyles } from '../../styles/compile-styles.ts';

/** The one style sheet, at an address that functions can name without knowing a build: no hash in it. */
export const GET = (): Response =>
  new Response(compileStyles(), { headers: { 'content-type': 'text/css; charset=utf-8' } });
