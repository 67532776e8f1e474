import { rm } from 'node:fs/promises';
import preact from '@astrojs/preact';
import sitemap from '@astrojs/sitemap';
import { defineConfig } from 'astro/config';

/** The base URL of the site. Only the sitemap and security.txt use it, because they need absolute URLs. */
const origin = process.env['SITE_ORIGIN'] ?? 'http://localhost:8080';

/** Removes the scripts that Astro generates for client components, because no page uses any. */
const withoutClientScripts = {
  name: 'without-client-scripts',
  hooks: {
    'astro:build:done': async ({ dir }: { dir: URL }) => {
      await rm(new URL('_astro', dir), { recursive: true, force: true });
    },
  },
};

export default defineConfig({
  site: origin,
  output: 'static',
  outDir: '../dist/site',
  trailingSlash: 'always',
  build: { format: 'directory', inlineStylesheets: 'never' },
  // Never inline assets, because the content security policy forbids data URLs and inline scripts.
  vite: { build: { assetsInlineLimit: 0 } },
  devToolbar: { enabled: false },
  integrations: [preact(), sitemap(), withoutClientScripts],
});
