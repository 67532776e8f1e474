import * as z from 'zod';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

const london = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  hourCycle: 'h23',
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  hour: 'numeric',
  minute: 'numeric',
});

interface LondonTime {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
}

const inLondon = (time: number): LondonTime => {
  const parts = new Map(london.formatToParts(time).map(({ type, value }) => [type, Number(value)]));
  const part = (name: Intl.DateTimeFormatPartTypes) => z.number().parse(parts.get(name));
  return {
    year: part('year'),
    month: part('month'),
    day: part('day'),
    hour: part('hour'),
    minute: part('minute'),
  };
};

/**
 * Returns the instant at which clocks in London show this time, in milliseconds since 1970. Clock changes
 * skip one hour and repeat another: the result for those hours is unreliable.
 */
const instantOf = ({ year, month, day, hour, minute }: LondonTime): number => {
  const asUtc = Date.UTC(year, month - 1, day, hour, minute);
  const shown = inLondon(asUtc);
  return asUtc - (Date.UTC(shown.year, shown.month - 1, shown.day, shown.hour, shown.minute) - asUtc);
};

const DAYS = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'];

const matchesField = (field: string, value: number | string | undefined): boolean =>
  field === '*' || field === '?' || field.split(',').includes(String(value));

/**
 * Returns the next time at which a schedule fires, in milliseconds since 1970.
 * @param expression `rate(5 minutes)`, or `cron(30 7 ? * MON *)` with one minute and one hour, in London time
 * @param after milliseconds since 1970; the result is later
 * @throws for a kind of expression that our stacks do not use
 */
export const nextFiring = (expression: string, after: number): number => {
  const rate = /^rate\((\d+) minutes\)$/.exec(expression)?.[1];
  if (rate !== undefined) {
    const every = Number(rate) * MINUTE;
    return (Math.floor(after / every) + 1) * every;
  }
  const fields = /^cron\((\d+) (\d+) (\S+) (\S+) (\S+) \*\)$/.exec(expression)?.slice(1);
  if (fields === undefined) throw new Error(`the local runner does not know the schedule ${expression}`);
  const [minute, hour, dayOfMonth, month, dayOfWeek] = z
    .tuple([z.string(), z.string(), z.string(), z.string(), z.string()])
    .parse(fields);
  const today = inLondon(after);
  for (let ahead = 0; ahead <= 366; ahead += 1) {
    const noon = new Date(Date.UTC(today.year, today.month - 1, today.day, 12) + ahead * DAY);
    const date = { year: noon.getUTCFullYear(), month: noon.getUTCMonth() + 1, day: noon.getUTCDate() };
    const fits =
      matchesField(dayOfMonth, date.day) &&
      matchesField(month, date.month) &&
      matchesField(dayOfWeek, DAYS[noon.getUTCDay()]);
    const time = instantOf({ ...date, hour: Number(hour), minute: Number(minute) });
    if (fits && time > after) return time;
  }
  throw new Error(`the schedule ${expression} never fires`);
};
