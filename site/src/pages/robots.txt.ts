import type { APIRoute } from 'astro';

/** Pages behind a link in an e-mail say noindex themselves; here is only what is not worth a visit. */
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
