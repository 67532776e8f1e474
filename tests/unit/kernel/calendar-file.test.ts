import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { calendarFile } from '../../../shared/kernel/calendar-file.ts';

const NOW = '2026-11-20T09:15:00.000Z';
const event = { id: 'match1-start', day: '2027-02-28', title: 'Supervision starts' };

describe('a calendar file', () => {
  test('has whole days, whose end is the day after', () => {
    expect(calendarFile([event], 'dpp-match.example', NOW).split('\r\n')).toEqual([
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//dpp-match.example//DPP Match//EN',
      'BEGIN:VEVENT',
      'UID:match1-start@dpp-match.example',
      'DTSTAMP:20261120T091500Z',
      'DTSTART;VALUE=DATE:20270228',
      'DTEND;VALUE=DATE:20270301',
      'SUMMARY:Supervision starts',
      'TRANSP:TRANSPARENT',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ]);
  });

  test('escapes marks and line breaks, so that no name adds a line', () => {
    const text = calendarFile([{ ...event, title: 'A;b,c\\d\r\nEND:VEVENT' }], 'h.example', NOW);
    expect(text).toContain('SUMMARY:A\\;b\\,c\\\\d\\nEND:VEVENT\r\n');
  });

  test('has lines of 75 octets at most, and keeps every character when they are joined again', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 300 }).filter((one) => !/[\r\n]/u.test(one)),
        (title) => {
          const lines = calendarFile([{ ...event, title }], 'h.example', NOW).split('\r\n');
          expect(lines.every((line) => new TextEncoder().encode(line).length <= 75)).toBe(true);
          const joined = lines.join('\r\n').replaceAll('\r\n ', '');
          const kept = joined.split('\r\n').find((line) => line.startsWith('SUMMARY:'));
          const plain = kept?.slice('SUMMARY:'.length).replaceAll(/\\([\\;,])/gu, '$1');
          // eslint-disable-next-line no-control-regex -- they are left out
          const wanted = title.replaceAll(/[\u0000-\u0008\u000b-\u001f\u007f]/gu, '');
          expect(plain).toBe(wanted);
        },
      ),
    );
  });
});
