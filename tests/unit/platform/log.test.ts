import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { environment, settings } from '../../../functions/platform/environment.ts';
import { logTo } from '../../../functions/platform/log.ts';
import { UnreadableRow } from '../../../functions/platform/unreadable-row.ts';

const aLog = () => {
  const lines: object[] = [];
  const keep = (message: string, facts: object) => void lines.push({ message, ...facts });
  return { lines, log: logTo({ info: keep, error: keep }) };
};

describe('the log', () => {
  it('names the unreadable row by its key, without its content', () => {
    const { lines, log } = aLog();
    const row = { pk: 'REQUEST#req1', sk: 'REQUEST', noun: { email: 'amara@dpp.example' } };
    const { error } = z.object({ state: z.string() }).safeParse(row.noun);
    log.surprise('function-failed', new UnreadableRow(row, error));
    expect(lines).toMatchObject([
      { row: 'REQUEST#req1', reason: 'invalid_type:state', kind: 'UnreadableRow' },
    ]);
    expect(JSON.stringify(lines)).not.toContain('amara');
  });

  it('keeps codes, ids and counts', () => {
    const { lines, log } = aLog();
    log.event('digest-made', {
      run: 'digest#2026-W47#east-kent',
      count: 3,
      emailId: 'digest-place.2026-W47#east-kent',
    });
    expect(lines).toEqual([
      {
        message: 'digest-made',
        run: 'digest#2026-W47#east-kent',
        count: 3,
        emailId: 'digest-place.2026-W47#east-kent',
      },
    ]);
  });

  it.each([
    'amara@dpp.example',
    'Amara Ojo',
    `offers/${'k'.repeat(43)}`,
    'line\nbreak',
    'Zoë',
    'x'.repeat(200),
  ])('withholds a value that is not an id: "%s"', (text) => {
    const { lines, log } = aLog();
    log.event('offer-accepted', { offerId: text });
    expect(lines).toEqual([{ message: 'offer-accepted', offerId: 'withheld' }]);
  });

  it('gives the kind and place of an unexpected error, never its message', () => {
    const { lines, log } = aLog();
    log.surprise('storage-out', new RangeError('Amara Ojo\n    at Amara (Ojo:1:2)'), { requestId: 'r1' });
    log.surprise('storage-out', 'Amara Ojo');
    const text = JSON.stringify(lines);
    expect(lines[0]).toMatchObject({ kind: 'RangeError', requestId: 'r1' });
    expect(lines[1]).toMatchObject({ kind: 'string', places: [] });
    expect(text).toContain('log.test.ts');
    expect(text).not.toMatch(/Amara|Ojo/u);
  });
});

describe('the settings of a function', () => {
  const { SITE_URLS, MAIL_FROM, TABLE_NAME } = settings;

  it('are read once, and only those asked for', () => {
    expect(
      environment(
        { SITE_URLS, TABLE_NAME },
        { SITE_URLS: 'kent=http://localhost:8080,sussex=http://x/?a=b', TABLE_NAME: 'matches', PATH: '/' },
      ),
    ).toEqual({
      SITE_URLS: { kent: 'http://localhost:8080', sussex: 'http://x/?a=b' },
      TABLE_NAME: 'matches',
    });
  });

  it('name what is missing or wrong, never a value', () => {
    const wrong = () => environment({ TABLE_NAME, MAIL_FROM }, { MAIL_FROM: 'q!' });
    expect(wrong).toThrow('settings missing or wrong: MAIL_FROM, TABLE_NAME');
    expect(wrong).not.toThrow('q!');
  });
});
