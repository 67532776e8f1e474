import { createGzip } from 'node:zlib';
import { addDays, type Day, type Instant } from '../../../shared/kernel/time.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Log } from '../../platform/log.ts';
import type { Objects } from '../../platform/objects/objects.ts';
import type { AuditLine, AuditRepository } from '../../store/repositories/audit-repository.ts';

interface Deps {
  readonly systemId: string;
  readonly audit: Pick<AuditRepository, 'page'>;
  readonly objects: Pick<Objects, 'put' | 'list'>;
  readonly clock: Clock;
  readonly log: Pick<Log, 'event'>;
}

/** Number of entries to read at once. */
const PAGE_SIZE = 500;

/** Maximum number of days that one run exports, so that it ends before its timeout. The next run does the rest. */
const MOST_DAYS = 40;

/** The day of an instant in UTC, in which the entries of a day are a range of their keys. */
const dayOf = (at: Instant): Day => at.slice(0, 10);

const keyOf = (systemId: string, day: Day): string => `${systemId}/${day}.jsonl.gz`;

const dayInKey = (key: string): Day | undefined => /\/(\d{4}-\d{2}-\d{2})\.jsonl\.gz$/u.exec(key)?.[1];

/** Compresses lines as they come, so that the text of a whole day is never in memory. */
const compressed = async (pages: AsyncIterable<readonly AuditLine[]>): Promise<Uint8Array> => {
  const gzip = createGzip();
  const chunks: Buffer[] = [];
  const ended = new Promise<void>((resolve, reject) => {
    gzip.on('data', (chunk: Buffer) => chunks.push(chunk));
    gzip.on('end', resolve);
    gzip.on('error', reject);
  });
  for await (const lines of pages) gzip.write(lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
  gzip.end();
  await ended;
  return Buffer.concat(chunks);
};

/**
 * Writes the audit of each day that is over and not written yet into a locked bucket: one object a day, with one entry a
 * line. Begins with the day after the last one written, so that a day that was missed is made up. Days without entries have
 * an object too. Idempotent: an object that is there is never written again.
 * @throws Error if days are left after the run
 */
export const exportAudit = ({ systemId, audit, objects, clock, log }: Deps) => {
  async function* entriesOf(day: Day): AsyncGenerator<readonly AuditLine[]> {
    let after: string | undefined = `${day}T`;
    while (after !== undefined) {
      const { found, next } = await audit.page({ after, until: `${day}T~`, size: PAGE_SIZE });
      yield found;
      after = next;
    }
  }

  /** The first day to write: the one after the last that was written, or that of the oldest entry. */
  const firstDay = async (): Promise<Day | undefined> => {
    const last = (await objects.list(`${systemId}/`)).flatMap(({ key }) => dayInKey(key) ?? []).at(-1);
    if (last !== undefined) return addDays(last, 1);
    const oldest = await audit.page({ size: 1 });
    return oldest.found.map(({ at }) => dayOf(at))[0];
  };

  return async (): Promise<number> => {
    const today = dayOf(clock.now());
    let day = await firstDay();
    let written = 0;
    for (; day !== undefined && day < today && written < MOST_DAYS; day = addDays(day, 1)) {
      await objects.put(keyOf(systemId, day), await compressed(entriesOf(day)), {
        ifAbsent: true,
        locked: true,
        contentType: 'application/gzip',
      });
      written += 1;
    }
    if (written > 0) log.event('audit-exported', { count: written });
    if (day !== undefined && day < today) throw new Error('days of the audit are left to export');
    return written;
  };
};
