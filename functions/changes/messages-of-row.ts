import type {
  ChangeQueue,
  MailMessage,
  MatchMessage,
  PublishMessage,
} from '../../shared/contracts/change-queues.ts';
import type { ChangedRow } from './changed-row.ts';

/** Kinds of rows from which public files and the columns that matching scans are built. */
const PUBLISHED: readonly string[] = [
  'practitioner',
  'request',
  'offer',
  'match',
  'organisation',
  'round',
  'ledger',
];

/** A message for a queue. Messages with the same subject replace each other: the last one says everything. */
export interface Announcement {
  readonly queue: ChangeQueue;
  readonly subject: string;
  readonly body: MatchMessage | MailMessage | PublishMessage;
}

/**
 * Says which queues learn of a changed row.
 * @param system id of the system to which the row belongs; undefined if the rows carry none
 */
export const messagesOfRow = (row: ChangedRow, system: string | undefined): readonly Announcement[] => {
  const { kind, id, is, position, changedAt } = row;
  const whose = system === undefined ? {} : { system };
  const announcements: Announcement[] = [];
  const announce = (queue: ChangeQueue, subject: string, body: Announcement['body']) =>
    announcements.push({ queue, subject: `${system ?? ''} ${subject}`, body });

  if (kind === 'email' && is === 'new' && id !== undefined) announce('mail', id, { ...whose, emailId: id });
  if (kind === 'request' && row.seeking && id !== undefined)
    announce('match', id, { ...whose, requestId: id, position, changedAt });
  // The image of a deleted row is missing: its sort key says of which kind it was.
  const published = is === 'deleted' ? row.sk.toLowerCase() : (kind ?? '');
  if (PUBLISHED.includes(published))
    announce('publish', `${published} ${row.pk}`, {
      ...whose,
      kind: published,
      ...(id === undefined ? {} : { id }),
      position,
      changedAt,
    });
  return announcements;
};
