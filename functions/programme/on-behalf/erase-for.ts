import { type EmailName, emailFor, isWaiting } from '../../../shared/notifications/email.ts';
import { accepted, refused, type Result } from '../../../shared/kernel/result.ts';
import { addDays, londonDay } from '../../../shared/kernel/time.ts';
import type { eraseListing } from '../../privacy/erasure/erase-listing.ts';
import type { eraseRequest } from '../../privacy/erasure/erase-request.ts';
import type { Chance } from '../../platform/chance.ts';
import type { Clock } from '../../platform/clock.ts';
import { teamDecisionRows } from '../../store/audit-row.ts';
import type { EmailRepository } from '../../store/repositories/email-repository.ts';
import type { Table } from '../../store/table/table.ts';
import { decideAndCommit } from '../../store/unit-of-work.ts';
import { aboutRecord, type NoPerson, personOf, type PersonOf, type RecordDeps } from './person-of.ts';

interface Deps extends RecordDeps {
  readonly table: Pick<Table, 'commit'>;
  readonly emails: Pick<EmailRepository, 'find' | 'save'>;
  readonly clock: Clock;
  readonly chance: Pick<Chance, 'id'>;
  readonly eraseListing: ReturnType<typeof eraseListing>;
  readonly eraseRequest: ReturnType<typeof eraseRequest>;
}

interface Asked {
  readonly id: string;
  readonly by: string;
  readonly why: string;
}

/** Answer to the team. `told`: the person is being e-mailed first, and the command has to be run again. */
interface Answered {
  readonly id: string;
  readonly state: 'told' | 'erased';
  readonly next?: string;
}

interface Facts {
  readonly person: PersonOf | NoPerson;
  /** Whether the person was e-mailed, today or yesterday, and that e-mail has left. */
  readonly told: 'no' | 'waits' | 'yes';
}

const nameFor = ({ kind }: PersonOf): EmailName =>
  kind === 'practitioner' ? 'practitioner-erasing' : 'requester-erasing';

/**
 * Erases a DPP or a requester who asked the team instead of using their own page. The first run e-mails them, because
 * nothing can be sent after an erasure; the next one erases, once that e-mail has left. Somebody who never confirmed their
 * address gets no e-mail. Recorded in the audit; name and reason beside it. Idempotent.
 */
export const eraseFor =
  (deps: Deps) =>
  async ({ id, by, why }: Asked): Promise<Result<Answered, NoPerson | 'not-allowed' | 'gone' | 'busy'>> => {
    const { table, emails, clock, chance } = deps;
    const now = clock.now();
    const today = londonDay(now);
    const toldOf = async (person: PersonOf): Promise<Facts['told']> => {
      if (person.noun.state === 'unconfirmed') return 'yes';
      const found = await Promise.all(
        [today, addDays(today, -1)].map((day) => emails.find(`${nameFor(person)}.${id}.${day}`)),
      );
      const written = found.filter((email) => email !== undefined);
      if (written.length === 0) return 'no';
      return written.some((email) => !isWaiting(email)) ? 'yes' : 'waits';
    };
    const told = await decideAndCommit<Facts, Facts & { readonly person: PersonOf }, NoPerson>({
      table,
      read: async () => {
        const person = await personOf(deps)(id);
        return { person, told: typeof person === 'string' ? 'no' : await toldOf(person) };
      },
      decide: ({ person, told: was }) => {
        if (typeof person === 'string') return refused(person);
        const value = { person, told: was };
        if (was !== 'no') return accepted({ value, changes: [] });
        return accepted({
          value,
          changes: [
            emails.save(emailFor(nameFor(person), `${id}.${today}`, aboutRecord(person), now)),
            ...teamDecisionRows(`${person.kind}#${id}`, now, chance.id(), { by, why }, 'erasure-asked'),
          ],
        });
      },
    });
    if (!told.ok)
      return told.refusal === 'erased-already' ? accepted({ id, state: 'erased' }) : refused(told.refusal);
    if (told.value.told !== 'yes')
      return accepted({
        id,
        state: 'told',
        next: 'we email them first: run the same command again in a few minutes to erase',
      });
    const onBehalf = { actor: `team:${by}`, words: { by, why } } as const;
    const erased =
      told.value.person.kind === 'practitioner'
        ? await deps.eraseListing(id, onBehalf)
        : await deps.eraseRequest(id, onBehalf);
    return erased.ok ? accepted({ id, state: 'erased' }) : refused(erased.refusal);
  };
