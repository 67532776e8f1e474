import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildSite } from '../../infra/build/build-site.ts';
import { systemsFolder } from '../../infra/build/read-system-folder.ts';

const folder = mkdtempSync(join(tmpdir(), 'dpp-match-system-'));
const system = join(folder, 'system');
const out = join(folder, 'site');

const ownPage = (title: string) => `---
title: ${title}
description: How to complain about DPP Match, which has its own procedure for complaints in this part of the country.
lead: The complaints team of {{owner}} answers within five days.
reviewed: 2026-11-30
---

Only people in {{partOfCountry}} see this page.
`;

const files = (): readonly string[] =>
  readdirSync(out, { recursive: true, encoding: 'utf8' }).filter((name) =>
    statSync(join(out, name)).isFile(),
  );
const read = (name: string): string => readFileSync(join(out, name), 'utf8');

beforeAll(async () => {
  cpSync(join(systemsFolder, 'sussex'), system, { recursive: true });
  mkdirSync(join(system, 'pages'), { recursive: true });
  writeFileSync(join(system, 'pages/complaints.md'), ownPage('Complaints'));
  writeFileSync(join(system, 'pages/local-offer.md'), ownPage('Local offer'));
  await buildSite({ system, into: out, origin: 'https://dpp.sussex.example' });
}, 120_000);

afterAll(() => {
  rmSync(folder, { recursive: true });
});

test('every page names the area in its title', () => {
  for (const name of files().filter((file) => file.endsWith('.html')))
    expect(read(name), name).toMatch(/<title>[^<]+ – DPP Match – Sussex<\/title>/u);
});

test('no file names another system', () => {
  for (const name of files()) expect(read(name), name).not.toMatch(/\b(?:Kent|Swale|Maidstone|ME7)\b/iu);
});

test('no file shows a placeholder', () => {
  for (const name of files()) expect(read(name), name).not.toContain('{{');
});

test('the places and the examples are those of the area', () => {
  expect(read('index.html')).toContain('For example, BN1 or Brighton');
  expect(read('find-a-dpp/index.html')).toContain(
    '<a href="/find-a-dpp/results?place=west-sussex">West Sussex</a>',
  );
});

test('a page of its own replaces the common page of the same name, with its placeholders filled', () => {
  const page = read('complaints/index.html');
  expect(page).toContain(
    'The complaints team of NHS Surrey and Sussex Integrated Care Board answers within five days.',
  );
  expect(page).toContain('Only people in Sussex see this page.');
  expect(read('privacy/index.html')).toContain(
    'NHS Surrey and Sussex Integrated Care Board is the controller of your information.',
  );
});

test('a page of its own that no common page is named like has an address of its own', () => {
  expect(read('local-offer/index.html')).toContain('<h1 class="nhsuk-heading-xl">Local offer</h1>');
  expect(read('sitemap-0.xml')).toContain('<loc>https://dpp.sussex.example/local-offer/</loc>');
});

test('absolute addresses have its own host name', () => {
  expect(read('robots.txt')).toContain('Sitemap: https://dpp.sussex.example/sitemap-index.xml');
  expect(read('sitemap-0.xml')).toContain('<loc>https://dpp.sussex.example/privacy/</loc>');
  expect(read('.well-known/security.txt')).toContain(
    'Canonical: https://dpp.sussex.example/.well-known/security.txt',
  );
  for (const name of files()) expect(read(name), name).not.toContain('http://localhost');
});

test('the team reached by e-mail is its own', () => {
  expect(read('contact/index.html')).toContain('mailto:dpp-match@sussex.example');
  expect(read('500.html')).toContain('mailto:dpp-match@sussex.example');
  expect(read('.well-known/security.txt')).toContain('Contact: mailto:security@sussex.example');
});

test('the OpenAPI document names the area', () => {
  expect(read('api/openapi.json')).toContain('"title": "DPP Match: Sussex"');
});
