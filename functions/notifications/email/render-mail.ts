import type { ServiceSystem } from '../../../shared/systems/service-system.ts';
import type { Block, Composed } from './block.ts';
import { renderHtml } from './render-html.ts';
import { renderText } from './render-text.ts';

interface Frame {
  /** The system that sends the e-mail. */
  readonly system: Pick<ServiceSystem, 'name' | 'contact'>;
  /** Base URL of the service without a trailing slash; the only host that e-mails link to. */
  readonly siteUrl: string;
  /** One-click unsubscribe URL; nudges and digests only. */
  readonly unsubscribeUrl?: string | undefined;
}

interface RenderedMail {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

const footer = ({ system, siteUrl, unsubscribeUrl }: Frame): readonly Block[] => [
  { kind: 'divider' },
  {
    kind: 'small',
    text: `Sent by DPP Match for ${system.contact.owner}. Reply to this email to reach the programme team.`,
    link: { words: 'How we use your information', url: `${siteUrl}/privacy/` },
  },
  ...(unsubscribeUrl === undefined
    ? []
    : [
        {
          kind: 'small',
          text: 'You can stop emails of this kind. We will still email you about offers and matches.',
          link: { words: 'Stop these emails', url: unsubscribeUrl },
        } satisfies Block,
      ]),
];

/** Renders a composed message and the common footer as subject, text part and HTML part. */
export const renderMail = ({ subject, blocks }: Composed, frame: Frame): RenderedMail => {
  const all = [...blocks, ...footer(frame)];
  return { subject, text: renderText(all), html: renderHtml(subject, frame.system.name, all) };
};
