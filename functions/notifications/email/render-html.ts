import { memoize } from '../../../shared/kernel/memoize.ts';
import { type Block, cappedItems } from './block.ts';
import { fragments } from './fragments.generated.ts';
import { singleLine } from './single-line.ts';

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escaped = (text: string): string =>
  singleLine(text).replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);

/** Splits a fragment at its slots into alternating text and slot names, text first. */
const piecesOf = memoize((fragment: string): readonly string[] => fragment.split(/\{\{(\w+)\}\}/u));

/**
 * Fills a fragment's slots in a single pass, so that text that looks like a slot stays text.
 * @param texts values to escape
 * @param parts fragments that are already filled
 */
const filled = (
  fragment: string,
  texts: Readonly<Record<string, string>>,
  parts: Readonly<Record<string, string>> = {},
): string =>
  piecesOf(fragment)
    .map((piece, index) => (index % 2 === 0 ? piece : (parts[piece] ?? escaped(texts[piece] ?? ''))))
    .join('');

const percentOf = (value: number, most: number): string =>
  String(most === 0 ? 0 : Math.round((Math.max(0, value) / most) * 100));

const htmlOf = (block: Block, first: boolean): string => {
  switch (block.kind) {
    case 'heading':
      return filled(first ? fragments.title : fragments.heading, { text: block.text });
    case 'paragraph':
      return filled(fragments.paragraph, { text: block.text });
    case 'list': {
      const { shown, more } = cappedItems(block.items);
      const rest =
        more > 0 && block.rest !== undefined
          ? filled(fragments.rest, { more: String(more), words: block.rest.words, url: block.rest.url })
          : '';
      const item = shown.map((text) => filled(fragments.item, { text })).join('');
      return filled(fragments.list, {}, { item, rest });
    }
    case 'facts': {
      const fact = block.facts.map(({ label, value }) => filled(fragments.fact, { label, value })).join('');
      return filled(fragments.facts, {}, { fact });
    }
    case 'button':
      return filled(fragments.button, { text: block.text, url: block.url });
    case 'bars': {
      const most = Math.max(0, ...block.bars.map(({ value }) => value));
      const bar = block.bars
        .map(({ label, value, words }) =>
          filled(fragments.bar, { label, words, percent: percentOf(value, most) }),
        )
        .join('');
      return filled(fragments.bars, { caption: block.caption }, { bar });
    }
    case 'divider':
      return fragments.divider;
    case 'small':
      return filled(
        fragments.small,
        { text: block.text },
        {
          smallLink:
            block.link === undefined
              ? ''
              : filled(fragments.smallLink, { words: block.link.words, url: block.link.url }),
        },
      );
  }
};

/**
 * Renders blocks as an HTML document, with every text escaped. The first heading becomes the `h1`.
 * @param area name of the system, for the band above the message
 */
export const renderHtml = (subject: string, area: string, blocks: readonly Block[]): string => {
  const first = blocks.findIndex(({ kind }) => kind === 'heading');
  const body = blocks.map((block, index) => htmlOf(block, index === first)).join('');
  return filled(fragments.shell, { subject, area }, { blocks: body });
};
