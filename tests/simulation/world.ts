import type { Clock } from '../../functions/platform/clock.ts';
import type { OutgoingMail } from '../../functions/notifications/outbox/mailer.ts';
import { manifestKey } from '../../functions/store/published-manifest.ts';
import { keys } from '../../functions/store/table/keys.ts';
import { indexedTable } from '../../functions/store/table/indexed-table.ts';
import { addressHash } from '../../functions/platform/hash.ts';
import type { Objects } from '../../functions/platform/objects/objects.ts';
import type { Table } from '../../functions/store/table/table.ts';
import { epochOf } from '../../shared/kernel/time.ts';
import type { MemoryIndex } from '../support/memory-table/index.ts';
import { kentAndMedway } from '../support/kent-and-medway.ts';
import { memoryObjects } from '../support/memory-objects.ts';
import { memoryTable } from '../support/memory-table/memory-table.ts';
import { NOW } from '../support/builders.ts';
import { matchAgrees, offerAgrees, practitionerAgrees, requestAgrees, withoutOffers } from './agreement.ts';
import { chanceOf } from './chance-of.ts';
import { budgetChecks } from './budget-checks.ts';
import { causeChecks } from './causes.ts';
import { type Dice, diceOf } from './dice.ts';
import { type Actor, type Engine, engine } from './engine.ts';
import { type Committed, type Ledger, ledger } from './ledger.ts';
import { NotInThatVersion } from './not-in-that-version.ts';
import { type MailSystem, mailSystem } from './mail-system.ts';
import { type ChangeStream, changeStream } from './change-stream.ts';
import { filesAreComplete, nobodyIsSaidInTime } from './file-checks.ts';
import { instants } from './instants.ts';
import { checkEndings } from './ending-checks.ts';
import { checkMoves } from './moves.ts';
import { bounces, isOfVictim } from './people.ts';
import { type SimulatedQueues, simulatedQueues } from './queues.ts';
import { checkRounds } from './round-checks.ts';
import { auditChecks } from './audit-checks.ts';
import { checkTrust, leadChecks } from './trust-checks.ts';
import { nobodyIsAskedForTheLost } from './reach-checks.ts';
import { silenceChecks } from './silence-checks.ts';
import { tieChecks } from './tie-checks.ts';
import { standingIsKept } from './standing-checks.ts';
import { AN_HOUR, type Ports, type Services, services } from './services.ts';
import type { Plant } from './planted/plant.ts';

export interface Violation {
  readonly what: string;
  /**
   * Number of the operation, from 0, in which the violation was detected; undefined if the checks at the end detected
   * it.
   */
  readonly operation: number | undefined;
}

/** The outcome of one run of a function. */
export interface Ended {
  /** Whether the function refused, in which case it must not have written anything. */
  readonly refused?: boolean;
  /** Whether the promise that the function's answer made to a person is kept. It must be kept from then on. */
  readonly claims?: () => boolean;
  readonly says?: string;
}

export type Run = (its: Services, actor: Actor) => Promise<Ended | undefined>;

/**
 * The highest count that each counter may reach: three confirmations a day to an address, twenty from a network, and of
 * the e-mails of an hour half for all that are not answers and 30 of 100 for addresses that nobody has confirmed.
 */
const mostOf = (counter: string): number => {
  if (counter.includes('#mailbox#') || counter.includes('#renewals#')) return 3;
  if (counter.endsWith('#not-answers')) return AN_HOUR / 2;
  if (counter.endsWith('#unconfirmed')) return AN_HOUR * 0.3;
  if (counter.includes('#network#') && !counter.includes('emails#')) return 20;
  return AN_HOUR;
};

