import { hashOf } from '../../platform/hash.ts';

/** A code or an id. Has no spaces, which words have, and no @, which addresses have. */
const CODE = /^[\w.:#|~-]{0,160}$/u;

/** Facts in which 0.3.0 and older versions stored words. */
const WORDS: ReadonlySet<string> = new Set(['why', 'domain']);

const TEAM = 'team:';
const KEY = `${TEAM}member-`;

/** Roles that versions before 0.4.0 stored like names of the team. */
const ROLES: ReadonlySet<string> = new Set(['organisation-lead', 'digest-reader']);

type Facts = Readonly<Record<string, string | number>>;

/** Returns the facts of an audit entry that are codes, ids or numbers. Takes unreadable facts too, as none. */
export const codesOf = (facts: unknown): Facts =>
  typeof facts !== 'object' || facts === null
    ? {}
    : Object.fromEntries(
        Object.entries(facts).filter(
          ([name, value]) =>
            !WORDS.has(name) &&
            (typeof value === 'number' || (typeof value === 'string' && CODE.test(value))),
        ),
      );

/**
 * Returns the actor as the audit holds them: for a member of the team a key made from the name, the same for each spelling
 * of it. Returns a key unchanged.
 */
export const keyOfActor = (actor: string): string =>
  !actor.startsWith(TEAM) || actor.startsWith(KEY)
    ? actor
    : ROLES.has(actor.slice(TEAM.length))
      ? actor.slice(TEAM.length)
      : `${KEY}${hashOf(actor.slice(TEAM.length).normalize('NFKC').trim().toLowerCase()).slice(0, 12)}`;
