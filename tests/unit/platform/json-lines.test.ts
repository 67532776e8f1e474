import { describe, expect, it } from 'vitest';
import { jsonLines } from '../../../functions/platform/json-lines.ts';
import { logTo } from '../../../functions/platform/log.ts';
import { instantOf } from '../../../shared/kernel/time.ts';

const clock = { now: () => instantOf(0) };

const written = (variables: Readonly<Record<string, string>>) => {
  const lines: string[] = [];
  return { lines, log: logTo(jsonLines({ variables, clock, write: (line) => void lines.push(line) })) };
};

describe('the log of a function', () => {
  it('is one object of JSON a line, with the code where the alarms search for it', () => {
    const { lines, log } = written({
      SERVICE_NAME: 'matching-match-request',
      _X_AMZN_TRACE_ID: 'Root=1-2-3',
    });
    log.event('offer-made', { offerId: 'offer-1' });
    log.surprise('function-failed', new TypeError('two\nlines'));
    expect(lines.every((line) => line.indexOf('\n') === line.length - 1)).toBe(true);
    expect(lines.map((line): unknown => JSON.parse(line))).toMatchObject([
      {
        level: 'INFO',
        message: 'offer-made',
        offerId: 'offer-1',
        timestamp: clock.now(),
        service: 'matching-match-request',
        trace: 'Root=1-2-3',
      },
      { level: 'ERROR', message: 'function-failed', kind: 'TypeError' },
    ]);
  });
});
