import { glob } from 'astro/loaders';
import { z } from 'astro/zod';
import { defineCollection } from 'astro/content/config';

/** Which of the owner's addresses a page ends with. */
const contact = z.strictObject({
  heading: z.string(),
  address: z.enum(['contactEmail', 'privacyEmail', 'securityEmail']),
});

const common = {
  title: z.string().min(3).max(70),
  /** For search engines: what somebody finds on the page. */
  description: z.string().min(40).max(160),
  lead: z.string().min(20),
  /** The day on which somebody last read the whole page and found it true. */
  reviewed: z.coerce.date(),
};

/** Pages of plain words: the file's name is the address. */
const pages = defineCollection({
  loader: glob({ pattern: '*.md', base: 'src/content/pages' }),
  schema: z.strictObject({ ...common, contact: contact.optional() }),
});

/** Where a journey begins: what it is, for whom, how long it takes and what to have ready. */
const starts = defineCollection({
  loader: glob({ pattern: '*.md', base: 'src/content/starts' }),
  schema: z.strictObject({
    ...common,
    button: z.string(),
    href: z.string().startsWith('/'),
    minutes: z.string(),
    who: z.array(z.string()).min(1),
    ready: z.array(z.string()).min(1),
    next: z.array(z.string()).min(2),
  }),
});

export const collections = { pages, starts };
