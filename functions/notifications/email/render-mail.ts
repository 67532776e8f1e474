import type { Block, Composed } from './block.ts';
import { renderHtml } from './render-html.ts';
import { renderText } from './render-text.ts';

interface Frame {
  /** Where the service lives, without a slash at the end: the only host that a mail links to. */
  readonly siteUrl: string;
  /** Nudges and digests: where one press ends them. */
  readonly unsubscribeUrl?: string | undefined;
}

interface RenderedMail {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

const footer = ({ siteUrl, unsubscribeUrl }: Frame): readonly Block[] => [
  { kind: 'divider' },
  {
    kind: 'small',
    text: 'Sent by DPP Match for NHS Kent and Medway. Reply to this email to reach the programme team.',
    link: { words: 'How we use your information', url: `${siteUrl}/privacy/` },
  },
  ...(unsubscribeUrl === undefined
    ? []
    : [
        {
          kind: 'small',
          text: 'You can stop emails of this kind. We will still write about offers and matches.',
          link: { words: 'Stop these emails', url: unsubscribeUrl },
        } satisfies Block,
      ]),
];

/** A composed message with the footer that all mails share → subject, text part and HTML part. */
export const renderMail = ({ subject, blocks }: Composed, frame: Frame): RenderedMail => {
  const all = [...blocks, ...footer(frame)];
  return { subject, text: renderText(all), html: renderHtml(subject, all) };
};
