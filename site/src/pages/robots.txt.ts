import type { APIRoute } from 'astro';

/**
 * Tells search engines to skip paths with nothing to index. Pages opened from e-mails set noindex themselves instead,
 * because a list of them would publish their paths.
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
