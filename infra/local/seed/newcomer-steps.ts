/** The way of a newcomer through the demonstration data: what to do, and which e-mail of the inbox to open. */
export const newcomerSteps: readonly string[] = [
  'Register as a DPP. To be listed by the domain of your address, say that you work at <b>Hoppington Surgery</b> (ME7) and give an address at <code>hoppington-surgery.example</code>. To be listed by the word of somebody there, say <b>Oast Lane Pharmacy</b> (ME4) and give any address.',
  'In the inbox, open <b>“Confirm your email address”</b> to you and press.',
  'Open <b>“Check a new DPP”</b> to the team and run its command <code>npm run programme -- check ID --seen "annotated as independent prescriber" --by "Your name"</code>.',
  'At Oast Lane Pharmacy, also open <b>“… work with you? Yes or no”</b> to the person who vouches and press yes. If nobody vouches where you work, the command takes <code>--proof "how you know"</code>.',
  'Open <b>“You are listed as a DPP”</b> to you. You are in the directory within a minute.',
  'Request a DPP for a learner of your clinical area near you, with an address at <code>hoppington-surgery.example</code>, and open <b>“Confirm your email address to request a DPP”</b>. From any other address the request waits: open <b>“Do you support …”</b> to the lead whom you named.',
  'Open <b>“Accept or decline”</b> to the DPP who was asked. It is the one who fits best, so it may be somebody else than you.',
];
