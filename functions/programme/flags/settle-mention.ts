import {
  namingTextsOfPractitioner,
  namingTextsOfRequest,
  practitionerWithText,
  requestWithText,
} from '../../../shared/privacy/naming-texts.ts';
import type { Practitioner } from '../../../shared/people/practitioner.ts';
import { accepted, refused, type Result } from '../../../shared/kernel/result.ts';
import type { SupervisionRequest } from '../../../shared/requests/request.ts';
import type { Chance } from '../../platform/chance.ts';
import type { Clock } from '../../platform/clock.ts';
import { teamDecisionRows } from '../../store/audit-row.ts';
import { mentionRepository } from '../../store/repositories/mention-repository.ts';
import type { PractitionerRepository } from '../../store/repositories/practitioner-repository.ts';
import type { RequestRepository } from '../../store/repositories/request-repository.ts';
import type { Mention } from '../../store/table/rows/mention-rows.ts';
import type { Change, Table } from '../../store/table/table.ts';
import { unfiledBy } from '../../store/table/unfiled.ts';
import { decideAndCommit } from '../../store/unit-of-work.ts';

interface Deps {
  readonly table: Table;
  readonly practitioners: Pick<PractitionerRepository, 'findPresent' | 'save'>;
  readonly requests: Pick<RequestRepository, 'findPresent' | 'save'>;
  readonly clock: Clock;
  readonly chance: Pick<Chance, 'id'>;
}

interface Settling {
  readonly id: string;
  readonly by: string;
  /** The text that names the erased person, exactly as `listFlags` shows it; undefined if no text does. */
  readonly text: string | undefined;
  /** The text to store instead; undefined to remove the text. */
  readonly instead: string | undefined;
}

type SettleRefusal = 'unknown-mention' | 'unknown-text';

interface Facts {
  readonly mention: Mention | undefined;
  readonly practitioner: Practitioner | undefined;
  readonly request: SupervisionRequest | undefined;
}

/**
 * Records that the team has looked at the texts of a listing or a request that may name somebody who was erased, and
 * replaces the text that names the person.
 */
export const settleMention =
  ({ table, practitioners, requests, clock, chance }: Deps) =>
  ({ id, by, text, instead }: Settling): Promise<Result<Mention, SettleRefusal | 'busy'>> => {
    const now = clock.now();
    const mentions = mentionRepository(table);
    const replaced = ({ practitioner, request }: Facts): readonly Change[] | undefined => {
      if (text === undefined) return [];
      if (practitioner !== undefined && namingTextsOfPractitioner(practitioner).includes(text)) {
        const saved = practitioners.save(practitionerWithText(practitioner, text, instead));
        return [saved, ...unfiledBy(practitioners.save(practitioner), saved)];
      }
      if (request !== undefined && namingTextsOfRequest(request).includes(text)) {
        const saved = requests.save(requestWithText(request, text, instead));
        return [saved, ...unfiledBy(requests.save(request), saved)];
      }
      return undefined;
    };
    return decideAndCommit<Facts, Mention, SettleRefusal>({
      table,
      read: async () => {
        const mention = (await mentions.all()).find((one) => one.id === id);
        return {
          mention,
          practitioner: mention?.noun === 'practitioner' ? await practitioners.findPresent(id) : undefined,
          request: mention?.noun === 'request' ? await requests.findPresent(id) : undefined,
        };
      },
      decide: (facts) => {
        const { mention } = facts;
        if (mention === undefined) return refused('unknown-mention');
        const changes = replaced(facts);
        if (changes === undefined) return refused('unknown-text');
        return accepted({
          value: mention,
          changes: [
            ...changes,
            mentions.settle(mention),
            ...teamDecisionRows(`${mention.noun}#${id}`, now, chance.id(), { by }, 'mention-settled'),
          ],
        });
      },
    });
  };
