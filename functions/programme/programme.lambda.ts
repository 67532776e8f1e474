import { loanRepository } from '../store/repositories/loan-repository.ts';
import { deployedSystems } from '../store/deployed-systems.ts';
import { madeOnce } from '../store/made-once.ts';
import { requestMoreEvidence } from './checks/request-more-evidence.ts';
import { clearConflict } from './flags/clear-conflict.ts';
import { decideTie } from './flags/decide-tie.ts';
import { commandOfSystem } from './command-of-system.ts';
import { liftSuppression } from './addresses/lift-suppression.ts';
import { containerOf } from './container.ts';
import { listChecks } from './checks/list-checks.ts';
import { listBorders } from './borders/list-borders.ts';
import { listFlags } from './flags/list-flags.ts';
import { identifyCertain } from './organisations/identify-certain.ts';
import { identifyOrganisation } from './organisations/identify-organisation.ts';
import { correctPractitioner } from './practitioners/correct-practitioner.ts';
import { decideClaim } from './practitioners/decide-claim.ts';
import { endMatchFor } from './practitioners/end-match-for.ts';
import { refusePractitioner } from './practitioners/refuse-practitioner.ts';
import { reinstatePractitioner } from './practitioners/reinstate-practitioner.ts';
import { showPractitioner } from './practitioners/show-practitioner.ts';
import { suspendPractitioner } from './practitioners/suspend-practitioner.ts';
import { takeBackOffer } from './practitioners/take-back-offer.ts';
import { unlistPractitioner } from './practitioners/unlist-practitioner.ts';
import { confirmDomain } from './organisations/confirm-domain.ts';
import { confirmPerson } from './organisations/confirm-person.ts';
import { listNamedPeople } from './organisations/list-named-people.ts';
import { refusePerson } from './organisations/refuse-person.ts';
import { allowLearners } from './organisations/allow-learners.ts';
import { eraseFor } from './on-behalf/erase-for.ts';
import { exportFor } from './on-behalf/export-for.ts';
import { eraseListing } from '../privacy/erasure/erase-listing.ts';
import { eraseRequest } from '../privacy/erasure/erase-request.ts';
import { dataOfPractitioner, dataOfRequester } from '../privacy/export/personal-data.ts';
import { showTrust } from './organisations/show-trust.ts';
import { withdrawDomain } from './organisations/withdraw-domain.ts';
import { listOrganisations } from './organisations/list-organisations.ts';
import { programme } from './programme.ts';
import { recordCheck } from './checks/record-check.ts';
import { openRequests } from '../store/open-requests.ts';
import { openRequest } from './requests/open-request.ts';
import { refuseRequest } from './requests/refuse-request.ts';
import { settleMention } from './flags/settle-mention.ts';

export const handler = commandOfSystem(
  deployedSystems(),
  madeOnce((functionSystem) => {
    const container = containerOf(functionSystem);
    const identify = identifyOrganisation(container);
    return programme({
      clock: container.clock,
      liftSuppression: liftSuppression(container),
      listChecks: listChecks(container),
      listFlags: listFlags(container),
      listBorders: listBorders({
        systemId: functionSystem.system.id,
        loans: loanRepository(functionSystem.table),
      }),
      recordCheck: recordCheck(container),
      askForMore: requestMoreEvidence(container),
      clearConflict: clearConflict(container),
      decideTie: decideTie(container),
      openRequest: openRequest({
        ...container,
        openRequests: openRequests(container.table, container.requests),
      }),
      refuseRequest: refuseRequest(container),
      settleMention: settleMention(container),
      listOrganisations: listOrganisations(container),
      identifyOrganisation: identify,
      identifyCertain: identifyCertain({ ...container, identify }),
      showPractitioner: showPractitioner(container),
      suspendPractitioner: suspendPractitioner(container),
      refusePractitioner: refusePractitioner(container),
      unlistPractitioner: unlistPractitioner(container),
      reinstatePractitioner: reinstatePractitioner(container),
      correctPractitioner: correctPractitioner(container),
      decideClaim: decideClaim(container),
      takeBackOffer: takeBackOffer(container),
      endMatchFor: endMatchFor(container),
      exportFor: exportFor({
        ...container,
        dataOfPractitioner: dataOfPractitioner(container),
        dataOfRequester: dataOfRequester(container),
      }),
      eraseFor: eraseFor({
        ...container,
        eraseListing: eraseListing(container),
        eraseRequest: eraseRequest(container),
      }),
      confirmDomain: confirmDomain(container),
      withdrawDomain: withdrawDomain(container),
      confirmPerson: confirmPerson(container),
      refusePerson: refusePerson(container),
      listNamedPeople: listNamedPeople(container),
      allowLearners: allowLearners(container),
      showTrust: showTrust(container),
    });
  }),
);