/** Creates the simulated world and its log. */
export const world = (seed: number, plant: Plant | undefined, hasFiles: boolean) => {
  const time = engine(epochOf(NOW));
  const table = memoryTable(() => time.now);
  const history = ledger();
  const leads = leadChecks(
    () => time.now,
    (what) => tell(what),
  );
  const mails = mailSystem(time, { bounces, ignores: isOfVictim });
  const queues = simulatedQueues(time, hasFiles);
  const stream = changeStream();
  const bucket = memoryObjects();
  /** Whether a complete build has read a list that lagged, so that the files may lack what they claim to know. */
  let hasLagged = false;
  const violations: Violation[] = [];
  const log: string[] = [];
  let operation: number | undefined;
  let actors = 0;
  let running = 0;

  const tell = (what: string): void => {
    violations.push({ what, operation });
  };
  const checkCauses = causeChecks(tell);
  const checkBudget = budgetChecks(AN_HOUR, tell);
  const checkSilence = silenceChecks(tell);
  const checkTies = tieChecks(history, tell);
  const checkAudit = auditChecks(tell);
  const inWords = instants();
  /** Ids of requests that an older version wrote, which did not count how many a learner has. */
  const ofOlder = new Set<string>();
  /** Practitioners whose rows an older version wrote last, which did not say when. */
  const undated = new Set<string>();
  /** Practitioners to whom an older version left offers although they are not asked any more. */
  const leftAsked = new Set<string>();

  const committed = (commit: Committed, actor: Actor): void => {
    checkMoves(commit, tell, actor.isOlder);
    checkCauses(commit);
    checkBudget(commit, actor);
    checkRounds(history, commit, actor, tell);
    leads.check(commit, actor.isOlder);
    for (const { after } of commit.practitioners)
      if (actor.isOlder === true) undated.add(after.id);
      else undated.delete(after.id);
    if (actor.isOlder) {
      for (const { after } of commit.requests) ofOlder.add(after.id);
      for (const { after } of commit.practitioners)
        if (withoutOffers.includes(after.state) && after.pendingOffers.length > 0) leftAsked.add(after.id);
    } else {
      checkAudit(commit);
      checkSilence(commit);
      checkTrust(history, commit, leads.isConfirmed, (id) => !ofOlder.has(id), tell);
      checkTies(commit);
      checkEndings(commit, tell);
      standingIsKept(history, commit, tell);
      nobodyIsAskedForTheLost(history, commit, tell);
    }
    nobodyIsSaidInTime(history, commit, hasLagged, tell);
    const requests = new Set(commit.requests.map(({ after }) => after.id));
    const practitioners = new Set(commit.practitioners.map(({ after }) => after.id));
    for (const { after } of [...commit.offers, ...commit.matches]) {
      requests.add(after.requestId);
      practitioners.add(after.practitionerId);
    }
    for (const id of requests) {
      const request = history.requests.get(id);
      if (request !== undefined) requestAgrees(history, request, tell);
    }
    for (const id of practitioners) {
      const practitioner = history.practitioners.get(id);
      if (practitioner !== undefined) practitionerAgrees(history, practitioner, tell, leftAsked);
    }
    for (const { after } of commit.offers) offerAgrees(history, after, tell);
    for (const { after } of commit.matches) matchAgrees(history, after, tell);
    for (const change of commit.changes)
      if (change.do === 'count' && (history.counted.get(change.key.pk) ?? 0) > mostOf(change.key.pk))
        tell(`${change.key.pk.split('#').slice(0, 2).join('#')} counts more than it may`);
  };

  const tableFor = (actor: Actor): Table => ({
    get: (wanted) => time.call(actor, () => table.get(wanted)),
    query: (asked) =>
      time.call(actor, () => {
        if (asked.from !== 'table' && table.index.waiting > 0) {
          actor.lagged = true;
          hasLagged = true;
        }
        return table.query(asked);
      }),
    commit: (changes, key) =>
      time.call(
        actor,
        async () => {
          const outcome = await table.commit(changes, key);
          if (outcome.committed) {
            actor.commits += 1;
            const commit = history.commit(changes, time.now, actor.what);
            for (const { after } of commit.emails)
              if (after.state === 'sent') mails.noted(after.id, actor.number);
              else if (after.state === 'leased') mails.goesOn(actor);
            committed(commit, actor);
          }
          return outcome;
        },
        { committed: false, unmet: [], conflict: true },
      ),
  });

  const objectsFor = (actor: Actor): Objects => ({
    get: (...asked) => time.call(actor, () => bucket.get(...asked)),
    put: (key, ...asked) =>
      time.call(actor, async () => {
        const outcome = await bucket.put(key, ...asked);
        if (key === manifestKey(kentAndMedway.id) && outcome === 'written')
          await filesAreComplete(history, bucket, (id) => !hasLagged && !undated.has(id), tell);
        return outcome;
      }),
    list: (prefix) => time.call(actor, () => bucket.list(prefix)),
    remove: (key) => time.call(actor, () => bucket.remove(key)),
  });

  mails.watch((mail: OutgoingMail, actor: Actor) => {
    const row = history.emails.get(mail.emailId);
    if (row === undefined) tell(`${mail.emailId} was sent without a committed cause`);
    if (row?.name === 'digest-organisation')
      leads.sent(mail.emailId, row.about.organisationId, mail.to, actor.startedAt);
    const heldSince = history.heldSince.get(keys.suppression(addressHash(mail.to)).pk);
    if (heldSince !== undefined && heldSince < actor.startedAt)
      tell(`${mail.emailId} was sent to an address that takes none`);
    const stoppedSince = history.heldSince.get(keys.unsubscribed(addressHash(mail.to)).pk);
    if (mail.unsubscribeUrl !== undefined && stoppedSince !== undefined && stoppedSince < actor.startedAt)
      tell(`${mail.emailId} was sent though the address wants no more of these`);
    if (!mails.allInDoubt(mail.emailId)) tell(`${mail.emailId} was sent twice though nobody was in doubt`);
  });

  /** Returns the clock of an actor. In one of thirty runs it is some seconds slow. */
  const clockOf = (dice: Dice, actor: Actor): Clock => {
    const jumps = dice.happens(1 / 30) ? { after: dice.below(8), by: 1 + dice.below(20_000) } : undefined;
    return {
      now: () =>
        jumps === undefined || actor.calls < jumps.after ? time.instant() : inWords(time.now - jumps.by),
    };
  };

  /**
   * Starts a run of a function.
   * @returns the run's outcome; undefined if the function crashed or threw
   */
  const start = (what: string, dice: Dice, run: Run): Promise<Ended | undefined> =>
    new Promise((done) => {
      const actor: Actor = {
        number: (actors += 1),
        what,
        dice,
        startedAt: time.now,
        calls: 0,
        faults: 0,
        commits: 0,
        dead: false,
        lagged: false,
        isOlder: plant?.isOlder?.() ?? false,
        died: () => {
          running -= 1;
          log.push(`${what}: died`);
          done(undefined);
        },
      };
      running += 1;
      const ports: Ports = {
        table: tableFor(actor),
        clock: clockOf(dice, actor),
        chance: chanceOf(dice),
        mailer: mails.mailerFor(actor),
        queues: queues.queuesFor(actor),
        objects: objectsFor(actor),
      };
      const about = { what, history, dice };
      const planted = plant?.ports?.(ports, about) ?? ports;
      const its = services({ ...planted, table: indexedTable(planted.table) });
      const end = (ended: Ended | undefined, note: string): void => {
        if (actor.dead) return;
        running -= 1;
        mails.goesOn(actor);
        log.push(`${what}: ${ended?.says ?? note}`);
        if (ended?.refused === true && actor.commits > 0) tell(`${what} was refused and wrote`);
        if (ended?.claims?.() === false) tell(`${what} said "${ended.says ?? ''}", which is not so`);
        done(ended);
      };
      const chosen = plant?.services?.(its, about) ?? its;
      // An async function, so that a run which throws at once ends like all others.
      (async () => run(chosen, actor))().then(
        (ended) => end(ended, 'done'),
        (error: unknown) => {
          const isLater = error instanceof NotInThatVersion;
          if (
            !isLater &&
            actor.faults === 0 &&
            !(error instanceof Error && error.message === 'repeated write conflicts')
          )
            tell(`${what} threw ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
          end(undefined, 'failed');
        },
      );
    });

  return {
    time,
    table,
    index: table.index,
    history,
    mails,
    queues,
    stream,
    bucket,
    hasFiles,
    violations,
    log,
    tell,
    start,
    plant,
    hasLed: leads.hasLed,
    dice: (...parts: readonly number[]) => diceOf(seed, ...parts),
    begin: (number: number | undefined) => {
      operation = number;
    },
    /** Number of running functions. */
    get running() {
      return running;
    },
  };
};

export type World = ReturnType<typeof world>;

/** The part of a world that actions use; the world may be simulated or real. */
export interface Stage {
  readonly time: Pick<Engine, 'now' | 'instant' | 'at'>;
  readonly history: Ledger;
  readonly mails: Pick<MailSystem, 'links' | 'linksOf' | 'events' | 'setDown' | 'setGone' | 'setFull'>;
  /** Whether somebody has led an organisation at some time since. */
  readonly hasLed: (organisationId: string, address: string, since: number) => boolean;
  readonly queues: SimulatedQueues;
  readonly stream: ChangeStream;
  readonly index: Pick<MemoryIndex, 'hold' | 'release' | 'catchUp'>;
  readonly start: (what: string, dice: Dice, run: Run) => Promise<Ended | undefined>;
  readonly dice: (...parts: readonly number[]) => Dice;
}
