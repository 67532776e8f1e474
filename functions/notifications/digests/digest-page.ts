import type { SectionProps } from '../../../site/src/components/section.tsx';
import { DetailPage } from '../../../site/src/views/detail-page.tsx';
import type { Branding } from '../../../site/src/branding.ts';
import { renderPage } from '../../../site/src/views/render-page.ts';
import { type Report, type ReportPart, reportOf } from '../../../shared/digest/report.ts';
import { dayInWords } from '../../../shared/kernel/time.ts';
import type { ServiceSystem } from '../../../shared/systems/service-system.ts';
import type { Clock } from '../../platform/clock.ts';
import type { HttpHandler, HttpRequest } from '../../web/http/http-message.ts';
import { problem, problemOf } from '../../web/http/problem.ts';
import { answer } from '../../web/http/reply.ts';
import type { LinkRepository } from '../../store/repositories/link-repository.ts';
import type { DigestRunRepository } from '../../store/repositories/digest-run-repository.ts';
import { findOrganisation } from '../../store/find-organisation.ts';
import { isSentToLead } from '../../store/is-sent-to-lead.ts';
import type { OrganisationRepository } from '../../store/repositories/organisation-repository.ts';
import type { DigestRun } from '../../store/table/rows/digest-run-rows.ts';

interface Deps {
  readonly system: ServiceSystem;
  readonly clock: Clock;
  readonly links: Pick<LinkRepository, 'find'>;
  readonly runs: Pick<DigestRunRepository, 'find'>;
  readonly organisations: Pick<OrganisationRepository, 'find'>;
}

type Rows = Extract<ReportPart, { kind: 'table' }>['rows'];

/** Keeps exact counts as numbers, so that the table aligns them to the right, and shows suppressed counts as words. */
const cell = (count: Rows[number]['free'] | undefined): string | number =>
  count === undefined ? '' : count.exact ? count.length : count.words;

const sectionOf = (part: ReportPart): SectionProps => {
  switch (part.kind) {
    case 'facts':
      return {
        heading: part.heading,
        table: {
          caption: part.heading,
          captionHidden: true,
          head: ['What', 'How many'],
          rows: part.facts.map(({ label, value }) => [label, value]),
        },
      };
    case 'lines':
      return { heading: part.heading, items: part.lines };
    case 'table': {
      const whole = part.rows.some(({ offered }) => offered !== undefined);
      return {
        heading: part.heading,
        table: {
          caption: part.heading,
          captionHidden: true,
          head: [
            'Where',
            ...(whole ? ['Places offered', 'Places taken'] : []),
            'Places free',
            'Learners waiting',
          ],
          rows: part.rows.map(({ label, offered, taken, free, waiting }) => [
            label,
            ...(whole ? [cell(offered), cell(taken)] : []),
            cell(free),
            cell(waiting),
          ]),
        },
      };
    }
  }
};

const pageOf = (branding: Branding, report: Report, { figures }: DigestRun): string =>
  renderPage(branding, DetailPage, {
    title: `Digest: ${report.title}`,
    caption: dayInWords(figures.day),
    wide: true,
    notice: [`${report.headline}.`, ...(report.nothingNew === undefined ? [] : [report.nothingNew])],
    sections: report.parts.map(sectionOf),
  });

const noDigest = (request: HttpRequest) =>
  problem(
    request,
    problemOf('link-not-usable', {
      detail: 'Links to a digest work for 60 days. Use the one in your newest digest.',
    }),
  );

/**
 * Handles the page of a digest, which shows all figures of the e-mail. The digest of an organisation opens only for the
 * person who leads it now.
 */
export const digestPage =
  ({ system, clock, links, runs, organisations }: Deps): HttpHandler =>
  async (request) => {
    const found = await links.find(request.params['token'] ?? '', clock.now());
    const { occasion } = found?.link ?? {};
    if (found === undefined || found.expired || found.link.kind !== 'digest' || occasion === undefined)
      return noDigest(request);
    const { recipient, organisationId } = found.link;
    if (
      recipient === 'organisation' &&
      !isSentToLead(found.link, await findOrganisation(organisations, organisationId ?? ''))
    )
      return noDigest(request);
    const run = await runs.find(occasion);
    if (run === undefined) return noDigest(request);
    const report = reportOf(run.scope, run.figures, system, run.previous);
    return answer({
      request,
      personal: true,
      page: (branding) => pageOf(branding, report, run),
      json: report,
    });
  };
