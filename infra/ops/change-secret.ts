import { SECRET_KEPT_MS } from '../../functions/platform/secrets/kept-secret.ts';
import { type StoredSecret, validValues } from '../../functions/platform/secrets/stored-secret.ts';
import { addHours, type Instant } from '../../shared/kernel/time.ts';

/** A secret in Secrets Manager. */
export interface SecretAccess {
  read(): Promise<StoredSecret>;
  write(secret: StoredSecret): Promise<void>;
}

/** The distribution that sends the door's value to functions. */
export interface DistributionAccess {
  /** The value that the distribution sends, or is about to send at every place. */
  value(): Promise<string | undefined>;
  /** Changes the value. */
  send(value: string): Promise<void>;
  /** Waits until every place of CloudFront uses the settings. */
  settled(): Promise<void>;
}

export interface ChangeDeps {
  readonly secret: SecretAccess;
  readonly now: () => Instant;
  readonly wait: (milliseconds: number) => Promise<unknown>;
  /** Makes a new value. */
  readonly fresh: () => string;
  readonly say: (line: string) => void;
}

/** Milliseconds after which every function has read a secret again, and requests that were on their way have ended. */
const UNTIL_READ_MS = 2 * SECRET_KEPT_MS;

/** Hours for which a form can be sent after it was begun (functions/web/journeys/carried-answers.ts), and one more. */
const UNTIL_FORMS_END_HOURS = 25;

/** Adds the next value, unless a change that stopped has added it, and waits until functions accept it. */
const addNext = async ({ secret, fresh, wait, say }: ChangeDeps, stored: StoredSecret): Promise<string> => {
  const next = stored.next ?? fresh();
  if (stored.next === undefined) await secret.write({ ...stored, next });
  say('Functions accept a second value within two minutes. Waiting.');
  await wait(UNTIL_READ_MS);
  return next;
};

const promoted = ({ current }: StoredSecret, next: string, now: Instant): StoredSecret => ({
  current: next,
  previous: current,
  changedAt: now,
});

const withoutPrevious = ({ current, changedAt }: StoredSecret): StoredSecret => ({ current, changedAt });

/**
 * Changes the value that CloudFront sends: adds the next value, lets CloudFront send it, waits, and removes the one before.
 * At each moment, CloudFront sends a value that every function accepts. Goes on where a change that stopped has
 * stopped, and mends a distribution that sends a value which is not valid.
 */
export const changeDoor = async (distribution: DistributionAccess, deps: ChangeDeps): Promise<void> => {
  const { secret, now, wait, say } = deps;
  const letSend = async (value: string): Promise<void> => {
    if ((await distribution.value()) !== value) await distribution.send(value);
    say('Waiting until CloudFront has the value everywhere. This takes some minutes.');
    await distribution.settled();
  };
  const stored = await secret.read();
  const sent = await distribution.value();
  if (sent === undefined || !validValues(stored).includes(sent)) {
    say('CloudFront sends a value that is not valid. It gets the one in use.');
    await letSend(stored.current);
  }

  if (stored.previous === undefined) {
    const next = await addNext(deps, stored);
    await letSend(next);
    await secret.write(promoted(stored, next, now()));
  }
  const changed = await secret.read();
  await letSend(changed.current);
  // Requests that CloudFront sent with the value before may still be on their way.
  await wait(UNTIL_READ_MS);
  await secret.write(withoutPrevious(changed));
  say('Done: one value is valid, and CloudFront sends it.');
};

/**
 * Changes the value that encrypts forms. The first run brings a new value into use; forms that were begun before can be
 * sent for a day. A run after that day removes the value before.
 * @param atOnce removes the value before at once: forms that were begun with it cannot be sent any more
 */
export const changeFormSecret = async (deps: ChangeDeps & { readonly atOnce: boolean }): Promise<void> => {
  const { secret, now, say, atOnce } = deps;
  const stored = await secret.read();
  if (stored.previous === undefined) {
    const next = await addNext(deps, stored);
    await secret.write(promoted(stored, next, now()));
    say('A new value is in use.');
  }
  const changed = await secret.read();
  const end = addHours(changed.changedAt ?? now(), UNTIL_FORMS_END_HOURS);
  if (!atOnce && now() < end) {
    say(
      `Forms that were begun before can be sent for a day. Run this again after ${end} to remove the old value.`,
    );
    return;
  }
  await secret.write(withoutPrevious(changed));
  say('Done: one value is valid.');
};
