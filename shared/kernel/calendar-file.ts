import { addDays, type Day, type Instant } from './time.ts';

/** An event that takes one whole day. */
export interface CalendarDay {
  /** Stays the same when the event changes, so that a calendar replaces it. */
  readonly id: string;
  readonly day: Day;
  readonly title: string;
  readonly text?: string | undefined;
}

/** Most octets of a line (RFC 5545, 3.1). */
const LINE_OCTETS = 75;

const encoder = new TextEncoder();

/** Breaks a line between characters; each further line starts with a space, which counts. */
const folded = (line: string): string => {
  const lines: string[] = [];
  let current = '';
  let octets = 0;
  for (const character of line) {
    const size = encoder.encode(character).length;
    if (octets + size > LINE_OCTETS) {
      lines.push(current);
      current = ' ';
      octets = 1;
    }
    current += character;
    octets += size;
  }
  return [...lines, current].join('\r\n');
};

/** Escapes text (RFC 5545, 3.3.11). */
const escaped = (text: string): string =>
  text
    .replaceAll(/[\\;,]/gu, (mark) => `\\${mark}`)
    .replaceAll(/\r\n|\r|\n/gu, '\\n')
    // The standard forbids control characters other than the tab.
    .replaceAll(/(?!\t)\p{Cc}/gu, '');

const plainDay = (day: Day): string => day.replaceAll('-', '');

const plainInstant = (instant: Instant): string =>
  `${instant.slice(0, 19).replaceAll('-', '').replaceAll(':', '')}Z`;

/**
 * Makes a calendar file (RFC 5545) of whole days.
 * @param host domain that makes the ids of the events unique
 * @param now time at which the file is made
 */
export const calendarFile = (days: readonly CalendarDay[], host: string, now: Instant): string =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    `PRODID:-//${escaped(host)}//DPP Match//EN`,
    ...days.flatMap(({ id, day, title, text }) => [
      'BEGIN:VEVENT',
      `UID:${id}@${host}`,
      `DTSTAMP:${plainInstant(now)}`,
      `DTSTART;VALUE=DATE:${plainDay(day)}`,
      `DTEND;VALUE=DATE:${plainDay(addDays(day, 1))}`,
      `SUMMARY:${escaped(title)}`,
      ...(text === undefined ? [] : [`DESCRIPTION:${escaped(text)}`]),
      'TRANSP:TRANSPARENT',
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
  ]
    .map((line) => `${folded(line)}\r\n`)
    .join('');
