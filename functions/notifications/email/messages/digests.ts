import { type Report, type ReportPart, reportOf } from '../../../../shared/digest/report.ts';
import type { ServiceSystem } from '../../../../shared/systems/service-system.ts';
import { hasLead } from '../../../../shared/people/lead-moves.ts';
import { leadOf } from '../lead-link.ts';
import type { DigestRun } from '../../../store/table/rows/digest-run-rows.ts';
import { type Bar, type Block, MAX_LIST_ITEMS } from '../block.ts';
import { message, type UrlOf, type WantedLink } from '../message.ts';
import { subjectOf } from '../subject.ts';
import { button, heading, paragraph } from '../words.ts';

const bars = (
  rows: Extract<ReportPart, { kind: 'table' }>['rows'],
  part: 'free' | 'waiting',
): readonly Bar[] =>
  rows
    .filter((row) => row[part].length > 0 || !row[part].exact)
    .toSorted((a, b) => b[part].length - a[part].length)
    .slice(0, MAX_LIST_ITEMS)
    .map((row) => ({ label: row.label, value: row[part].length, words: row[part].words }));

const chart = (caption: string, data: readonly Bar[]): readonly Block[] =>
  data.length === 0 ? [] : [{ kind: 'bars', caption, bars: data }];

/** Puts a heading above the blocks; returns nothing if there are no blocks. */
const under = (words: string, blocks: readonly Block[]): readonly Block[] =>
  blocks.length === 0 ? [] : [heading(words), ...blocks];

const partBlocks = (part: ReportPart, rest: string): readonly Block[] => {
  switch (part.kind) {
    case 'facts':
      return [heading(part.heading), { kind: 'facts', facts: part.facts }];
    case 'table':
      return under(part.heading, [
        ...chart('Learners waiting', bars(part.rows, 'waiting')),
        ...chart('Places free', bars(part.rows, 'free')),
      ]);
    case 'lines':
      return [
        heading(part.heading),
        { kind: 'list', items: part.lines, rest: { words: 'see them all', url: rest } },
      ];
  }
};

const blocksOf = (report: Report, url: UrlOf): readonly Block[] => [
  heading(report.title),
  paragraph(`${report.headline}.`),
  ...report.parts.flatMap((part) => partBlocks(part, url('digest'))),
  button('See the whole digest', url('digest')),
];

const inOneLine = ({ headline }: Report, [first = headline, ...shorter]: readonly string[]): string =>
  subjectOf(first, ...shorter);

const reportIn = ({ scope, figures, previous }: DigestRun, system: ServiceSystem): Report =>
  reportOf(scope, figures, system, previous);

/** Whether a digest says more than the one before it. A week without news gets no e-mail. */
const hasNews = ({
  digest,
  system,
}: {
  readonly digest: DigestRun;
  readonly system: ServiceSystem;
}): boolean => reportIn(digest, system).nothingNew === undefined;

const forTheTeam = ({ digest }: { readonly digest: DigestRun }): WantedLink => ({
  kind: 'digest',
  recipient: 'team',
  occasion: digest.id,
});

/** The weekly digests. `shared/digest` decides the figures and their words. */
export const digests = {
  'digest-system': message({
    to: 'team',
    canBeStopped: true,
    needs: ['digest'],
    stillTrue: (about) => about.digest.scope.kind === 'system' && hasNews(about),
    links: (about) => [forTheTeam(about)],
    compose: ({ system, digest }, url) => {
      const report = reportIn(digest, system);
      return { subject: inOneLine(report, report.short), blocks: blocksOf(report, url) };
    },
  }),
  'digest-place': message({
    to: 'place-lead',
    canBeStopped: true,
    needs: ['digest'],
    stillTrue: (about) => about.digest.scope.kind === 'place' && hasNews(about),
    links: (about) => [forTheTeam(about)],
    compose: ({ system, digest }, url) => {
      const report = reportIn(digest, system);
      return {
        subject: inOneLine(report, [
          ...report.short.map((short) => `${short} (${report.title})`),
          ...report.short,
        ]),
        blocks: blocksOf(report, url),
      };
    },
  }),
  'digest-organisation': message({
    to: 'organisation-lead',
    canBeStopped: true,
    needs: ['digest', 'organisation'],
    stillTrue: ({ digest, organisation, system }) =>
      digest.scope.kind === 'organisation' &&
      organisation.digests &&
      hasLead(organisation) &&
      hasNews({ digest, system }),
    links: ({ digest, organisation }) => [
      { kind: 'digest', recipient: 'organisation', ...leadOf(organisation), occasion: digest.id },
      { kind: 'organisation', recipient: 'organisation', ...leadOf(organisation) },
    ],
    compose: ({ system, digest }, url) => {
      const report = reportIn(digest, system);
      return {
        subject: inOneLine(report, report.short),
        blocks: [
          ...blocksOf(report, url),
          button('See your organisation’s learners and places', url('organisation')),
        ],
      };
    },
  }),
};
