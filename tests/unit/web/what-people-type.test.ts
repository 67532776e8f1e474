import { describe, expect, it } from 'vitest';
import { readStep } from '../../../functions/web/forms/read-step.ts';
import {
  askCheckboxes,
  askDate,
  askEmail,
  askHours,
  askNumber,
  askOutcode,
  askRadios,
  askTel,
  askText,
  askTextarea,
  askToAgree,
  askYesNo,
} from '../../../shared/journeys/question-builders.ts';
import type { Answers, Question } from '../../../shared/journeys/question.ts';
import { registrationNumberErrors } from '../../../shared/journeys/registration-number-errors.ts';
import { TODAY } from '../../support/builders.ts';
import { anHttpRequest } from '../../support/http-event.ts';
import { kentAndMedway } from '../../support/kent-and-medway.ts';

const asked = (name: string, label: string) => ({
  name,
  label,
  missing: `Enter your ${label.toLowerCase()}`,
  changeWords: '',
});
const options = [
  { value: 'general-practice', label: 'General practice' },
  { value: 'acute-hospital', label: 'Acute hospital' },
];

const name = askText(asked('name', 'Full name'));
const scope = askTextarea(asked('scope', 'Scope'));
const email = askEmail(asked('email', 'Email address'));
const phone = askTel(asked('phone', 'Phone number'));
const number = askText({ ...asked('registrationNumber', 'Registration number'), max: 60 });
const minutes = askNumber({ ...asked('minutes', 'Minutes'), noun: 'Minutes', min: 1, max: 120 });
const hours = askHours({ ...asked('hours', 'Hours'), noun: 'Hours', min: 1, max: 200 });
const start = askDate({ ...asked('start', 'Start'), noun: 'Start' });
const from = askDate({ ...asked('from', 'From'), noun: 'From', monthAlone: 'first' });
const until = askDate({ ...asked('until', 'Until'), noun: 'Until', monthAlone: 'last' });
const outcode = askOutcode(kentAndMedway, asked('outcode', 'Postcode'));
const facing = askYesNo({ ...asked('facing', 'Patient-facing'), missing: 'Select yes or no' });
const consent = askToAgree({
  ...asked('consent', ''),
  missing: 'Tick the box',
  wording: { id: 'publish-2', text: 'I agree' },
});
const setting = askRadios({ ...asked('setting', 'Setting'), missing: 'Select a setting', options });
const settings = askCheckboxes({ ...asked('settings', 'Settings'), missing: 'Select a setting', options });

type Row = readonly [typed: string, read: unknown];

const EMAIL_ERROR = 'Enter an email address in the correct format, like name@example.com';
const NO_DATE = 'Start must be a real date, like 14 1 2027';
const NO_DAY = 'Start must include a day. If you do not know it yet, enter the first day of the month';
const NO_OUTCODE = 'Enter the first half of a postcode in Kent and Medway, like ME7';
const NO_PHONE = 'Enter a phone number, like 01634 496 000';
const like = (regulator: string, example: string) => `Enter your ${regulator} number, like ${example}`;
const GPHC = like('General Pharmaceutical Council', '2012345');
const PA = 'Health and Care Professions Council numbers of your profession start with';

