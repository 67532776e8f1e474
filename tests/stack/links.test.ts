import { expect, it } from 'vitest';
import { seedTable } from '../../infra/local/seed/seed.ts';
import { staticPages } from '../support/journey/browser.ts';
import foreignAddresses from '../support/foreign-addresses.json' with { type: 'json' };
import { journeyStack, linksToSite, type JourneyStack } from '../support/journey/stack.ts';
import { busyWorld } from '../support/journey/world.ts';

const listed = new Set(foreignAddresses.map(({ address }) => address));

/**
 * Whether an address is ours: it has the host of this run, or the stage's host, which the sitemap and robots.txt
 * contain.
 */
const isOwn = ({ hostname }: URL): boolean =>
  hostname === 'localhost' || hostname.endsWith('dpp-match.example');

/** Pattern of links in each type of file. */
const linkPatterns: readonly (readonly [type: string, pattern: RegExp])[] = [
  ['text/html', /\s(?:href|src)="([^"]*)"/gu],
  ['xml', /<loc>([^<]*)<\/loc>/gu],
  ['text/plain', /(https?:\/\/[^\s"'<>)\]]+)/gu],
];

/**
 * Creates a crawler that opens every link to our own host once. It reads each page once, even if links to the page
 * differ in their query.
 */
const crawler = (stack: JourneyStack) => {
  const broken: string[] = [];
  const unlisted = new Set<string>();
  const opened = new Set<string>();
  const read = new Set<string>();
  const queue: (readonly [link: string, from: string])[] = [];

  /** Finds the links in a text. Queues those to our own host and looks up the others. */
  const take = (text: string, type: string, at: string): void => {
    const pattern = linkPatterns.find(([part]) => type.includes(part))?.[1] ?? /$^/gu;
    const urls = [...text.matchAll(pattern)]
      .map(([, href = '']) => href.replaceAll('&amp;', '&').replaceAll('&#x27;', "'"))
      .map((href) => new URL(href, new URL(at, stack.site)))
      .filter(({ protocol }) => protocol.startsWith('http'));
    for (const url of urls)
      if (isOwn(url)) queue.push([url.pathname + url.search, at]);
      else if (!listed.has(url.href)) unlisted.add(`${url.href} on ${at}`);
  };

  /** Opens one address and follows redirects. @returns the last status */
  const open = async (link: string): Promise<number> => {
    opened.add(link);
    const { status, headers, body } = await stack.caller.send(link, {
      method: 'GET',
      headers: { accept: 'text/html' },
    });
    const [page = link] = link.split('?');
    const location = headers['location'];
    if (location !== undefined && !opened.has(location)) return open(location);
    if (!read.has(page)) take(body, headers['content-type'] ?? '', link);
    read.add(page);
    return status;
  };

  return {
    take,
    /** @param starts pages to start from, including pages that answer with a refusal */
    run: async (starts: readonly string[]) => {
      for (const start of starts) await open(start);
      for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
        const [link, from] = next;
        if (opened.has(link)) continue;
        const status = await open(link);
        if (status >= 400) broken.push(`${status} ${link} on ${from}`);
      }
      return { broken, unlisted: [...unlisted], opened: opened.size, read: read.size };
    },
  };
};

/** Reads every e-mail of this site that has been sent so far; those of other systems link to their own sites. */
const takeMails = async (stack: JourneyStack, crawl: ReturnType<typeof crawler>): Promise<number> => {
  const mails = (await stack.mails()).filter((mail) => linksToSite(mail, stack.site).length > 0);
  for (const { subject, body } of mails) {
    crawl.take(body.text ?? '', 'text/plain', `/?mail=${encodeURIComponent(subject)}`);
    crawl.take(body.html ?? '', 'text/html', `/?mail=${encodeURIComponent(subject)}`);
  }
  return mails.length;
};

const stack = journeyStack(97);

it('of every built page, and of the pages and e-mails of the seeded service, leads somewhere', async () => {
  await stack.empty();
  const { table } = await stack.table();
  await seedTable(table, (await stack.now()).toISOString());
  await stack.runSchedule('notifications-daily-reminders');
  await stack.runSchedule('notifications-weekly-digests');
  await stack.settle();
  const crawl = crawler(stack);
  const mails = await takeMails(stack, crawl);
  const found = await crawl.run([...staticPages(), '/robots.txt', '/.well-known/security.txt']);
  console.log(`links of the seeded service: ${found.opened} opened, ${found.read} pages, ${mails} e-mails`);
  expect(mails).toBeGreaterThan(20);
  expect(found.read).toBeGreaterThan(50);
  expect([found.broken, found.unlisted]).toEqual([[], []]);
}, 600_000);

it('of every page that a function answers, also of refusals, and of their e-mails leads somewhere', async () => {
  const world = await busyWorld(stack);
  // The directory answers from its cache for a minute, and the seeded DPPs may still be in it.
  await stack.whenFresh();
  const crawl = crawler(stack);
  const mails = await takeMails(stack, crawl);
  const found = await crawl.run(Object.values(world.pages));
  console.log(`links of the busy service: ${found.opened} opened, ${found.read} pages, ${mails} e-mails`);
  expect([found.broken, found.unlisted]).toEqual([[], []]);
}, 600_000);
