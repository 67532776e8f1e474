/** A competency of a DPP in our own words, with signs by which to recognise it. */
export interface Competency {
  readonly number: number;
  readonly title: string;
  readonly summary: string;
  readonly signs: readonly string[];
}

export interface FrameworkDomain {
  readonly id: string;
  readonly title: string;
  readonly competencies: readonly Competency[];
}

/** A minimum expectation before a DPP is listed, and how the service checks it. */
export interface Expectation {
  readonly id: string;
  readonly title: string;
  readonly expected: string;
  readonly inTheService: string;
}

/**
 * The Royal Pharmaceutical Society's competency framework for DPPs, used by every prescribing profession:
 * three domains, eight competencies. The numbers and titles are the framework's; the descriptions are our
 * own. A revision was in consultation in 2025; when it is published, update the data and raise the version.
 */
export const framework: {
  readonly version: string;
  readonly source: string;
  readonly domains: readonly FrameworkDomain[];
} = {
  version: '2026-11',
  source: 'Royal Pharmaceutical Society, competency framework for designated prescribing practitioners, 2019',
  domains: [
    {
      id: 'dpp',
      title: 'The DPP',
      competencies: [
        {
          number: 1,
          title: 'Personal characteristics',
          summary: 'You want to teach, and learners can tell you when they are unsure.',
          signs: [
            'You explain your thinking when you prescribe, and say when you are unsure.',
            'You stay fair and kind under pressure, and keep what a learner tells you in confidence.',
            'You know what you bring to the role and where you need help.',
          ],
        },
        {
          number: 2,
          title: 'Professional skills and knowledge',
          summary: 'You prescribe now, for patients, in an area that matters to the learner.',
          signs: [
            'You are an active prescriber who sees patients, normally with 3 years of recent experience.',
            'Your clinical area covers what the learner will prescribe for.',
            'You know what the law allows the learner’s profession to prescribe, and how this differs from what your own profession can prescribe.',
          ],
        },
        {
          number: 3,
          title: 'Teaching and training skills',
          summary: 'You can plan learning, observe it and assess it.',
          signs: [
            'You agree with the learner what they need and how to use the hours.',
            'You give clear feedback in time for the learner to act on it.',
            'You can assess against a standard and say no when it is not met.',
          ],
        },
      ],
    },
    {
      id: 'delivering-the-role',
      title: 'Delivering the role',
      competencies: [
        {
          number: 4,
          title: 'Working in partnership',
          summary: 'You share the work with the learner, the university and the team around you.',
          signs: [
            'You know what the university expects of you and ask when you are not sure.',
            'You involve colleagues in parts of the learning and ask for their feedback.',
            'You speak up early when a learner struggles.',
          ],
        },
        {
          number: 5,
          title: 'Prioritising patient care',
          summary: 'Patients stay safe and well informed while someone learns.',
          signs: [
            'Patients know who is learning and can say no.',
            'You step in when a decision would not be safe.',
            'The learner takes on more only when they have shown that they are ready.',
          ],
        },
        {
          number: 6,
          title: 'Developing in the role',
          summary: 'You keep getting better at supervising, as you do at prescribing.',
          signs: [
            'You ask learners and colleagues for feedback.',
            'You keep time for your own learning about supervision and assessment.',
            'You reflect on your work with each learner before you take on another learner.',
          ],
        },
      ],
    },
    {
      id: 'learning-environment-and-governance',
      title: 'Learning environment and governance',
      competencies: [
        {
          number: 7,
          title: 'Learning environment',
          summary: 'The workplace gives a learner time, patients and the freedom to ask questions.',
          signs: [
            'The learner can see enough patients of the right kind in the time available.',
            'The learner has a place to work, access to records and someone to ask when you are away.',
            'The team talks openly about mistakes and learns from them.',
          ],
        },
        {
          number: 8,
          title: 'Governance',
          summary: 'Everyone knows who is responsible for what.',
          signs: [
            'Your employer agrees to the role and to the time that it takes.',
            'Your indemnity provider and that of the host organisation have checked that supervising is covered.',
            'You declare any ties to the learner, and there is a way to raise a concern.',
          ],
        },
      ],
    },
  ],
};

/**
 * Minimum expectations of listed DPPs. The programme board agrees changes. Raise the
 * version with each change.
 */
export const minimumExpectations: {
  readonly version: string;
  readonly status: string;
  readonly items: readonly Expectation[];
} = {
  version: '2026-11',
  status: 'This is a working version that the programme board has not agreed yet',
  items: [
    {
      id: 'registered',
      title: 'Registered, with independent prescribing rights',
      expected:
        'You are on the register of your profession. If the register marks independent prescribers with an annotation, you have it. Any prescribing profession can supervise any other.',
      inTheService:
        'The programme team looks you up in the public register before you are listed, and again each year.',
    },
    {
      id: 'experience',
      title: 'Normally 3 years of recent prescribing',
      expected: '3 years or more. You can have less if there is a good reason.',
      inTheService:
        'If you have less than 3 years, we ask why you are ready to be a DPP. The programme team reads your answer.',
    },
    {
      id: 'active',
      title: 'Prescribing for patients now, in a relevant area',
      expected: 'You prescribe for patients now, in the learner’s clinical area or one close to it.',
      inTheService: 'We match you only with learners in the same or a related clinical area.',
    },
    {
      id: 'self-assessment',
      title: 'Self-assessment against the eight competencies',
      expected: 'You have assessed yourself against all 8 competencies and know where you want support.',
      inTheService: 'You say how many of the 8 you meet. Only you and the programme team see this number.',
    },
    {
      id: 'employer',
      title: 'Your employer agrees',
      expected: 'Your organisation agrees to the role and to protected time for it.',
      inTheService: 'You tell us who has agreed.',
    },
    {
      id: 'indemnity',
      title: 'Indemnity checked',
      expected: 'You have asked your indemnity provider whether it covers supervising.',
      inTheService:
        'We ask whether you have checked: yes, no or not sure. We do not give advice about insurance cover.',
    },
    {
      id: 'environment',
      title: 'A place to learn in',
      expected: 'You have time, patients and a team that is ready for a learner.',
      inTheService: 'You say which days and how many hours a week you can give.',
    },
    {
      id: 'conflicts',
      title: 'Conflicts of interest declared',
      expected:
        'You and the learner both declare any tie between you: if one of you is the line manager, a relative, a close friend or a business partner of the other, or if you have a financial tie. You also declare any payment.',
      inTheService:
        'Before we match you with a learner, the programme team looks at any tie that either of you declared. Nobody can supervise themselves.',
    },
    {
      id: 'back-up',
      title: 'Someone to step in',
      expected: 'You have a colleague who can take over if you leave or are away for a long time.',
      inTheService:
        'We ask you to name a back-up DPP. If you leave, we first ask that person to supervise your learner.',
    },
  ],
};
