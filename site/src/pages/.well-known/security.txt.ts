import type { APIRoute } from 'astro';
import { branding } from '../../system.ts';

const DAYS = 24 * 60 * 60 * 1000;

/**
 * RFC 9116 recommends an expiry date less than a year ahead. Uses eleven months from the build, so that each
 * deployment renews it.
 */
export const GET: APIRoute = ({ site }) => {
  const expires = new Date(Date.now() + 335 * DAYS).toISOString().slice(0, 10);
  const lines = [
    `Contact: mailto:${branding.securityEmail}`,
    `Expires: ${expires}T00:00:00Z`,
    'Preferred-Languages: en',
    ...(site ? [`Canonical: ${new URL('/.well-known/security.txt', site).href}`] : []),
  ];
  return new Response(`${lines.join('\n')}\n`, { headers: { 'content-type': 'text/plain; charset=utf-8' } });
};
