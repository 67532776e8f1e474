/** Says what a DPP can do on their own page. */
export const YOUR_PAGE =
  'On your page you can change your details, pause your listing, leave, or download what we hold about you.';
