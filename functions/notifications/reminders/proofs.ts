import { emailFor } from '../../../shared/notifications/email.ts';
import { londonDay } from '../../../shared/kernel/time.ts';
import { proofClock } from '../../../shared/people/proof-clock.ts';
import type { PractitionerRepository } from '../../store/repositories/practitioner-repository.ts';
import type { VouchRepository } from '../../store/repositories/vouch-repository.ts';
import { type Reminder, reminderOf } from './reminder.ts';

/**
 * Follows the DPPs who were checked and wait for a proof. Reminds those who were asked about them and have not answered
 * for two working days, once each. Tells the team, once, after four.
 */
export const proofAwaited = (
  practitioners: Pick<PractitionerRepository, 'page'>,
  vouches: Pick<VouchRepository, 'of'>,
): Reminder =>
  reminderOf({
    name: 'proof-awaited',
    states: ['awaiting-proof'] as const,
    read: async (state, page) => {
      const { found, ...rest } = await practitioners.page(state, page);
      return {
        ...rest,
        found: await Promise.all(
          found.map(async (practitioner) => ({ practitioner, asked: await vouches.of(practitioner.id) })),
        ),
      };
    },
    due: ({ practitioner: { id, check }, asked }, { now, today }) => {
      if (check === undefined) return undefined;
      const { remindAbout, since, tellTeamOn } = proofClock(check.at, asked, today);
      return {
        subject: `practitioner#${id}`,
        changes: [],
        emails: [
          ...remindAbout.map(({ organisationId, personId }) =>
            emailFor(
              'voucher-reminder',
              `${id}#${organisationId}#${personId}`,
              { practitionerId: id, organisationId, personId },
              now,
            ),
          ),
          ...(tellTeamOn > today
            ? []
            : [
                emailFor(
                  'team-proof-missing',
                  `${id}.${londonDay(since)}`,
                  { practitionerId: id, occasion: asked.length === 0 ? 'nobody' : 'asked' },
                  now,
                ),
              ]),
        ],
      };
    },
  });
