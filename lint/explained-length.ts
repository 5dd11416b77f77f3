import type { TSESLint } from '@typescript-eslint/utils';
import { makeRule } from './rule.ts';

const MAX_LINES = 300;

/** What the first comment of a longer file has to say: why it is one piece, or what made it. */
const REASON = /\b(long because|made from)\b/i;

/** Counts the lines that are not blank, comments among them: a long comment has to be read as well. */
function linesToRead(code: TSESLint.SourceCode): number {
  return code.lines.filter((line) => line.trim() !== '').length;
}

/** Lets a file be longer than one can see whole only when its first comment says why. */
export const explainedLength = makeRule({
  name: 'explained-length',
  meta: {
    type: 'suggestion',
    docs: {
      description:
        'A file longer than one can see whole is usually two; where it is not, its first comment owes the reader the reason.',
    },
    messages: {
      unexplained:
        'The file has {{lines}} lines, more than {{max}}: split it, or begin its first comment with why ("Long because ...").',
    },
    schema: [],
  },
  create: ({ sourceCode, report }) => ({
    Program(node) {
      const lines = linesToRead(sourceCode);
      const [first] = sourceCode.getAllComments();
      if (lines <= MAX_LINES || (first !== undefined && REASON.test(first.value))) return;
      report({ node, messageId: 'unexplained', data: { lines, max: MAX_LINES } });
    },
  }),
});
