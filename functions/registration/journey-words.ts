import type { JourneyWords } from '../web/journeys/journey-words.ts';

export const registerWords: JourneyWords = {
  path: '/register',
  startPath: '/become-a-dpp/',
  buttonText: 'Send my registration',
  declaration: [
    'By sending this you say that the answers are true as far as you know and that you may prescribe in your profession.',
  ],
  sentTitle: 'Check your email',
  sentText: 'Your registration counts once you confirm your address.',
  next: [
    'We have sent an email to the address you gave. Open it within 7 days and press the link to confirm.',
    'The programme team then looks you up in your public register, usually within 5 working days.',
    'You are listed in the directory and we tell you so. Requests reach you by email, one at a time.',
  ],
  tooMany: 'We have already sent as many emails as we may to this address or from this network today.',
};

export const requestWords: JourneyWords = {
  path: '/request',
  startPath: '/request-a-dpp/',
  buttonText: 'Send my request',
  declaration: [
    'By sending this you say that the answers are true as far as you know and that the learner agrees to them.',
  ],
  sentTitle: 'Check your email',
  sentText: 'Your request counts once you confirm your address.',
  next: [
    'We have sent an email to the address you gave. Open it within 7 days and press the link to confirm.',
    'We then ask the DPP that fits best. They normally have 5 working days to answer.',
    'If they cannot, we ask the next one, and tell you at every step until the day you need a DPP.',
  ],
  tooMany: 'We have already sent as many emails as we may to this address or from this network today.',
};
