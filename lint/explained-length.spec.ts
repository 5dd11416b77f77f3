import { explainedLength } from './explained-length.ts';
import { prove } from './prove.ts';

const lines = (count: number, line = 'act();\n') => line.repeat(count);

prove('explained-length', explainedLength, {
  passes: {
    'three hundred lines': lines(300),
    'more lines when the others are blank': lines(300, 'act();\n\n'),
    'a longer file whose first comment says why': `/* Long because it is one table. */\n${lines(400)}`,
    'a longer file that says what made it': `// Made from a.json by make.mjs.\n${lines(400)}`,
  },
  refuses: {
    'one line more': [lines(301), 1],
    'comments in place of code': [lines(301, '// why\n'), 1],
    'a longer file whose first comment says something else': [`// A table.\n${lines(400)}`, 1],
    'a reason that does not come first': [`// A table.\n// Long because so.\n${lines(400)}`, 1],
  },
});
