import { randomBytes } from 'node:crypto';
import { linkRepository } from '../../../functions/store/repositories/link-repository.ts';
import { type Link, linkPaths } from '../../../shared/notifications/link.ts';
import { addHours, instantOf } from '../../../shared/kernel/time.ts';
import type { JourneyStack } from '../journey/stack.ts';

/**
 * Mints a link as an e-mail contains it.
 * @param hours hours until the link expires; negative for an expired link
 * @returns the path of the link
 */
export const linkFor = async (
  stack: JourneyStack,
  link: Omit<Link, 'expiresAt'>,
  hours: number,
): Promise<string> => {
  const { table } = await stack.table();
  const token = randomBytes(32).toString('base64url');
  const expiresAt = addHours(instantOf((await stack.now()).getTime()), hours);
  await table.commit([linkRepository(table).mint({ ...link, expiresAt }, token)]);
  return `${linkPaths[link.kind]}/${token}`;
};

/** Returns the id in the key of a row. */
export const idOf = (row: Readonly<Record<string, unknown>> | undefined): string =>
  String(row?.['pk']).split('#')[1] ?? '';
