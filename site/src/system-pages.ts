import { counted } from '../../shared/reference/reference-words.ts';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Loader } from 'astro/loaders';
import { fillPlaceholders } from './fill-placeholders.ts';
import { branding, system, systemFolder } from './system.ts';

const markdownIn = (folder: string): readonly string[] =>
  existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.md')) : [];

/** The system's words for placeholders: its branding, and its settings with their units. */
const words = {
  ...branding,
  askAfter: counted(system.settings.askAfterDays, 'day'),
  hideAfter: counted(system.settings.hideAfterDays, 'day'),
  timeToAnswer: counted(system.settings.workingDaysToAnswer, 'working day'),
};

/**
 * Loads a folder of `site/src/content` and fills the placeholders of its pages with the system's words. A file in
 * `pages/` of the system's folder replaces the page or start page of the same name; any other is a page of its own.
 */
export const systemPages = (folder: 'pages' | 'starts'): Loader => ({
  name: 'system-pages',
  load: async (context) => {
    const { store, config } = context;
    const content = fileURLToPath(new URL('content/', config.srcDir));
    const own = join(systemFolder, 'pages');
    const common = markdownIn(join(content, folder));
    const starts = markdownIn(join(content, 'starts'));
    const replaced = markdownIn(own);
    const added = folder === 'pages' ? replaced.filter((name) => !starts.includes(name)) : [];
    store.clear();
    for (const name of new Set([...common, ...added])) {
      const text = readFileSync(join(replaced.includes(name) ? own : join(content, folder), name), 'utf8');
      const rendered = await context.renderMarkdown(fillPlaceholders(text, words));
      const id = basename(name, '.md');
      const data = await context.parseData({ id, data: { ...rendered.metadata?.frontmatter } });
      store.set({ id, data, rendered });
    }
  },
});
