import { mkdir, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join, resolve } from 'node:path';
import { sampleMessages } from './email-samples.ts';

/**
 * `npm run gallery`: shows every e-mail for fictional people, HTML and text side by side, on one page.
 * `npm run gallery -- --write` only writes the page to `.local/gallery/`.
 */
const folder = resolve(import.meta.dirname, '../../.local/gallery');
const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');

const samples = await sampleMessages();
const files = new Map(samples.map(({ name, mail }) => [`${name}.html`, mail.html]));
const entry = ({ name, mail }: (typeof samples)[number]) => `
  <section id="${name}">
    <h2>${name}</h2>
    <p><strong>${escaped(mail.subject)}</strong> (${String(mail.subject.length)} characters), to ${escaped(mail.to)}${
      mail.unsubscribeUrl === undefined ? '' : ', can be stopped with one press'
    }</p>
    <div class="both"><iframe src="${name}.html" title="${name} as HTML"></iframe><pre tabindex="0">${escaped(mail.text)}</pre></div>
  </section>`;
files.set(
  'index.html',
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Every e-mail of DPP Match</title><style>
  body { font-family: Arial, sans-serif; margin: 2rem; } nav { columns: 3; }
  .both { display: grid; grid-template-columns: 1fr 1fr; gap: 1rem; }
  iframe, pre { border: 1px solid #d8dde0; box-sizing: border-box; height: 40rem; margin: 0; overflow: auto; width: 100%; }
  pre { padding: 1rem; white-space: pre-wrap; }</style></head><body>
  <h1>Every e-mail (${String(samples.length)})</h1>
  <nav aria-label="E-mails">${samples.map(({ name }) => `<a href="#${name}">${name}</a><br>`).join('')}</nav>
  ${samples.map(entry).join('')}</body></html>`,
);

await mkdir(folder, { recursive: true });
for (const [name, html] of files) await writeFile(join(folder, name), html);
process.stdout.write(`${String(samples.length)} e-mails written to .local/gallery/\n`);

if (!process.argv.includes('--write')) {
  const server = createServer((request, response) => {
    const page = files.get((request.url ?? '/').slice(1) || 'index.html');
    response.writeHead(page === undefined ? 404 : 200, { 'content-type': 'text/html; charset=utf-8' });
    response.end(page ?? 'Not found');
  });
  server.listen(Number(process.env['GALLERY_PORT'] ?? 8083), '127.0.0.1', () => {
    const address = server.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    process.stdout.write(`gallery http://localhost:${String(port)}/\n`);
  });
  process.once('SIGINT', () => server.close(() => process.exit(0)));
}