const rows: readonly (readonly [Question, readonly Row[], Answers?])[] = [
  [
    name,
    [
      ['  Amara  Ojo ', 'Amara Ojo'],
      ['Zoe\u0308', 'Zoë'],
      ['O’Hara-Li', 'O’Hara-Li'],
      ['Ama\u200bra', 'Amara'],
      ['\ufeffAmara', 'Amara'],
      ['Ama\u00adra', 'Amara'],
      ['\u202aAmara\u202c', 'Amara'],
      ['Amara\u0007 Ojo', 'Amara Ojo'],
      ['Amara\u00a0Ojo\u3000', 'Amara Ojo'],
      ['Amara Ojo\r\n', 'Amara Ojo'],
      ['SMITH, Jane (KENT TRUST)', 'SMITH, Jane (KENT TRUST)'],
      ['\u200b', 'Enter your full name'],
      ['\u3164', 'Enter your full name'],
      ['Amara\r\nBcc: all@dpp.example', 'Full name must be on one line'],
      [`Z${'\u0335\u0321'.repeat(6)}`, 'Full name must not have more than 4 accents on one letter'],
      ['a'.repeat(101), 'Full name must be 100 characters or fewer'],
    ],
  ],
  [
    scope,
    [
      ['Adults.\r\n\r\n\r\nHeart failure.', 'Adults.\n\nHeart failure.'],
      ['\uf0b7\tAdults\v\uf0b7\tLipids', 'Adults\nLipids'],
      ['Adults\u2028Lipids', 'Adults\nLipids'],
      ['Adults \u202efirst', 'Adults first'],
      ['\u2022 Adults', '\u2022 Adults'],
    ],
  ],
  [
    email,
    [
      ['siobhan.o’brien@nhs.net', "siobhan.o'brien@nhs.net"],
      ['siobhan.o‘brien@nhs.net', "siobhan.o'brien@nhs.net"],
      ['siobhan.o`brien@nhs.net', "siobhan.o'brien@nhs.net"],
      ['\u200blee@nhs.net\ufeff', 'lee@nhs.net'],
      ['\u202alee@nhs.net\u202c', 'lee@nhs.net'],
      ['lee@\u200bnhs.net', 'lee@nhs.net'],
      ['Lee Learner <lee@nhs.net>', 'lee@nhs.net'],
      ['"Learner, Lee" <lee@nhs.net>;', 'lee@nhs.net'],
      ['LEARNER, Lee (KENT TRUST) <lee@nhs.net>', 'lee@nhs.net'],
      ['mailto:lee@nhs.net', 'lee@nhs.net'],
      ['mailto:lee@nhs.net?subject=Hello', 'lee@nhs.net'],
      ['lee@nhs.net.', 'lee@nhs.net'],
      ['lee@nhs.net;', 'lee@nhs.net'],
      ['lee@nhs.net,', 'lee@nhs.net'],
      ['<lee@nhs.net>', 'lee@nhs.net'],
      ['“lee@nhs.net”', 'lee@nhs.net'],
      ['Email: lee@nhs.net', 'lee@nhs.net'],
      ['lee @ nhs.net', 'lee@nhs.net'],
      ['lee@nhs.net (work)', 'lee@nhs.net'],
      ['anne‑marie@nhs.net', 'anne-marie@nhs.net'],
      ['ｌｅｅ＠ｎｈｓ．ｎｅｔ', 'lee@nhs.net'],
      ['Lee@NHS.NET', 'Lee@nhs.net'],
      ['lee@nhs', EMAIL_ERROR],
      ['lee at nhs.net', EMAIL_ERROR],
      ['lee@nhs.net, amara@nhs.net', EMAIL_ERROR],
      ['lee@nhs.net\r\nbcc:a@nhs.net', 'Email address must be on one line'],
    ],
  ],
  [
    phone,
    [
      ['01634 496000 extension 123', '01634 496000 extension 123'],
      ['01634 496000 option 2', '01634 496000 option 2'],
      ['01634 496000 or 07700 900123', '01634 496000 or 07700 900123'],
      ['tel:+441634496000', 'tel:+441634496000'],
      ['01634–496–000', '01634–496–000'],
      ['+44 (0)1634 496000', '+44 (0)1634 496000'],
      ['\u202d01634 496000\u202c', '01634 496000'],
      ['496000', NO_PHONE],
      ['call me', NO_PHONE],
    ],
  ],
  [
    number,
    [
      ['GPhC 2012347', 'GPhC 2012347'],
      ['GPhC2012347', 'GPhC2012347'],
      ['2012354 (GPhC)', '2012354 (GPhC)'],
      ['GPhC No. 2012354', 'GPhC No. 2012354'],
      ['201 23 47', '201 23 47'],
      ['2O12353', '2O12353'],
      ['20I2353', '20I2353'],
      ['1O12', GPHC],
      ['201234', GPHC],
      [
        '5012347',
        'Numbers of pharmacists start with 2. Pharmacy technicians and pharmacy premises have other numbers. Enter the 7 digits of your own number',
      ],
    ],
    { profession: 'pharmacist' },
  ],
  [
    number,
    [
      ['NMC PIN 98I1236E', 'NMC PIN 98I1236E'],
      ['pin: 98i1236e', 'pin: 98i1236e'],
      ['98 I 1236 E', '98 I 1236 E'],
      ['9OI1O36O', '9OI1O36O'],
      ['98I1236', like('Nursing and Midwifery Council', '01A2345N')],
    ],
    { profession: 'nurse' },
  ],
  [
    number,
    [
      ['GMC 1234569', 'GMC 1234569'],
      ['C1234569', 'C1234569'],
      [
        'A123456',
        'Numbers that start with A belong to physician and anaesthesia associates, who cannot prescribe. If you are a doctor, enter the 7 digits of your own number',
      ],
    ],
    { profession: 'doctor' },
  ],
  [
    number,
    [
      ['HCPC PH12346', 'HCPC PH12346'],
      ['PH O12348', 'PH O12348'],
      ['12346', '12346'],
      [
        'RA12346',
        `${PA} PH; one that starts with RA is of a therapeutic radiographer or a diagnostic radiographer: select which you are. Check your number or your profession`,
      ],
      [
        'PA12346',
        `${PA} PH; one that starts with PA is of a paramedic. Check your number or your profession`,
      ],
    ],
    { profession: 'physiotherapist' },
  ],
  [
    number,
    [
      ['GOC 01-12345', 'GOC 01-12345'],
      ['01–123456', '01–123456'],
      [
        'D-12345',
        'Numbers that start with D belong to dispensing opticians, who cannot prescribe. If you are an optometrist, enter the number that starts with 01',
      ],
      ['12345', like('General Optical Council', '01-12345')],
    ],
    { profession: 'optometrist' },
  ],
  [
    number,
    [
      ['GDC 123457', 'GDC 123457'],
      ['1234', '1234'],
    ],
    { profession: 'dentist' },
  ],
  [
    number,
    [
      ['4321', '4321'],
      ['PSNI no 1234', 'PSNI no 1234'],
    ],
    { profession: 'pharmacist', regulator: 'psni' },
  ],
  [
    minutes,
    [
      ['45', 45],
      [' 45 ', 45],
      ['45 minutes', 45],
      ['45mins', 45],
      ['４５', 45],
      ['two', 2],
      ['0', 'Minutes must be between 1 and 120'],
      ['1,000', 'Minutes must be between 1 and 120'],
      ['30-45', 'Minutes must be a number, like 2'],
      ['a few', 'Minutes must be a number, like 2'],
      ['1.5', 'Minutes must be a whole number'],
    ],
  ],
  [
    hours,
    [
      ['90 hours', 90],
      ['7.5', 7.5],
      ['7,5', 7.5],
      ['7½', 7.5],
      ['7h30', 7.5],
      ['37.5 hours a week', 37.5],
      ['7.3', 'Hours must be in quarters of an hour, like 7.25, 7.5 or 7.75'],
      ['some', 'Hours must be a number of hours, like 7.5 or 90'],
    ],
  ],
  [
    start,
    [
      ['1/9/2027', '2027-09-01'],
      ['1/9/27', '2027-09-01'],
      ['01.09.2027', '2027-09-01'],
      ['1-9-2027', '2027-09-01'],
      ['1–9–2027', '2027-09-01'],
      ['1 9 2027', '2027-09-01'],
      ['1st September 2027', '2027-09-01'],
      ['2nd of Sept. 27', '2027-09-02'],
      ['1 Sep ’27', '2027-09-01'],
      ['Wednesday, 1 September 2027', '2027-09-01'],
      ['September 1, 2027', '2027-09-01'],
      ['2027-09-01', '2027-09-01'],
      ['29/2/2028', '2028-02-29'],
      ['31/2/2027', NO_DATE],
      ['1 Janvier 2027', NO_DATE],
      ['1 se 2027', NO_DATE],
      ['tomorrow', NO_DATE],
      ['1/9/1827', NO_DATE],
      ['September 2027', NO_DAY],
      ['9/2027', NO_DAY],
      ['2027-09', NO_DAY],
      ['1 September', 'Start must include a year'],
      ['1/9', 'Start must include a year'],
    ],
  ],
  [
    from,
    [
      ['September 2027', '2027-09-01'],
      ['14 September 2027', '2027-09-14'],
      ['Septober 2027', 'From must be a real date, like 14 1 2027'],
    ],
  ],
  [
    until,
    [
      ['February 2028', '2028-02-29'],
      ['2/2027', '2027-02-28'],
    ],
  ],
  [
    outcode,
    [
      ['me7', 'ME7'],
      ['ME7 4AB', 'ME7'],
      ['me74ab', 'ME7'],
      ['ME07', 'ME7'],
      ['ME7, Gillingham', 'ME7'],
      ['CTI 3NG', 'CT1'],
      ['CT1 3NG Canterbury', 'CT1'],
      ['tn23', 'TN23'],
      ['EH1', NO_OUTCODE],
      ['here', NO_OUTCODE],
    ],
  ],
  [
    facing,
    [
      ['yes', true],
      ['Yes', true],
      ['y', true],
      ['true', true],
      ['no', false],
      ['NO ', false],
      ['false', false],
      ['perhaps', 'Select yes or no'],
    ],
  ],
  [
    consent,
    [
      ['yes', true],
      ['publish-2', true],
      ['publish-1', 'Tick the box'],
      ['no', 'Tick the box'],
    ],
  ],
  [
    setting,
    [
      ['general-practice', 'general-practice'],
      ['General practice', 'general-practice'],
      ['GENERAL PRACTICE', 'general-practice'],
      ['surgery', 'Select a setting'],
    ],
  ],
  [
    settings,
    [
      ['Acute hospital', ['acute-hospital']],
      ['nonsense', 'Select a setting'],
    ],
  ],
];

