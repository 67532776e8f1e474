import type { CheckAnswersPageProps } from '../../site/src/views/check-answers-page.tsx';
import type { ChoicePageProps } from '../../site/src/views/choice-page.tsx';
import type { ConfirmationPageProps } from '../../site/src/views/confirmation-page.tsx';
import type { DetailPageProps } from '../../site/src/views/detail-page.tsx';
import type { MessagePageProps } from '../../site/src/views/message-page.tsx';
import type { QuestionPageProps } from '../../site/src/views/question-page.tsx';

/** One full example of each answered page, with fictional people and workplaces. */
export const questionPage: QuestionPageProps = {
  journeyTitle: 'Request a DPP',
  title: 'About the learner',
  intro: 'The learner is the person who will learn to prescribe. That may be you.',
  progress: 'Question page 2 of 5',
  questions: [
    { name: 'learnerName', kind: 'text', label: 'Full name', autocomplete: 'name' },
    {
      name: 'email',
      kind: 'email',
      label: 'Work email address',
      hint: 'We send a link to this address to check that it is yours',
    },
    { name: 'phone', kind: 'tel', label: 'Work phone number', optional: true },
    {
      name: 'profession',
      kind: 'radios',
      label: 'Profession',
      options: [
        { value: 'pharmacist', label: 'Pharmacist' },
        { value: 'nurse', label: 'Nurse', hint: 'You need a practice assessor and a practice supervisor' },
        { value: 'dietitian', label: 'Dietitian' },
      ],
    },
    {
      name: 'areas',
      kind: 'checkboxes',
      label: 'Clinical areas',
      hint: 'Select all that apply',
      options: [
        'Anticoagulation',
        'Cardiovascular and hypertension',
        'Dermatology',
        'Diabetes and endocrine',
        'Frailty and care homes',
        'Mental health',
        'Minor illness and urgent care',
        'Pain',
        'Polypharmacy and structured medication reviews',
        'Renal',
        'Respiratory',
        'Women’s health, contraception and menopause',
      ].map((label) => ({ value: label.toLowerCase().replaceAll(/[^a-z]+/g, '-'), label })),
    },
    {
      name: 'scope',
      kind: 'textarea',
      label: 'What you will prescribe for',
      hint: 'One sentence, without details of patients',
      maxLength: 300,
    },
    {
      name: 'university',
      kind: 'select',
      label: 'University',
      options: [
        { value: 'medway', label: 'Medway School of Pharmacy' },
        { value: 'cccu', label: 'Canterbury Christ Church University' },
      ],
    },
    {
      name: 'employer',
      kind: 'suggest',
      label: 'Employer',
      options: [{ value: 'a', label: 'Sheerness Surgery' }],
    },
    { name: 'hours', kind: 'number', label: 'Hours of learning in practice', hint: 'Usually 90' },
    { name: 'courseStart', kind: 'date', label: 'Date the course starts', hint: 'For example, 27 3 2027' },
    { name: 'outcode', kind: 'outcode', label: 'First half of the work postcode', hint: 'For example, ME7' },
    { name: 'remote', kind: 'yes-no', label: 'Can some of the supervision be remote?' },
  ],
  values: { profession: 'nurse', areas: ['pain', 'renal'], hours: '90', 'courseStart-day': '1' },
  errors: [],
  hidden: { encrypted: 'c2VhbGVk' },
  action: '/request/learner',
  backHref: '/request-a-dpp/',
  honeypot: 'website',
};

export const questionPageWithErrors: QuestionPageProps = {
  ...questionPage,
  values: {
    email: 'asha at example',
    scope: 'I will <b>prescribe</b> & review',
    areas: 'pain',
    'courseStart-year': '2020',
  },
  errors: [
    { field: 'learnerName', message: 'Enter the learner’s full name' },
    { field: 'email', message: 'Enter a work email address like name@nhs.net' },
    { field: 'profession', message: 'Select the learner’s profession' },
    { field: 'courseStart', message: 'Date the course starts must be in the future' },
    { field: '', message: 'You took more than a day to answer. Check your answers and send them again' },
  ],
};

