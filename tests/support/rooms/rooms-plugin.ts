import { posix, relative, sep } from 'node:path';
import type { ESLint, Rule } from 'eslint';
import { forbiddenImport } from './forbidden-import.ts';
import type { Room } from './ordered-rooms.ts';

/** ESLint plugin with one rule, `rooms/walls`: refuses imports that the table of rooms does not allow. */
export const roomsPlugin = (root: string, rooms: readonly Room[]): ESLint.Plugin => {
  const walls: Rule.RuleModule = {
    create: (context) => {
      const file = relative(root, context.filename).split(sep).join('/');
      const check = (node: Rule.Node, source: unknown) => {
        if (typeof source !== 'string' || !source.startsWith('.')) return;
        const message = forbiddenImport(file, posix.join(posix.dirname(file), source), rooms);
        if (message !== undefined) context.report({ node, message });
      };
      return {
        ImportDeclaration: (node) => check(node, node.source.value),
        ExportAllDeclaration: (node) => check(node, node.source.value),
        ExportNamedDeclaration: (node) => check(node, node.source?.value),
        ImportExpression: (node) => {
          if (node.source.type === 'Literal') check(node, node.source.value);
        },
      };
    },
  };
  return { rules: { walls } };
};
