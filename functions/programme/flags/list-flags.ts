import { learnerName } from '../../../shared/requests/learner-name.ts';
import { isUndecided } from '../../../shared/requests/declared-conflict.ts';
import { namingTextsOfPractitioner, namingTextsOfRequest } from '../../../shared/privacy/naming-texts.ts';
import { mentionRepository } from '../../store/repositories/mention-repository.ts';
import type { PractitionerRepository } from '../../store/repositories/practitioner-repository.ts';
import type { RequestRepository } from '../../store/repositories/request-repository.ts';
import type { Mention } from '../../store/table/rows/mention-rows.ts';
import type { Table } from '../../store/table/table.ts';

interface Deps {
  readonly table: Pick<Table, 'query' | 'setAside'>;
  readonly practitioners: Pick<PractitionerRepository, 'inState' | 'findPresent'>;
  readonly requests: Pick<RequestRepository, 'inState' | 'findPresent'>;
}

/**
 * Lists what the team should review: flags of practitioners, conflicts of interest not yet cleared, and requests that
 * nobody has supported.
 */
export const listFlags =
  ({ table, practitioners, requests }: Deps) =>
  async () => {
    const textsOf = async ({ noun, id }: Mention): Promise<readonly string[]> => {
      const practitioner = noun === 'practitioner' ? await practitioners.findPresent(id) : undefined;
      const request = noun === 'request' ? await requests.findPresent(id) : undefined;
      return [
        ...(practitioner === undefined ? [] : namingTextsOfPractitioner(practitioner)),
        ...(request === undefined ? [] : namingTextsOfRequest(request)),
      ];
    };
    const [waiting, listed, paused, open, unsupported, mentions] = await Promise.all([
      practitioners.inState('awaiting-check'),
      practitioners.inState('listed'),
      practitioners.inState('paused'),
      requests.inState('open'),
      requests.inState('waiting-for-support'),
      mentionRepository(table).all(),
    ]);
    return {
      practitioners: [...waiting, ...listed, ...paused]
        .filter(({ flags, conflictsDeclared }) => flags.length > 0 || conflictsDeclared !== undefined)
        .map(({ id, name, state, flags, justification, conflictsDeclared }) => ({
          id,
          name,
          state,
          flags,
          justification,
          conflictsDeclared,
        })),
      conflicts: open.flatMap(({ id, requesterName, conflicts }) =>
        conflicts.filter(isUndecided).map(({ kind, name, address, practitionerId }) => ({
          requestId: id,
          requesterName,
          kind,
          name,
          address,
          practitionerId,
        })),
      ),
      /** Requests that nobody at the employer has supported. They open by `open-request` only. */
      unsupported: unsupported.map((request) => ({
        requestId: request.id,
        requesterName: request.requesterName,
        email: request.email,
        learner: learnerName(request),
        employer: request.organisation.name,
        lead: [request.nmpLeadName, request.nmpLeadEmail].filter((part) => part !== undefined).join(', '),
        since: request.support?.since,
        answer: request.support?.answer?.says,
        answerCounts: request.support?.answer?.counts,
        because: request.support?.answer?.because,
        signOffNeededBy: request.signOffNeededBy,
      })),
      /** DPPs about whom the team has not said yet whether they have a tie with a learner. */
      ties: open.flatMap(({ id, requesterName, tiesAsked = [], tieDecisions = [] }) =>
        tiesAsked
          .filter((asked) => !tieDecisions.some(({ practitionerId }) => practitionerId === asked))
          .map((practitionerId) => ({ requestId: id, requesterName, practitionerId })),
      ),
      /** Texts that may name somebody who was erased. */
      mentions: await Promise.all(
        mentions.map(async (mention) => ({ ...mention, texts: await textsOf(mention) })),
      ),
    };
  };
