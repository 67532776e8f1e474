import { compile } from 'sass';

/** The one style sheet, at an address that functions can name without knowing a build: no hash in it. */
export const GET = (): Response => {
  const { css } = compile('site/src/styles/site.scss', {
    loadPaths: ['node_modules'],
    style: 'compressed',
    quietDeps: true,
  });
  return new Response(css, { headers: { 'content-type': 'text/css; charset=utf-8' } });
};
