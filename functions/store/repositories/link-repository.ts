import type { Link } from '../../../shared/notifications/link.ts';
import { epochOf, type Instant } from '../../../shared/kernel/time.ts';
import { isToken, tokenHash } from '../../platform/tokens.ts';
import { keys, lists } from '../table/keys.ts';
import { linkRows } from '../table/rows/link-rows.ts';
import type { Change, Table } from '../table/table.ts';

/**
 * Seconds for which a link is kept after it has expired. During this time, its page explains that it has expired and
 * offers a new link.
 */
const SECONDS_KEPT = 90 * 86_400;

interface FoundLink {
  readonly link: Link;
  /** True if the link has expired and opens only a page that says so. */
  readonly expired: boolean;
}

export interface LinkRepository {
  /** Returns the change that stores a link under the hash of its token. The token itself is not stored. */
  mint(link: Link, token: string): Change;
  /** Reads the link that a token opens; undefined if there is none. @throws {UnreadableRow} */
  find(token: string, now: Instant): Promise<FoundLink | undefined>;
  /** Returns the change that deletes the link of a token. */
  revoke(token: string): Change;
}

export const linkRepository = (table: Pick<Table, 'get'>): LinkRepository => ({
  mint: (link, token) => {
    const hash = tokenHash(token);
    return linkRows.put(
      { ...keys.token(hash), listPk: lists.links, listSk: `${link.expiresAt}#${hash}` },
      link,
      { is: 'absent' },
      { expiresAtSeconds: Math.ceil(epochOf(link.expiresAt) / 1_000) + SECONDS_KEPT },
    );
  },
  find: async (token, now) => {
    if (!isToken(token)) return undefined;
    const [row] = await table.get([keys.token(tokenHash(token))]);
    if (row === undefined) return undefined;
    const link = linkRows.parse(row);
    return { link, expired: link.expiresAt <= now };
  },
  revoke: (token) => ({ do: 'remove', key: keys.token(tokenHash(token)), when: { is: 'anything' } }),
});
