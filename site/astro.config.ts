import { rm } from 'node:fs/promises';
import preact from '@astrojs/preact';
import sitemap from '@astrojs/sitemap';
import { defineConfig } from 'astro/config';

/** Only the sitemap and security.txt need an absolute address; everything else is relative to the host. */
const origin = process.env['SITE_ORIGIN'] ?? 'http://localhost:8080';

/** No page runs a component in the browser, so the scripts that Astro writes for that are never asked for. */
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
  // The content security policy allows nothing inline: no asset may become a data URL, no script a tag's content.
  vite: { build: { assetsInlineLimit: 0 } },
  devToolbar: { enabled: false },
  integrations: [preact(), sitemap(), withoutClientScripts],
});
