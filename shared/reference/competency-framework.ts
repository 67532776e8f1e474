/** One thing that a DPP has to be able to do, in our own words, and how somebody can tell that they do it. */
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

/** One thing that Kent and Medway expects before a DPP is listed, and what the service does about it. */
export interface Expectation {
  readonly id: string;
  readonly title: string;
  readonly expected: string;
  readonly inTheService: string;
}

/**
 * The competency framework for DPPs of the Royal Pharmaceutical Society, which every prescribing profession uses:
 * three domains, eight competencies. Numbers and titles are the framework's, descriptions are ours. A revision was
 * out for consultation in 2025: when it is published, change the data and raise the version.
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
          summary: 'You want to teach, and learners can bring you their doubts.',
          signs: [
            'You show how you think when you prescribe, also when you are unsure.',
            'You stay fair and kind under pressure, and keep what a learner tells you in confidence.',
            'You know what you bring to the role and where you need help.',
          ],
        },
        {
          number: 2,
          title: 'Professional skills and knowledge',
          summary: 'You prescribe now, for patients, in an area that matters to the learner.',
          signs: [
            'You are an active prescriber who sees patients, normally with three years of recent experience.',
            'Your clinical area covers what the learner will prescribe for.',
            'You know what the law lets the learner’s own profession prescribe, also where it differs from yours.',
          ],
        },
        {
          number: 3,
          title: 'Teaching and training skills',
          summary: 'You can plan learning, watch it happen and judge it.',
          signs: [
            'You agree with the learner what they need and how the hours are used.',
            'You give feedback that is clear and soon enough to act on.',
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
            'You know what the university expects of you and ask when you do not.',
            'You bring in colleagues for parts of the learning and hear what they saw.',
            'You speak up early when a learner struggles.',
          ],
        },
        {
          number: 5,
          title: 'Prioritising patient care',
          summary: 'Patients stay safe and well informed while somebody learns.',
          signs: [
            'Patients know who is learning and can say no.',
            'You step in when a decision would not be safe.',
            'The learner takes on more only as they show that they can.',
          ],
        },
        {
          number: 6,
          title: 'Developing in the role',
          summary: 'You keep getting better at supervising, as you do at prescribing.',
          signs: [
            'You ask learners and colleagues how you did.',
            'You keep time for your own learning about supervision and assessment.',
            'You reflect on each learner before you take the next.',
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
          summary: 'The workplace gives a learner time, patients and room to ask.',
          signs: [
            'There are enough patients of the right kind in the time available.',
            'The learner has a place to work, access to records and somebody to ask when you are away.',
            'Mistakes are talked about openly and learned from.',
          ],
        },
        {
          number: 8,
          title: 'Governance',
          summary: 'Everybody knows who answers for what.',
          signs: [
            'Your employer agrees to the role and to the time that it takes.',
            'Your indemnity and the host’s arrangements have been checked by those who provide them.',
            'Ties between you and the learner are declared, and there is a way to raise a concern.',
          ],
        },
      ],
    },
  ],
};

/** What Kent and Medway expects of every DPP that it lists. The programme board agrees changes; raise the version. */
export const minimumExpectations: {
  readonly version: string;
  readonly status: string;
  readonly items: readonly Expectation[];
} = {
  version: '2026-11',
  status: 'Working version for the programme board to agree',
  items: [
    {
      id: 'registered',
      title: 'Registered, with independent prescribing rights',
      expected:
        'On the register of your profession, with the annotation where your profession has one. Any prescribing profession can supervise any other.',
      inTheService:
        'The programme team looks you up in the public register before you are listed, and again each year.',
    },
    {
      id: 'experience',
      title: 'Normally three years of recent prescribing',
      expected: 'Three years or more. Fewer is not a bar where there is a good reason.',
      inTheService:
        'With under three years you are asked why you are ready. The programme team reads your answer.',
    },
    {
      id: 'active',
      title: 'Active, with patients, in a relevant area',
      expected: 'You prescribe for patients now, in the learner’s clinical area or one close to it.',
      inTheService: 'We only match where the clinical areas are the same or related.',
    },
    {
      id: 'self-assessment',
      title: 'Self-assessment against the eight competencies',
      expected: 'You have been through the eight and know where you want support.',
      inTheService:
        'You say how many you meet. It is for you and the programme team, and is never published.',
    },
    {
      id: 'employer',
      title: 'Your employer agrees',
      expected: 'Your organisation agrees to the role and to protected time for it.',
      inTheService: 'You name who agreed.',
    },
    {
      id: 'indemnity',
      title: 'Indemnity checked',
      expected: 'You have asked your indemnity provider whether it covers supervising.',
      inTheService: 'We ask: yes, no or not sure. We do not advise on cover.',
    },
    {
      id: 'environment',
      title: 'A place to learn in',
      expected: 'Time, patients and a team that expect a learner.',
      inTheService: 'You say which days and how many hours a week you can give.',
    },
    {
      id: 'conflicts',
      title: 'Conflicts of interest declared',
      expected:
        'Line managers, relatives, close friends, business partners and anybody with a financial tie are declared by both sides. A payment is declared too.',
      inTheService:
        'A declared tie goes to the programme team before a match can be made. Nobody can supervise themselves.',
    },
    {
      id: 'back-up',
      title: 'Somebody to step in',
      expected: 'A colleague who can take over if you are away for long or leave.',
      inTheService: 'We ask for a back-up DPP. If you leave, they are asked first.',
    },
  ],
};