const inputs = rows.flatMap(([question, list, standing = {}]) =>
  list.map(([typed, read]) => ({ question, typed, read, standing })),
);

const fieldOf = ({ name: field, kind }: Question) => (kind === 'date' ? `${field}-day` : field);

describe('what people type', () => {
  it('is a table of 150 inputs or more', () => {
    expect(inputs.length).toBeGreaterThanOrEqual(150);
  });

  it.each(inputs)('$question.name: $typed', ({ question, typed, read, standing }) => {
    const step = { slug: 'x', title: 'X', questions: [question], rules: registrationNumberErrors };
    const outcome = (sent: Parameters<typeof anHttpRequest>[0]) => {
      const { answers, errors } = readStep(anHttpRequest(sent), step, TODAY, standing);
      return errors[0]?.message ?? answers[question.name];
    };
    expect(outcome({ form: { [fieldOf(question)]: [typed] } }), 'as a form').toEqual(read);
    expect(outcome({ json: { [question.name]: typed } }), 'as JSON').toEqual(read);
  });

  it.each([
    [minutes, 45, 45],
    [facing, true, true],
    [phone, 1_634_496_000, '1634496000'],
    [number, 2_012_347, '2012347'],
    [settings, ['acute-hospital'], ['acute-hospital']],
    [facing, 1, 'Select yes or no'],
    [minutes, 1.5, 'Minutes must be a whole number'],
  ])('in JSON may have a type of its own: case %#', (question, sent, read) => {
    const step = { slug: 'x', title: 'X', questions: [question] };
    const request = anHttpRequest({ json: { [question.name]: sent } });
    const { answers, errors } = readStep(request, step, TODAY);
    expect(errors[0]?.message ?? answers[question.name]).toEqual(read);
  });
});