export const checkAnswersPage: CheckAnswersPageProps = {
  journeyTitle: 'Become a DPP',
  backHref: '/register/places',
  sections: [
    {
      heading: 'About you',
      rows: [
        {
          label: 'Name',
          value: 'Asha Rahman',
          changeHref: '/register/you?change=1',
          changeWords: 'Change your name',
        },
        { label: 'Profession', value: 'Pharmacist', changeHref: '/register/you?change=2' },
      ],
    },
    {
      heading: 'What you can offer',
      rows: [
        {
          label: 'Clinical areas',
          value: ['Anticoagulation (lead)', 'Cardiovascular and hypertension'],
          changeHref: '/register/offer',
          changeWords: 'Change your clinical areas',
        },
        { label: 'Places at once', value: '2', changeHref: '/register/offer?places' },
      ],
    },
  ],
  declaration: ['By sending this you agree that we show what is marked as public in the directory.'],
  errors: [],
  hidden: { encrypted: 'c2VhbGVk' },
  action: '/register/check',
  honeypot: 'website',
  buttonText: 'Send my registration',
};

export const confirmationPage: ConfirmationPageProps = {
  title: 'Check your email',
  panelText: 'We have sent a link to a.rahman@example.org',
  next: [
    'Open the email and press “Confirm my address”. The link works for 7 days.',
    'We look you up in the public register, usually within 3 working days.',
    'We write to you when you are in the directory.',
  ],
  actions: [{ label: 'Read what happens when a learner asks', href: '/how-it-works/' }],
};

export const messagePage: MessagePageProps = {
  title: 'Dietitians cannot register as a DPP',
  paragraphs: [
    'A DPP needs independent prescribing rights. Dietitians prescribe as supplementary prescribers.',
    'You can still:',
  ],
  items: [
    'ask for a DPP for your own course',
    'tell a colleague who prescribes independently about the service',
  ],
  actions: [{ label: 'Request a DPP', href: '/request-a-dpp/' }],
};

export const choicePage: ChoicePageProps = {
  title: 'Can you supervise this learner?',
  caption: 'New request',
  actingAs: 'You are answering as Asha Rahman.',
  whatHappens: [
    'If you accept, we give each of you the other’s work contact details. If you decline, we ask the next DPP.',
  ],
  sections: [
    {
      heading: 'Why we ask you',
      items: [
        'Anticoagulation is your lead area and theirs',
        '11 minutes away by car',
        'You share 3 weekdays',
      ],
    },
    {
      heading: 'The learner',
      rows: [
        { label: 'Profession', value: 'Pharmacist' },
        { label: 'Hours', value: '90' },
      ],
    },
  ],
  questions: [
    {
      name: 'decision',
      kind: 'radios',
      label: 'Your answer',
      options: [
        { value: 'accept', label: 'Accept' },
        { value: 'decline', label: 'Decline', hint: 'Choose a reason below' },
      ],
    },
    {
      name: 'reason',
      kind: 'select',
      label: 'Reason for declining',
      optional: true,
      options: [{ value: 'no-time', label: 'I have no time in that period' }],
    },
  ],
  action: '/offers/example',
  buttonText: 'Send my answer',
};

export const warnedChoicePage: ChoicePageProps = {
  ...choicePage,
  title: 'Erase what we hold about you',
  warning: { heading: 'This cannot be undone', paragraphs: ['Your entry leaves the directory at once.'] },
  questions: [],
  buttonText: 'Erase my information',
  buttonVariant: 'warning',
};

export const detailPage: DetailPageProps = {
  title: 'Your request for a DPP',
  caption: 'Request of 2 November 2026',
  state: { text: 'Looking for a DPP', colour: 'blue' },
  notice: ['We have asked one DPP. They have until 27 November 2026 to answer.'],
  sections: [
    { heading: 'What you asked for', rows: [{ label: 'Needed by', value: '14 January 2027' }] },
    {
      heading: 'What has happened',
      events: [
        { when: '20 November 2026, 9:12am', what: 'We asked a DPP', detail: '6 miles away' },
        { when: '18 November 2026, 4:40pm', what: 'A DPP declined', detail: 'No time in that period' },
      ],
    },
    {
      heading: 'What you can do',
      actions: [
        { label: 'Withdraw the request', href: '/status/example/withdraw' },
        { label: 'Download everything we hold about you', href: '/status/example/export' },
      ],
    },
  ],
};
