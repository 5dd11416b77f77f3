import { ESLintUtils, type TSESTree } from '@typescript-eslint/utils';

/** What a rule says of itself: the sentence tells why it is there, for whoever stumbles over it. */
export interface RuleDocs {
  readonly description: string;
}

/** Makes a rule of this project; its address is its own file. */
export const makeRule = ESLintUtils.RuleCreator<RuleDocs>((name) => `lint/${name}.ts`);

/** Makes a rule that refuses whatever one of the selectors finds. */
export function forbid(ban: {
  readonly name: string;
  readonly why: string;
  readonly message: string;
  readonly selectors: readonly string[];
}) {
  return makeRule({
    name: ban.name,
    meta: {
      type: 'problem',
      docs: { description: ban.why },
      messages: { forbidden: ban.message },
      schema: [],
    },
    create: ({ report }) => ({
      [ban.selectors.join(', ')]: (node: TSESTree.Node) => {
        report({ node, messageId: 'forbidden' });
      },
    }),
  });
}
