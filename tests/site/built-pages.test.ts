import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildSite } from '../../infra/build/build-site.ts';
import { systemsFolder } from '../../infra/build/read-system-folder.ts';
import { ALL_CSV, ALL_JSON } from '../../functions/directory/listings/download-of.ts';
import { routes } from '../../shared/contracts/routes.ts';
import { ambiguousLinks, htmlTroubles, refusedByPolicy } from './html-rules.ts';

const out = join(mkdtempSync(join(tmpdir(), 'dpp-match-site-')), 'site');
const expected = [
  '404.html',
  '500.html',
  'accessibility/index.html',
  'become-a-dpp/index.html',
  'complaints/index.html',
  'contact/index.html',
  'cookies/index.html',
  'find-a-dpp/index.html',
  'framework/index.html',
  'how-it-works/index.html',
  'index.html',
  'open-data/index.html',
  'privacy/index.html',
  'request-a-dpp/index.html',
];
/** Patterns of the paths that functions answer, and of the open data, which a function publishes as files. */
const dynamic = [
  ...routes.filter(({ method }) => method === 'GET').map(({ path }) => path),
  ALL_CSV,
  ALL_JSON,
].map((path) => new RegExp(`^${path.replaceAll(/\{\w+\}/gu, '[^/]+')}(\\?|$)`, 'u'));

const read = (file: string): string => readFileSync(join(out, file), 'utf8');

beforeAll(
  () =>
    buildSite({ system: join(systemsFolder, 'kent-and-medway'), into: out, origin: 'https://dpp.example' }),
  120_000,
);

afterAll(() => {
  rmSync(dirname(out), { recursive: true, force: true });
});

test('the site has every listed page', () => {
  const pages = readdirSync(out, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.html'),
  );
  expect(pages.toSorted()).toEqual(expected);
});

describe.each(expected)('%s', (file) => {
  test('is valid HTML', async () => {
    expect(await htmlTroubles(read(file))).toEqual([]);
  });

  test('says its charset first of all, and describes itself', () => {
    const html = read(file);
    expect(html).toMatch(/^<!doctype html>\s*<html lang="en">\s*<head>\s*<meta charset="utf-8"\/?>/iu);
    expect(/<meta name="description" content="([^"]*)"/u.exec(html)?.[1]?.length).toBeGreaterThan(30);
  });

  test('holds nothing that the content security policy blocks', () => {
    expect(refusedByPolicy(read(file))).toEqual([]);
  });

  test('has one h1, no heading below the third level, and its title in the form of the service', () => {
    const html = read(file);
    expect(html.match(/<h1[\s>]/g)).toHaveLength(1);
    expect(html).not.toMatch(/<h[456]\b/u);
    expect(html).toMatch(/<title>[^<]+ – DPP Match – Kent and Medway<\/title>/);
  });

  test('has links whose text says where they lead', () => {
    expect(ambiguousLinks(read(file))).toEqual([]);
  });

  test('has links inside the service that lead somewhere', () => {
    const html = read(file);
    const ids = new Set([...html.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id));
    const broken = [...html.matchAll(/(?:href|src|action)="((?:\/(?!\/)|#)[^"]*)"/g)]
      .map(([, href = '']) => href.replaceAll('&amp;', '&'))
      .filter((href) => {
        const [path = '', anchor] = href.split('#');
        if (dynamic.some((pattern) => pattern.test(path))) return false;
        if (path === '') return anchor !== undefined && !ids.has(anchor);
        const target = path.endsWith('/') ? `${path}index.html` : path;
        if (!existsSync(join(out, target))) return true;
        return anchor !== undefined && !read(target).includes(` id="${anchor}"`);
      });
    expect(broken).toEqual([]);
  });

  test('is under 100 KB compressed with its styles and scripts', () => {
    const sent = [file, 'assets/site.css', 'assets/site.js', 'assets/favicon.svg'].map(
      (name) => gzipSync(readFileSync(join(out, name))).length,
    );
    expect(sent.reduce((sum, size) => sum + size, 0)).toBeLessThan(40_000);
    expect(statSync(join(out, file)).size + statSync(join(out, 'assets/site.js')).size).toBeLessThan(40_000);
  });

  test('keeps the space between a word and a link', () => {
    expect(read(file).match(/[a-z.,:]<a\s/gi)).toBeNull();
  });

  test('names no font or trademark of others', () => {
    expect(read(file)).not.toMatch(/frutiger|nhsuk-logo|assets\.nhs\.uk/i);
  });
});

test('the style sheet loads nothing from other hosts and is under 100 KB uncompressed', () => {
  const css = read('assets/site.css');
  expect(css).not.toMatch(/url\(["']?(?:https?:)?\/\//);
  expect(css).not.toMatch(/frutiger/i);
  expect(css).not.toContain('@import');
  expect(css.length).toBeLessThan(95_000);
});

test('the style sheet has no empty rules and nothing for Internet Explorer', () => {
  const css = read('assets/site.css');
  expect(css).not.toContain('{}');
  expect(css).not.toMatch(/-ms-high-contrast|screen\uFFFD/);
  expect(css).toContain('forced-colors:active');
});

test('the style sheet keeps the rules of what pages show and drops the rest of the design system', () => {
  const css = read('assets/site.css');
  for (const kept of ['.nhsuk-radios__item', '.nhsuk-tag--green', '.nhsuk-error-summary', '.app-hero']) {
    expect(css).toContain(kept);
  }
  for (const dropped of [
    '.nhsuk-card--care',
    '.nhsuk-header',
    '.nhsuk-card--feature',
    '.nhsuk-tag--purple',
    '.nhsuk-button--login',
  ]) {
    expect(css).not.toContain(dropped);
  }
});

test('the only script is our own small one', () => {
  const scripts = readdirSync(out, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.js'),
  );
  expect(scripts).toEqual([join('assets', 'site.js')]);
});

test('security.txt names an address and expires within a year', () => {
  const text = read('.well-known/security.txt');
  expect(text).toMatch(/^Contact: mailto:\S+@\S+$/m);
  const expires = Date.parse(/^Expires: (.+)$/m.exec(text)?.[1] ?? '');
  expect(expires).toBeGreaterThan(Date.now());
  expect(expires).toBeLessThan(Date.now() + 366 * 24 * 60 * 60 * 1000);
});
