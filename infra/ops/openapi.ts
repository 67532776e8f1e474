import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import * as z from 'zod';
import { openApiDocument } from './openapi-document.ts';

const FOLDER = 'dist/site/api';

const { version } = z
  .object({ version: z.string() })
  .parse(JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')));

mkdirSync(FOLDER, { recursive: true });
writeFileSync(`${FOLDER}/openapi.json`, `${JSON.stringify(openApiDocument(version), null, 2)}\n`);
