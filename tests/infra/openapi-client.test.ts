import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import openapiTS, { astToString, type OpenAPI3 } from 'openapi-typescript';
import ts from 'typescript';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openApiDocument } from '../../infra/build/openapi-document.ts';
import { kentAndMedway } from '../support/kent-and-medway.ts';

const root = join(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'openapi-'));
const document = openApiDocument('1.2.3', kentAndMedway);
const CLIENT = join(root, 'tests/fixtures/api-client/journey.ts');
/** The types beside the client, which are made anew for each test instead of being kept in the repository. */
const TYPES = join(root, 'tests/fixtures/api-client/api.ts');

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Lists the type errors of the client, with the types of the document beside it. */
const typeErrors = (types: string, client: string): readonly string[] => {
  const options: ts.CompilerOptions = {
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    allowImportingTsExtensions: true,
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    types: [],
  };
  const given = new Map([
    [TYPES, types],
    [CLIENT, client],
  ]);
  const host = ts.createCompilerHost(options);
  const program = ts.createProgram([CLIENT], options, {
    ...host,
    fileExists: (name) => given.has(name) || host.fileExists(name),
    readFile: (name) => given.get(name) ?? host.readFile(name),
    getSourceFile: (name, version, ...more) => {
      const text = given.get(name);
      return text === undefined
        ? host.getSourceFile(name, version, ...more)
        : ts.createSourceFile(name, text, version);
    },
  });
  return ts
    .getPreEmitDiagnostics(program)
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' '));
};

describe('the OpenAPI document', () => {
  it('has no error and no warning of a strict linter', () => {
    const file = join(folder, 'openapi.json');
    writeFileSync(file, JSON.stringify(document));
    const { status, stdout, stderr } = spawnSync(
      join(root, 'node_modules/.bin/node'),
      [
        join(root, 'node_modules/.bin/redocly'),
        'lint',
        file,
        '--extends=recommended-strict',
        '--format=json',
      ],
      {
        encoding: 'utf8',
        cwd: folder,
        env: { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' },
      },
    );
    expect([status, stderr], stdout).toMatchObject([0, expect.any(String)]);
    expect(JSON.parse(stdout)).toMatchObject({ totals: { errors: 0, warnings: 0 } });
  });

  describe('gives types', () => {
    const client = readFileSync(CLIENT, 'utf8');
    let types = '';
    beforeAll(async () => {
      types = astToString(await openapiTS(JSON.parse(JSON.stringify(document)) as OpenAPI3));
    });

    it('with which a client from registration to match compiles', () => {
      expect(typeErrors(types, client)).toEqual([]);
    });

    it('that name a field which is misspelt', () => {
      expect(typeErrors(types, client.replace('placesOffered:', 'placesOfered:')).join()).toContain(
        'placesOfered',
      );
    });
  });
});
