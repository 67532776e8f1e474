import { emailFor } from '../../../shared/notifications/email.ts';
import { accepted, refused, type Result } from '../../../shared/kernel/result.ts';
import type { dataOfPractitioner, dataOfRequester } from '../../privacy/export/personal-data.ts';
import type { Chance } from '../../platform/chance.ts';
import type { Clock } from '../../platform/clock.ts';
import { teamDecisionRows } from '../../store/audit-row.ts';
import type { EmailRepository } from '../../store/repositories/email-repository.ts';
import type { Table } from '../../store/table/table.ts';
import { decideAndCommit } from '../../store/unit-of-work.ts';
import { aboutRecord, type NoPerson, personOf, type PersonOf, type RecordDeps } from './person-of.ts';

interface Deps extends RecordDeps {
  readonly table: Pick<Table, 'commit'>;
  readonly emails: Pick<EmailRepository, 'save'>;
  readonly clock: Clock;
  readonly chance: Pick<Chance, 'id'>;
  readonly dataOfPractitioner: ReturnType<typeof dataOfPractitioner>;
  readonly dataOfRequester: ReturnType<typeof dataOfRequester>;
}

interface Asked {
  readonly id: string;
  readonly by: string;
  readonly why: string;
  /** Whether the team needs the data as a file, for somebody who cannot open a link. */
  readonly file: boolean;
}

/** Answer to the team: what was sent. Contains the data only if the team asked for a file. */
interface Exported {
  readonly id: string;
  readonly sent: string;
  readonly file?: unknown;
}

/**
 * Exports what is held about a DPP or a requester who asked the team instead of using their own page. Sends them a link to
 * the download on their page. Gives the data to the team only if it asks for a file, and tells the person so. Recorded in
 * the audit; name and reason beside it.
 */
export const exportFor =
  (deps: Deps) =>
  async ({ id, by, why, file }: Asked): Promise<Result<Exported, NoPerson | 'busy'>> => {
    const { table, emails, clock, chance } = deps;
    const now = clock.now();
    const recorded = await decideAndCommit<PersonOf | NoPerson, PersonOf, NoPerson>({
      table,
      read: () => personOf(deps)(id),
      decide: (person) => {
        if (typeof person === 'string') return refused(person);
        const name =
          person.kind === 'practitioner' ? 'practitioner-data-exported' : 'requester-data-exported';
        const about = { ...aboutRecord(person), occasion: file ? 'file' : 'link' };
        return accepted({
          value: person,
          changes: [
            emails.save(emailFor(name, `${id}.${chance.id()}`, about, now)),
            ...teamDecisionRows(`${person.kind}#${id}`, now, chance.id(), { by, why }, 'data-exported', {
              to: file ? 'team' : 'person',
            }),
          ],
        });
      },
    });
    if (!recorded.ok) return recorded;
    const sent = 'a link to the download, to the address in the record';
    if (!file) return accepted({ id, sent });
    const data = recorded.value.kind === 'practitioner' ? deps.dataOfPractitioner : deps.dataOfRequester;
    return accepted({ id, sent, file: await data(id) });
  };
