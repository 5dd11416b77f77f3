import { forbid } from './rule.ts';

/** Holds the machine's clock in `src/platform/clock`. Turning a value into a date (`new Date(value)`) reads no clock. */
export const trueTimeInClock = forbid({
  name: 'true-time-in-clock',
  why: 'What a person can win or lose by depends on legal time, which only the database tells; a clock read elsewhere would be right in every test and wrong in a rehearsal.',
  message:
    'Ask ctx.now() for legal time, or trueNow() of platform/clock for sessions, leases and limits.',
  selectors: [
    `NewExpression[callee.name='Date'][arguments.length=0]`,
    `CallExpression[callee.name='Date']`,
    `MemberExpression[object.name='Date'][property.name='now']`,
    `MemberExpression[object.name='Date'][property.value='now']`,
    `VariableDeclarator[init.name='Date'] > ObjectPattern > Property[key.name='now']`,
  ],
});
