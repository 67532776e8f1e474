import { type Block, cappedItems } from './block.ts';
import { singleLine } from './single-line.ts';

const underlined = (text: string, by: string): string => `${text}\n${by.repeat(Math.min(72, text.length))}`;

const textOf = (block: Block, first: boolean): string => {
  switch (block.kind) {
    case 'heading':
      return underlined(singleLine(block.text), first ? '=' : '-');
    case 'paragraph':
      return singleLine(block.text);
    case 'list': {
      const { shown, more } = cappedItems(block.items);
      const rest =
        more > 0 && block.rest !== undefined
          ? [`* ${more} more: ${block.rest.words}\n  ${block.rest.url}`]
          : [];
      return [...shown.map((item) => `* ${singleLine(item)}`), ...rest].join('\n');
    }
    case 'facts':
      return block.facts.map(({ label, value }) => `${singleLine(label)}: ${singleLine(value)}`).join('\n');
    case 'button':
      return `${singleLine(block.text)}:\n${block.url}`;
    case 'bars':
      return [
        `${singleLine(block.caption)}:`,
        ...block.bars.map(({ label, words }) => `* ${singleLine(label)}: ${singleLine(words)}`),
      ].join('\n');
    case 'divider':
      return '-'.repeat(40);
    case 'small':
      return block.link === undefined
        ? singleLine(block.text)
        : `${singleLine(block.text)}\n${block.link.words}:\n${block.link.url}`;
  }
};

/**
 * Renders blocks as the text part of an e-mail. The first heading has a double underline; each URL is on a
 * line of its own.
 */
export const renderText = (blocks: readonly Block[]): string => {
  const first = blocks.findIndex(({ kind }) => kind === 'heading');
  return `${blocks.map((block, index) => textOf(block, index === first)).join('\n\n')}\n`;
};
