import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { problem, problemOf } from '../../../functions/web/http/problem.ts';
import { type ProblemCode, problems } from '../../../shared/contracts/problems.ts';
import { problemSchema } from '../../../shared/contracts/problem.ts';
import { anHttpRequest } from '../../support/http-event.ts';

const codes = Object.keys(problems) as ProblemCode[];
const root = join(import.meta.dirname, '../../..');

describe('every refusal', () => {
  it.each(codes)('%s says the same on a page and in JSON', (code) => {
    const page = problem(anHttpRequest(), problemOf(code));
    const json = problem(anHttpRequest({ wantsJson: true }), problemOf(code));
    const { title, status, errors = [] } = problemSchema.parse(JSON.parse(json.body));
    expect([page.status, json.status]).toEqual([status, status]);
    expect(page.body).toContain(`${title}</h1>`);
    for (const { message } of errors) expect(page.body).toContain(message);
  });

  it('is JSON if the system of the request is not known', () => {
    const reply = problem(anHttpRequest({ branding: undefined }), problemOf('page-not-found'));
    expect(reply.headers['content-type']).toBe('application/problem+json');
    expect(problemSchema.parse(JSON.parse(reply.body)).status).toBe(404);
  });

  it('has its words in the list of problems and nowhere else', () => {
    const files = globSync('functions/**/*.{ts,tsx}', { cwd: root });
    const elsewhere = files.filter((file) =>
      /status: [45]\d\d,\s*(?:code|title): '/u.test(readFileSync(join(root, file), 'utf8')),
    );
    expect(elsewhere).toEqual([]);
  });

  it('has a code that is used', () => {
    const text = globSync('{functions,shared}/**/*.{ts,tsx}', { cwd: root })
      .filter((file) => !file.endsWith('contracts/problems.ts'))
      .map((file) => readFileSync(join(root, file), 'utf8'))
      .join('\n');
    expect(codes.filter((code) => !text.includes(`'${code}'`) && !text.includes(`${code}:`))).toEqual([]);
  });
});
