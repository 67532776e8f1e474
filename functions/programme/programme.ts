import { fieldErrorsOf } from '../../shared/kernel/field-errors.ts';
import type { Result } from '../../shared/kernel/result.ts';
import type { OrganisationPerson, OrganisationRole } from '../../shared/people/organisation-person.ts';
import { londonDay } from '../../shared/kernel/time.ts';
import type { liftSuppression } from './addresses/lift-suppression.ts';
import type { Clock } from '../platform/clock.ts';
import type { requestMoreEvidence } from './checks/request-more-evidence.ts';
import type { clearConflict } from './flags/clear-conflict.ts';
import type { decideTie } from './flags/decide-tie.ts';
import type { openRequest } from './requests/open-request.ts';
import type { refuseRequest } from './requests/refuse-request.ts';
import type { settleMention } from './flags/settle-mention.ts';
import type { identifyCertain } from './organisations/identify-certain.ts';
import type { identifyOrganisation } from './organisations/identify-organisation.ts';
import type { listOrganisations } from './organisations/list-organisations.ts';
import type { Outcome } from './outcome.ts';
import { type Command, commandSchema } from './team-command.ts';
import type { listChecks } from './checks/list-checks.ts';
import type { listBorders } from './borders/list-borders.ts';
import type { listFlags } from './flags/list-flags.ts';
import type { recordCheck } from './checks/record-check.ts';
import type { Stood } from '../matching/matches/change-standing.ts';
import type { correctPractitioner } from './practitioners/correct-practitioner.ts';
import type { decideClaim } from './practitioners/decide-claim.ts';
import type { endMatchFor } from './practitioners/end-match-for.ts';
import type { refusePractitioner } from './practitioners/refuse-practitioner.ts';
import type { reinstatePractitioner } from './practitioners/reinstate-practitioner.ts';
import type { showPractitioner } from './practitioners/show-practitioner.ts';
import type { suspendPractitioner } from './practitioners/suspend-practitioner.ts';
import type { takeBackOffer } from './practitioners/take-back-offer.ts';
import type { unlistPractitioner } from './practitioners/unlist-practitioner.ts';
import type { confirmDomain } from './organisations/confirm-domain.ts';
import type { confirmPerson } from './organisations/confirm-person.ts';
import type { listNamedPeople } from './organisations/list-named-people.ts';
import type { refusePerson } from './organisations/refuse-person.ts';
import type { allowLearners } from './organisations/allow-learners.ts';
import type { eraseFor } from './on-behalf/erase-for.ts';
import type { exportFor } from './on-behalf/export-for.ts';
import type { showTrust } from './organisations/show-trust.ts';
import type { withdrawDomain } from './organisations/withdraw-domain.ts';

interface Deps {
  readonly clock: Clock;
  readonly listChecks: ReturnType<typeof listChecks>;
  readonly listBorders: ReturnType<typeof listBorders>;
  readonly listFlags: ReturnType<typeof listFlags>;
  readonly recordCheck: ReturnType<typeof recordCheck>;
  readonly askForMore: ReturnType<typeof requestMoreEvidence>;
  readonly clearConflict: ReturnType<typeof clearConflict>;
  readonly decideTie: ReturnType<typeof decideTie>;
  readonly openRequest: ReturnType<typeof openRequest>;
  readonly refuseRequest: ReturnType<typeof refuseRequest>;
  readonly settleMention: ReturnType<typeof settleMention>;
  readonly listOrganisations: ReturnType<typeof listOrganisations>;
  readonly identifyCertain: ReturnType<typeof identifyCertain>;
  readonly identifyOrganisation: ReturnType<typeof identifyOrganisation>;
  readonly showPractitioner: ReturnType<typeof showPractitioner>;
  readonly suspendPractitioner: ReturnType<typeof suspendPractitioner>;
  readonly refusePractitioner: ReturnType<typeof refusePractitioner>;
  readonly unlistPractitioner: ReturnType<typeof unlistPractitioner>;
  readonly reinstatePractitioner: ReturnType<typeof reinstatePractitioner>;
  readonly correctPractitioner: ReturnType<typeof correctPractitioner>;
  readonly decideClaim: ReturnType<typeof decideClaim>;
  readonly takeBackOffer: ReturnType<typeof takeBackOffer>;
  readonly endMatchFor: ReturnType<typeof endMatchFor>;
  readonly confirmDomain: ReturnType<typeof confirmDomain>;
  readonly withdrawDomain: ReturnType<typeof withdrawDomain>;
  readonly confirmPerson: ReturnType<typeof confirmPerson>;
  readonly refusePerson: ReturnType<typeof refusePerson>;
  readonly listNamedPeople: ReturnType<typeof listNamedPeople>;
  readonly allowLearners: ReturnType<typeof allowLearners>;
  readonly showTrust: ReturnType<typeof showTrust>;
  readonly exportFor: ReturnType<typeof exportFor>;
  readonly eraseFor: ReturnType<typeof eraseFor>;
  readonly liftSuppression: ReturnType<typeof liftSuppression>;
}

const outcomeOf = <Value extends { readonly id: string; readonly state: string }>(
  result: Result<Value, string>,
): Outcome =>
  result.ok
    ? { ok: true, data: { id: result.value.id, state: result.value.state } }
    : { ok: false, refusal: result.refusal };

