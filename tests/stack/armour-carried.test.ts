import { beforeAll, describe, expect, it } from 'vitest';
import { directoryFileSchema } from '../../shared/directory/open-data.ts';
import { firstNameOf } from '../../shared/people/first-name.ts';
import { jsonHeaders, rawTo } from '../support/armour/http.ts';
import { oddTexts } from '../support/armour/texts.ts';
import { journeyStack, linkIn, textOf } from '../support/journey/stack.ts';
import { readable } from '../support/journey/visitor.ts';
import { kentRegistration } from '../support/journeys.ts';

const nameSchema = kentRegistration.steps[0]!.questions[0]!.schema;
/** The odd texts that are accepted whole as a person's name. */
const names = oddTexts
  .map(([, text]) => text)
  .filter((text) => nameSchema.safeParse(text).data === text.normalize('NFC'));

/** Splits a CSV file into its cells by the rules of RFC 4180. */
const cellsOf = (csv: string): readonly string[] =>
  [...csv.matchAll(/"((?:[^"]|"")*)"|([^",\r\n]+)/gu)].map(([, quoted, plain]) =>
    quoted === undefined ? (plain ?? '') : quoted.replaceAll('""', '"'),
  );

/** Returns the text of a page as a browser shows it: without mark-up, and with each run of white space as one space. */
const onPage = (html: string): string => readable(html).replaceAll('&#x27;', "'");

describe(`${names.length} odd names, from the form to page, e-mail and open data`, () => {
  const stack = journeyStack(70);
  const raw = rawTo(stack.site);
  const told: string[] = [];

  beforeAll(async () => {
    await stack.empty();
    const colleague = stack.anOffer({ email: 'colleague@other.example', registrationNumber: '2199999' });
    await stack.caller.post('/api/v1/practitioners', colleague);
    await stack.confirmed('colleague@other.example');
    await stack.team('confirm-domain', {
      organisation: 'harbour-surgery-me7',
      domain: 'trusted.example',
      note: 'on its website',
      by: 'Tess Team',
      listsAtOnce: true,
    });
    await stack.clearInbox();
    for (const [index, name] of names.entries()) {
      const email = `odd${index}@trusted.example`;
      const answers = stack.anOffer({ name, email, registrationNumber: String(2_200_000 + index) });
      const body = JSON.stringify(answers);
      const sent = await raw({
        path: '/api/v1/practitioners',
        headers: jsonHeaders,
        body,
        network: 71 + (index % 8),
      });
      expect(sent.status, name).toBe(202);
    }
    const mails = await stack.mails();
    told.push(...mails.map(textOf));
    for (const mail of mails) {
      const path = linkIn(mail, 'confirm');
      const answer = await raw({ path, headers: jsonHeaders, body: '{"decision":"yes"}', network: 79 });
      expect(answer.status).toBe(200);
    }
    await stack.whenFresh();
  });

  it('are greeted by their first name as written', () => {
    const first = (name: string) => firstNameOf(name.normalize('NFC'));
    const greetings = told.map((text) => /Hello (.*),$/mu.exec(text)?.[1]);
    expect(names.filter((name) => !greetings.includes(first(name)))).toEqual([]);
  });

  it('reach the open data unchanged, and the spreadsheet without a cell that would run', async () => {
    const json = directoryFileSchema.parse(
      JSON.parse((await stack.caller.get('/open-data/directory.json')).body),
    );
    const listed = json.practitioners;
    const found = listed.map(({ name }) => name);
    expect(names.filter((name) => !found.includes(name.normalize('NFC')))).toEqual([]);
    const csv = (await stack.caller.get('/open-data/directory.csv')).body;
    const cells = cellsOf(csv);
    const asCell = (name: string) => (/^[=+\-@]/u.test(name) ? `'${name}` : name).normalize('NFC');
    expect(names.filter((name) => !cells.includes(asCell(name)))).toEqual([]);
    expect(cells.filter((cell) => /^[=+\-@\t]/u.test(cell))).toEqual([]);
    for (const { name, slug } of listed) {
      const page = await stack.caller.see(`/dpp/${slug}`);
      expect(page.status, name).toBe(200);
      expect(onPage(page.body), name).toContain(name);
      expect(page.body, name).not.toContain('<script>alert');
      expect(page.body, name).not.toContain('onmouseover="');
    }
  });
});
