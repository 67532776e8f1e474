import type { Email } from '../../shared/notifications/email.ts';
import { addHours, type Instant } from '../../shared/kernel/time.ts';
import type { Actor } from './engine.ts';
import type { Committed } from './ledger.ts';

/** E-mails that anybody can cause by typing an address, by the ends of their names. */
const caused =
  /(?:address-confirm|already-registered|asked-again|lead-support-asked|lead-support-reminder|lead-named|named-in-listing)$/u;
/** E-mails that can wait: reminders, check-ins and digests, and the team's own lists. */
const canWait =
  /^digest-|(?:check-in|capacity-reminder|listing-hidden|offer-reminder|voucher-reminder|match-ending|feedback-asked|check-wanted|proof-missing|sign-off-near)$/u;

/** Classes of the specification: 1 is never refused for the sake of the others. */
const classOf = ({ name }: Pick<Email, 'name'>): 1 | 2 | 3 =>
  name.startsWith('team-lead-named') ? 1 : caused.test(name) ? 3 : canWait.test(name) ? 2 : 1;

/** Numbers of e-mails sent in an hour. */
interface Hour {
  all: number;
  notAnswers: number;
  toStrangers: number;
  /** E-mails to strangers from networks that had caused one in this hour already. */
  again: number;
  readonly networks: Set<string>;
  /** The first answer that had to wait for the next hour. */
  refused: string | undefined;
}

const hourOf = ({ changes }: Pick<Committed, 'changes'>): string | undefined => {
  for (const change of changes) {
    const [, hour] = change.do === 'count' ? (/^COUNTER#emails#([^#]+)$/u.exec(change.key.pk) ?? []) : [];
    if (hour !== undefined) return hour;
  }
  return undefined;
};

const hourBefore = (instant: Instant): string => addHours(instant, -1).slice(0, 13);

/**
 * Counts the e-mails of each hour itself, and checks that an answer waits for the next hour only if the hour is used up,
 * that nothing else is sent after it in that hour, and that e-mails which can wait and those to addresses that nobody has
 * confirmed keep to their shares. Has its own list of classes, so that a fault in the product's list is not repeated.
 */
export const budgetChecks = (anHour: number, tell: (what: string) => void) => {
  const hours = new Map<string, Hour>();
  const of = (name: string): Hour => {
    const hour = hours.get(name) ?? {
      all: 0,
      notAnswers: 0,
      toStrangers: 0,
      again: 0,
      networks: new Set<string>(),
      refused: undefined,
    };
    hours.set(name, hour);
    return hour;
  };

  const isLeased = (email: Email, name: string, isOlder: boolean): void => {
    const hour = of(name);
    hour.all += 1;
    const ofClass = classOf(email);
    if (isOlder || ofClass === 1) return;
    hour.notAnswers += 1;
    if (hour.refused !== undefined)
      tell(`answer ${hour.refused} waits for the next hour, and ${email.id} is sent in this hour`);
    if (hour.notAnswers > anHour / 2)
      tell(`${String(hour.notAnswers)} of ${String(anHour)} e-mails of the hour ${name} are not answers`);
    if (ofClass === 2) return;
    hour.toStrangers += 1;
    const network = email.network ?? 'unknown';
    if (hour.networks.has(network)) hour.again += 1;
    hour.networks.add(network);
    if (hour.toStrangers > anHour * 0.3)
      tell(
        `${String(hour.toStrangers)} of ${String(anHour)} e-mails of the hour ${name} go to addresses that nobody has confirmed`,
      );
    if (hour.again > anHour * 0.1)
      tell(`${String(hour.again)} e-mails of the hour ${name} go again to what one network named`);
  };

  return (commit: Committed, { isOlder = false }: Pick<Actor, 'isOlder'>): void => {
    const now = hourOf(commit);
    for (const { before, after } of commit.emails) {
      if (after.state === 'leased') {
        if (now === undefined) tell(`${after.id} is sent without being counted`);
        else isLeased(after, now, isOlder);
        continue;
      }
      const isPutOff =
        before?.state === 'pending' &&
        after.state === 'pending' &&
        after.attempts === before.attempts &&
        after.notBefore !== before.notBefore &&
        after.notBefore.endsWith(':00:00.000Z');
      if (!isPutOff || isOlder || classOf(after) !== 1) continue;
      const name = hourBefore(after.notBefore);
      const hour = of(name);
      hour.refused ??= after.id;
      if (hour.all < anHour)
        tell(
          `answer ${after.id} waits for the next hour although ${String(hour.all)} of ${String(anHour)} e-mails of this hour are used`,
        );
    }
  };
};
