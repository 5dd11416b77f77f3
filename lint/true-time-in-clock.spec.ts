import { prove } from './prove.ts';
import { trueTimeInClock } from './true-time-in-clock.ts';

prove('true-time-in-clock', trueTimeInClock, {
  passes: {
    'a date made from a value': 'const day = new Date(value);',
    'a date made from parts': 'const ms = Date.UTC(2026, 10, 22);',
    'a method of another thing called now': 'const now = await ctx.now();',
  },
  refuses: {
    'a date without a value': ['const now = new Date();', 1],
    'the milliseconds of now': ['const ms = Date.now();', 1],
    'the clock handed on as a function': ['schedule(Date.now);', 1],
    'the clock by a computed name': [`const ms = Date['now']();`, 1],
    'the clock taken out of Date': ['const { now } = Date;', 1],
    'the date as text': ['const text = Date();', 1],
  },
});