/** Returns all of a result's value, or its refusal. */
const wholeOutcome = (result: Result<unknown, string>): Outcome =>
  result.ok ? { ok: true, data: result.value } : { ok: false, refusal: result.refusal };

const stoodOutcome = (result: Result<Stood, string>): Outcome => {
  if (!result.ok) return { ok: false, refusal: result.refusal };
  const { practitioner, ...counts } = result.value;
  return { ok: true, data: { id: practitioner.id, state: practitioner.state, ...counts } };
};

const decidedAbout = (result: Result<OrganisationPerson, string>): Outcome =>
  result.ok
    ? {
        ok: true,
        data: {
          organisation: result.value.organisationId,
          role: result.value.role,
          name: result.value.name,
          state: result.value.state,
        },
      }
    : { ok: false, refusal: result.refusal };

const confirmation = (
  { name, ...command }: Extract<Command, { command: 'confirm-lead' | 'replace-lead' | 'confirm-voucher' }>,
  role: OrganisationRole,
) => ({ ...command, role, name, replaces: false });

/**
 * The programme team's commands, except those for rounds. Permission to invoke this function allows all of them.
 */
export const programme = (deps: Deps) => {
  const run = async (command: Command): Promise<Outcome> => {
    switch (command.command) {
      case 'list':
        return { ok: true, data: await deps.listChecks(londonDay(deps.clock.now())) };
      case 'borders':
        return { ok: true, data: await deps.listBorders() };
      case 'flags':
        return { ok: true, data: await deps.listFlags() };
      case 'check':
        return outcomeOf(await deps.recordCheck(command.id, command.by, command.seen, command.proof));
      case 'needs-more':
        return outcomeOf(await deps.askForMore(command.id, command.by, command.why));
      case 'clear-conflict':
        return outcomeOf(await deps.clearConflict(command.id, command.by, command.why));
      case 'tie':
        return outcomeOf(await deps.decideTie(command));
      case 'open-request':
        return outcomeOf(await deps.openRequest(command.id, command.by, command.why));
      case 'refuse-request':
        return outcomeOf(await deps.refuseRequest(command.id, command.by, command.why));
      case 'settle-mention': {
        const { id, by, text, instead } = command;
        return wholeOutcome(await deps.settleMention({ id, by, text, instead }));
      }
      case 'lift-suppression':
        return wholeOutcome(await deps.liftSuppression(command));
      case 'organisations':
        return { ok: true, data: await deps.listOrganisations() };
      case 'identify-certain':
        return { ok: true, data: await deps.identifyCertain(command.by) };
      case 'identify': {
        const { id, by, as } = command;
        return wholeOutcome(await deps.identifyOrganisation({ id, by, as }));
      }
      case 'dpp':
        return wholeOutcome(await deps.showPractitioner(command.id));
      case 'suspend':
        return stoodOutcome(await deps.suspendPractitioner(command));
      case 'refuse':
        return stoodOutcome(await deps.refusePractitioner(command));
      case 'unlist':
        return stoodOutcome(await deps.unlistPractitioner(command));
      case 'reinstate':
        return outcomeOf(await deps.reinstatePractitioner(command));
      case 'correct': {
        const { command: _, ...rest } = command;
        return stoodOutcome(
          await deps.correctPractitioner({
            name: undefined,
            number: undefined,
            profession: undefined,
            organisation: undefined,
            email: undefined,
            ...rest,
          }),
        );
      }
      case 'decide-claim':
        return stoodOutcome(await deps.decideClaim(command));
      case 'take-back-offer':
        return outcomeOf(await deps.takeBackOffer(command));
      case 'export-for':
        return wholeOutcome(await deps.exportFor(command));
      case 'erase-for':
        return wholeOutcome(await deps.eraseFor(command));
      case 'end-match':
        return outcomeOf(await deps.endMatchFor(command));
      case 'confirm-domain':
        return wholeOutcome(await deps.confirmDomain(command));
      case 'withdraw-domain':
        return wholeOutcome(await deps.withdrawDomain(command));
      case 'confirm-lead':
        return decidedAbout(await deps.confirmPerson(confirmation(command, 'lead')));
      case 'replace-lead':
        return decidedAbout(await deps.confirmPerson({ ...confirmation(command, 'lead'), replaces: true }));
      case 'confirm-voucher':
        return decidedAbout(await deps.confirmPerson(confirmation(command, 'voucher')));
      case 'refuse-lead':
        return decidedAbout(await deps.refusePerson({ ...command, role: 'lead' }));
      case 'refuse-voucher':
        return decidedAbout(await deps.refusePerson({ ...command, role: 'voucher' }));
      case 'allow-learners':
        return wholeOutcome(await deps.allowLearners(command));
      case 'named-people':
        return { ok: true, data: await deps.listNamedPeople() };
      case 'organisation':
        return wholeOutcome(await deps.showTrust(command.organisation));
    }
  };

  return async (event: unknown): Promise<Outcome> => {
    const command = commandSchema.safeParse(event);
    return command.success
      ? run(command.data)
      : { ok: false, refusal: 'command-not-understood', errors: fieldErrorsOf(command.error) };
  };
};
