import * as z from 'zod';
import { DOOR_HEADER } from '../../../shared/contracts/door-header.ts';
import { tableFault, type TableFaults } from '../aws/table-faults.ts';
import type { Calls } from '../lambda/recorded-calls.ts';
import type { MovableClock } from '../lambda/movable-clock.ts';
import type { LocalFunctions } from '../lambda/functions.ts';
import type { Logs } from '../lambda/function-logs.ts';
import { type Mail, mailFault } from '../mail/ses-endpoint.ts';
import { mailEvent, type MailEvents } from '../mail/mail-events.ts';
import type { OriginHeaders } from '../edge/origin-headers.ts';
import type { Policies } from '../lambda/iam-policy.ts';
import type { Queues } from '../events/queues.ts';
import type { LocalSchedule } from '../events/schedules.ts';
import type { Timekeeper } from '../events/timekeeper.ts';
import type { Triggers } from '../events/triggers.ts';

export interface ControlParts {
  readonly clock: MovableClock;
  readonly logs: Logs;
  readonly calls: Calls;
  readonly policies: Policies;
  readonly queues: Queues;
  readonly events: MailEvents;
  readonly mail: Mail;
  readonly faults: TableFaults;
  readonly functions: LocalFunctions;
  readonly schedules: readonly LocalSchedule[];
  readonly time: Timekeeper;
  readonly triggers: Triggers;
  readonly originHeaders: OriginHeaders;
  readonly urls: {
    readonly sites: readonly { readonly systemId: string; readonly url: string }[];
    /** The HTTP API's own address. */
    readonly api: string;
    readonly inbox: string;
    readonly aws: string;
    readonly tableName: string;
  };
}

const HOUR = 3_600_000;

const advance = z.union([
  z.strictObject({ to: z.iso.datetime() }),
  z.strictObject({
    days: z.coerce.number().min(0).max(400).default(0),
    hours: z.coerce.number().min(0).max(9_600).default(0),
    minutes: z.coerce.number().min(0).max(60_000).default(0),
  }),
]);
const named = z.object({ name: z.string() });
const header = z.strictObject({ name: z.string(), value: z.string() });

type Action = (body: unknown) => unknown;

/** The actions of the console, with the method and path of the request as keys. */
export const actionsOf = (parts: ControlParts): Readonly<Record<string, Action>> => {
  const { clock, logs, calls, policies, queues, events, mail, functions, schedules, time, triggers } = parts;
  const iso = (milliseconds: number) => new Date(milliseconds).toISOString();
  return {
    'GET /stack': () => parts.urls,
    'GET /clock': () => ({ now: iso(clock.now()) }),
    'POST /clock/advance': async (body) => {
      const by = advance.parse(body);
      const to =
        'to' in by
          ? Date.parse(by.to)
          : clock.now() + ((by.days * 24 + by.hours) * 60 + by.minutes) * (HOUR / 60);
      const ran = await time.advanceTo(to);
      return { now: iso(clock.now()), ran };
    },
    'GET /schedules': () => {
      const upcoming = time.upcoming();
      return schedules.map(({ name, expression, target }) => ({
        name,
        expression,
        function: target.name,
        next: iso(upcoming.get(name) ?? 0),
      }));
    },
    'POST /schedules/run': async (body) => {
      const { name } = named.parse(body);
      const found = schedules.find((one) => one.name === name);
      if (found === undefined) throw new Error(`there is no schedule ${name}`);
      const outcome = await found.run(clock.now());
      await triggers.settle();
      return outcome;
    },
    'POST /settle': () => triggers.settle(),
    'POST /streams/pause': () => triggers.pauseStreams(),
    'POST /streams/resume': async () => {
      triggers.resumeStreams();
      await triggers.settle();
    },
    'GET /functions': () =>
      functions.all.map(({ id, name, role }) => ({ id, name, permissions: policies.of(role) })),
    'GET /calls': () => calls.read(),
    'POST /calls/reset': () => calls.reset(),
    'GET /logs': () => logs.read(),
    'POST /logs/reset': () => logs.reset(),
    'GET /queues': () => queues.all.map((queue) => ({ name: queue.name, messages: queue.peek() })),
    'POST /queues/clear': () => queues.all.forEach((queue) => queue.clear()),
    'POST /queues/redrive': async (body) => {
      const begins = `${named.parse(body).name.replaceAll('-', '')}triggersDeadLetters`;
      const queue = queues.all.find(({ name }) => name.startsWith(begins));
      if (queue === undefined) throw new Error(`there is no queue ${begins}…`);
      const letters = queues.redrive(queue);
      await triggers.settle();
      return { letters };
    },
    'POST /mail/events': async (body) => {
      const queuesReached = events.emit(mailEvent.parse(body));
      await triggers.settle();
      return { queuesReached };
    },
    'GET /distribution/headers': () => ({ [DOOR_HEADER]: parts.originHeaders.get(DOOR_HEADER) }),
    'POST /distribution/headers': (body) => {
      const { name, value } = header.parse(body);
      parts.originHeaders.set(name, value);
    },
    'POST /table/faults': (body) => parts.faults.add(tableFault.parse(body)),
    'POST /mail/faults': (body) => mail.fail(mailFault.parse(body)),
  };
};
