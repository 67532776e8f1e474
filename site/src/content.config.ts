import { z } from 'astro/zod';
import { defineCollection } from 'astro/content/config';
import { systemPages } from './system-pages.ts';

/** Contact details at the end of a page: a heading and one of the owner's addresses. */
const contact = z.strictObject({
  heading: z.string(),
  address: z.enum(['contactEmail', 'privacyEmail', 'securityEmail']),
});

const common = {
  title: z.string().min(3).max(70),
  /** Summary for search engines. */
  description: z.string().min(40).max(160),
  lead: z.string().min(20),
  /** The day on which somebody last reviewed the whole page. */
  reviewed: z.coerce.date(),
};

/** Content pages, at `/<file name>/`. */
const pages = defineCollection({
  loader: systemPages('pages'),
  schema: z.strictObject({ ...common, contact: contact.optional() }),
});

/** Start pages of journeys. */
const starts = defineCollection({
  loader: systemPages('starts'),
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
