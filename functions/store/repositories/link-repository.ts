import * as z from 'zod';
import { type Link, linkSchema } from '../../../shared/notifications/link.ts';
import { epochOf, type Instant } from '../../../shared/kernel/time.ts';
import { isToken, tokenHash } from '../../platform/tokens.ts';
import { keys, lists } from '../table/keys.ts';
import type { Change, Table } from '../table/table.ts';

/** An expired link still explains itself and offers a new one for so long; then the row may be swept away. */
const SECONDS_KEPT = 90 * 86_400;

const rowSchema = z.object({ link: linkSchema });

interface FoundLink {
  readonly link: Link;
  /** True when its time is over: it opens nothing but a page that says so. */
  readonly expired: boolean;
}

export interface LinkRepository {
  /** The change that files what `token` stands for, under the token's hash. The token itself is kept nowhere. */
  mint(link: Link, token: string): Change;
  /** What a token from outside stands for; undefined when it was never given out. */
  find(token: string, now: Instant): Promise<FoundLink | undefined>;
  /** The change after which the token is unknown. */
  revoke(token: string): Change;
}

export const linkRepository = (table: Pick<Table, 'get'>): LinkRepository => ({
  mint: (link, token) => ({
    do: 'put',
    when: { is: 'absent' },
    row: {
      ...keys.token(tokenHash(token)),
      kind: 'link',
      link,
      listPk: lists.links,
      listSk: `${link.expiresAt}#${tokenHash(token)}`,
      expiresAtSeconds: Math.ceil(epochOf(link.expiresAt) / 1_000) + SECONDS_KEPT,
    },
  }),
  find: async (token, now) => {
    if (!isToken(token)) return undefined;
    const [row] = await table.get([keys.token(tokenHash(token))]);
    if (row === undefined) return undefined;
    const { link } = rowSchema.parse(row);
    return { link, expired: link.expiresAt <= now };
  },
  revoke: (token) => ({ do: 'remove', key: keys.token(tokenHash(token)), when: { is: 'anything' } }),
});
