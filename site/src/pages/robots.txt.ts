import type { APIRoute } from 'astro';

/**
 * Tells search engines to skip paths with nothing to index. Leaves out the paths of pages opened from e-mails, because
 * this list is public; those pages set noindex themselves.
 */
export const GET: APIRoute = ({ site }) =>
  new Response(
    [
      'User-agent: *',
      'Disallow: /register',
      'Disallow: /request/',
      'Disallow: /api/',
      ...(site ? [`Sitemap: ${new URL('/sitemap-index.xml', site).href}`] : []),
      '',
    ].join('\n'),
    { headers: { 'content-type': 'text/plain; charset=utf-8' } },
  );
