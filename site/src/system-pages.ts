import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Loader } from 'astro/loaders';
import { fillPlaceholders } from './fill-placeholders.ts';
import { branding, systemFolder } from './system.ts';

const markdownIn = (folder: string): readonly string[] =>
  existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.md')) : [];

/**
 * Loads a folder of `site/src/content` and fills the placeholders of its pages with the system's words. A file in
 * `pages/` of the system's folder replaces the page of the same name.
 */
export const systemPages = (folder: 'pages' | 'starts'): Loader => ({
  name: 'system-pages',
  load: async (context) => {
    const { store, config } = context;
    const common = join(config.srcDir.pathname, 'content', folder);
    const own = join(systemFolder, 'pages');
    const replaced = new Set(markdownIn(own));
    store.clear();
    for (const name of markdownIn(common)) {
      const text = readFileSync(join(replaced.has(name) ? own : common, name), 'utf8');
      const rendered = await context.renderMarkdown(fillPlaceholders(text, { ...branding }));
      const id = basename(name, '.md');
      const data = await context.parseData({ id, data: { ...rendered.metadata?.frontmatter } });
      store.set({ id, data, rendered });
    }
  },
});
