/**
 * The headers that every answer carries, page or data, static or not. CloudFront sets them (stacks/site-stack.ts), and
 * so does the local runner, which reads them from the template.
 */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  // Small pictures of the design system's styles are written into its style sheet.
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

export const HSTS_SECONDS = 2 * 365 * 24 * 60 * 60;

/** Headers that CloudFront has no setting of its own for. */
export const furtherHeaders: Readonly<Record<string, string>> = {
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
};
