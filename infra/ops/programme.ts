import { commandLine } from './command-line.ts';
import { outcomeInWords } from './print-outcome.ts';
import { programmeFacts, programmeOptions } from './programme-facts.ts';
import { savedTo } from './saved-to.ts';

const USAGE = `Commands of the programme team:

  npm run programme -- list                                          people who wait for a register check
  npm run programme -- check ID --by "Name" --seen "what you saw"    records the check; lists the DPP if something proves
      [--proof "how you know that they work there"]                  where they work, or asks those whom you confirmed
  npm run programme -- needs-more ID --by "Name" --why "reason"      asks the DPP for more details
  npm run programme -- flags                                         flags and conflicts of interest to decide on
  npm run programme -- borders                                       learners and hours shared with neighbouring systems
  npm run programme -- clear-conflict REQUEST --by "Name" --why "reason"
  npm run programme -- tie REQUEST --practitioner ID --decision upheld|cleared --by "Name" --why "reason"
                                                                     whether a DPP has a tie with the learner
  npm run programme -- open-request REQUEST --by "Name" --why "reason"    starts the search for a request that waits
  npm run programme -- refuse-request REQUEST --by "Name" --why "reason"  closes a request that is not genuine
  npm run programme -- settle-mention ID --by "Name"                  no text names the erased person
      --text "as listed" [--instead "what remains"]                   this text does: replace it

  npm run programme -- organisations                                 organisations that are in no list
  npm run programme -- identify-certain --by "Name"                  gives codes where name and outcode leave no doubt
  npm run programme -- identify ID --as CODE|ID --by "Name"          says which one it is; its own id: in no list

  npm run programme -- dpp ID                                        how a DPP stands, with offers and learners
  npm run programme -- suspend ID --reason R --by "Name" --why "reason" [--stays M,M] [--ends M,M]
                                                                     R: regulator, employer, identity, complaint,
                                                                     died, other; M: each match, nothing is preselected
  npm run programme -- refuse ID --by "Name" --why "reason" [--stays M,M] [--ends M,M]
  npm run programme -- unlist ID --by "Name" --why "reason"          hides a listing; learners stay
  npm run programme -- reinstate ID --by "Name" --why "reason"
  npm run programme -- correct ID --by "Name" --why "reason" [--name N] [--number N] [--profession P]
      [--organisation ORG] [--email A]                               a new address counts once it is confirmed
  npm run programme -- decide-claim ID --outcome keep|replace|merge --by "Name" --why "reason"
      [--stays M,M] [--ends M,M]                                     ID: the one who gave another's number
  npm run programme -- take-back-offer OFFER --by "Name" --why "reason"
  npm run programme -- end-match MATCH --reason R --by "Name" --why "reason"

  npm run programme -- export-for ID --by "Name" --why "reason"      emails somebody who asked you a link to what we hold
      [--file PATH]                                                  about them; with a file for you to give to them
  npm run programme -- erase-for ID --by "Name" --why "reason"       emails them; run it again to erase
                                                                     ID: a DPP or a request

  npm run programme -- lift-suppression A --by "Name" --why "reason" writes to address A again, which had failed

  npm run programme -- organisation ORG                              its confirmed domains, lead and vouchers
  npm run programme -- named-people                                  leads and vouchers whom others named
  npm run programme -- confirm-domain ORG --domain D --by "Name"     only people who work there have addresses at D
      --note "how you know" [--lists-at-once yes]                    lists at once, marked "not yet checked"
  npm run programme -- withdraw-domain ORG --domain D --by "Name" --why "reason"
  npm run programme -- confirm-voucher ORG --email A --by "Name"     works there, and vouches for others
      --name "Their name" --how "how you know"
  npm run programme -- confirm-lead ORG --email A --by "Name"        is its prescribing lead
      --name "Their name" --how "how you know"                       replace-lead: instead of the confirmed one
  npm run programme -- allow-learners ORG --most N --by "Name"      how many learners without a number at once, as its
                                                                     confirmed lead says; three otherwise
  npm run programme -- refuse-lead|refuse-voucher ORG --email A --by "Name" --why "reason"
                                                                     ORG: a code, or an id

  --system ID    the system; default: the first of the deployment
  --stage NAME   a deployed stage, with your AWS credentials; default: the service on this machine
  --json         prints the answer as JSON`;

const { json, ask, ...typed } = commandLine(USAGE, programmeOptions);
const data = await ask(typed.verb, programmeFacts(typed));
const path = typed.given['file'];
const shown = path === undefined ? data : savedTo(path, data);
console.log(json ? JSON.stringify(shown) : outcomeInWords(shown));
