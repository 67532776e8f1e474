import type { Link } from '../../../shared/notifications/link.ts';
import { epochOf, type Instant } from '../../../shared/kernel/time.ts';
import { isToken, tokenHash } from '../../platform/tokens.ts';
import { keys, lists } from '../table/keys.ts';
import { linkRows } from '../table/rows/link-rows.ts';
import type { Change, Table } from '../table/table.ts';

/** Seconds for which an expired link still explains itself and offers a new one. Then the row may be deleted. */
const SECONDS_KEPT = 90 * 86_400;

interface FoundLink {
  readonly link: Link;
  /** True when it has expired: it only opens a page that says so. */
  readonly expired: boolean;
}

export interface LinkRepository {
  /** The change that files a link under its token's hash. The token itself is not stored. */
  mint(link: Link, token: string): Change;
  /** The link behind a token; undefined when the token was never issued. @throws {UnreadableRow} */
  find(token: string, now: Instant): Promise<FoundLink | undefined>;
  /** The change that makes a token unknown. */
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
