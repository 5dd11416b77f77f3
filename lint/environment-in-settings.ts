import { forbid } from './rule.ts';

/** Holds the environment in `src/platform/config`. */
export const environmentInSettings = forbid({
  name: 'environment-in-settings',
  why: 'A variable read on the side is checked by nobody at start-up and listed nowhere; what a process is told stands in Settings, in one place.',
  message: 'Add it to Settings in src/platform/config and have it handed in.',
  selectors: [
    `MemberExpression[object.name='process'][property.name='env']`,
    `MemberExpression[object.name='process'][property.value='env']`,
    `VariableDeclarator[init.name='process'] > ObjectPattern > Property[key.name='env']`,
    `ImportDeclaration[source.value=/^(node:)?process$/] > ImportSpecifier[imported.name='env']`,
  ],
});
