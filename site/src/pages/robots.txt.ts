import type { APIRoute } from 'astro';

/**
 * Excludes paths without content for search engines. Pages behind links in e-mails set noindex themselves, so
 * as not to be listed here.
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
