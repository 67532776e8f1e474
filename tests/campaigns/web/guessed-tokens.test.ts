import { randomBytes } from 'node:crypto';
import * as z from 'zod';
import { expect, it } from 'vitest';
import { keys } from '../../../functions/store/table/keys.ts';
import { linkRepository } from '../../../functions/store/repositories/link-repository.ts';
import { linkKinds } from '../../../shared/notifications/link.ts';
import { tokenHash } from '../../../functions/platform/tokens.ts';
import { diceOf, oneOf } from '../../support/armour/values.ts';
import { NOW } from '../../support/builders.ts';
import { memoryTable } from '../../support/memory-table/memory-table.ts';
import { cases } from '../../support/campaign.ts';

/** Number of tokens to guess; `npm run test:armour` guesses a million. */
const GUESSES = z.coerce
  .number()
  .int()
  .positive()
  .default(cases(20_000, 2_000))
  .parse(process.env['ARMOUR_GUESSES']);
const LIVE = 1_000;

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** A service with a valid token of every kind of link. */
const withLinks = async () => {
  const table = memoryTable();
  const links = linkRepository(table);
  const tokens = Array.from({ length: LIVE }, () => randomBytes(32).toString('base64url'));
  for (const [index, token] of tokens.entries())
    await table.commit([
      links.mint(
        {
          kind: linkKinds[index % linkKinds.length]!,
          recipient: 'practitioner',
          practitionerId: `dpp${index}`,
          expiresAt: '2027-12-31T00:00:00.000Z',
        },
        token,
      ),
    ]);
  return { table, links, tokens };
};

it(
  `none of ${GUESSES} guessed tokens opens anything, near misses of live ones and their stored hashes among them`,
  async () => {
    const { table, links, tokens } = await withLinks();
    const before = table.stream.images().length;
    const live = new Set(tokens);
    const dice = diceOf(7);
    const guess = (): string => {
      const token = oneOf(dice, tokens);
      const place = dice(token.length);
      switch (dice(8)) {
        case 0:
          return token.slice(0, place) + letters.charAt(dice(letters.length)) + token.slice(place + 1);
        case 1:
          return token.slice(1) + token.charAt(0);
        case 2:
          return token.toLowerCase();
        case 3:
          return tokenHash(token);
        case 4:
          return keys.token(tokenHash(token)).pk;
        case 5:
          return oneOf(dice, [
            token.slice(0, -1),
            `${token}A`,
            `${token}=`,
            ` ${token}`,
            `${token}\u0000`,
            `${token}%00`,
          ]);
        default:
          return randomBytes(32).toString('base64url');
      }
    };
    let hits = 0;
    let tried = 0;
    while (tried < GUESSES) {
      const token = guess();
      if (live.has(token)) continue;
      tried += 1;
      if ((await links.find(token, NOW)) !== undefined) hits += 1;
    }
    console.log(`tokens: ${tried} guessed against ${LIVE} live ones, ${hits} hits`);
    expect(hits).toBe(0);
    expect(table.stream.images().length).toBe(before);
    for (const token of tokens.slice(0, 20)) expect(await links.find(token, NOW)).toBeDefined();
  },
  60_000 + GUESSES / 5,
);
