import type { Log } from '../../platform/log.ts';

/** Logs a code, on which an alarm is raised, if the audit of a system could not be exported whole. @throws what the export throws */
export const reportMissing =
  (log: Pick<Log, 'event'>, exportDays: () => Promise<number>): (() => Promise<void>) =>
  async () => {
    try {
      await exportDays();
    } catch (error) {
      log.event('audit-not-exported');
      throw error;
    }
  };
