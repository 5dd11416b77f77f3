import type { History } from '@temporalio/common/lib/proto-utils';

import { isId } from '../../src/kernel/id';
import { chooseHistories } from './choose-histories';
import { pathOf } from './history';
import { storedHistories, type Stored } from './stored-histories';

const stored = storedHistories();

const UUID = '[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}';
const NAME = '[a-z][A-Za-z]+';

/** What the texts of a history may be, by their keys: names of workflows, steps and queues; else ids, codes, versions. */
const NAMES = new RegExp(`^(${NAME}|worker|yichuang-${UUID})$`);
const OTHERS = new RegExp(
  `^((${NAME}/)?${UUID}|[A-Z]+(\\.[A-Z_]+)+|\\d+(\\.\\d+)*|temporal-typescript|UnhandledCommand)$`,
);
const ENCODINGS = ['json/plain', 'binary/null'].map((encoding) =>
  Buffer.from(encoding).toString('base64'),
);

/** Every text of a history, and every argument and answer in it, that says more than it may. */
function excessOf(value: unknown, key = ''): string[] {
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value).flatMap(([k, of]) => excessOf(of, Array.isArray(value) ? key : k));
  }
  if (typeof value !== 'string') return [];
  if (key === 'data') return excessOfPayload(value);
  if (key === 'encoding') return ENCODINGS.includes(value) ? [] : [value];
  return (key === 'name' || key === 'normalName' || key === 'signalName' ? NAMES : OTHERS).test(
    value,
  )
    ? []
    : [value];
}

const isBoolean = (value: unknown) => typeof value === 'boolean';

/** Arguments are two ids; answers are two booleans and a number. */
const IN_PAYLOADS: Readonly<Record<string, (value: unknown) => boolean>> = {
  tenantId: (value) => isId(value as string),
  id: (value) => isId(value as string),
  reached: isBoolean,
  ended: isBoolean,
  nextLookMs: (value) => value === null || typeof value === 'number',
};

function excessOfPayload(base64: string): string[] {
  const text = Buffer.from(base64, 'base64').toString();
  const entries = Object.entries(JSON.parse(text) as object);
  return entries.every(([key, value]) => IN_PAYLOADS[key]?.(value)) ? [] : [text];
}

const payload = (content: object) => ({
  payloads: [{ data: Buffer.from(JSON.stringify(content)).toString('base64') }],
});

describe('what is kept of real runs', () => {
  it('holds ids, codes and counts alone', () => {
    const excess = stored.flatMap(({ name, history }) =>
      excessOf(history).map((text) => `${name}: ${text}`),
    );
    expect(excess).toEqual([]);
  });

  it.each([
    ['a name in an argument', { input: payload({ id: '张三' }) }],
    ['another field in an answer', { result: payload({ reached: true, note: 'x' }) }],
    ['a text in a failure', { lastFailure: { message: 'party 助餐中心 is missing' } }],
    [
      'a line of code in a failure',
      { lastFailure: { stackTrace: 'at step (/home/x/step.ts:1:2)' } },
    ],
    ['a machine', { identity: '4711@machine' }],
    ['a person where a name of ours stands', { activityType: { name: '张三' } }],
  ])('would show %s', (_, planted) => {
    const [{ history }] = stored as [Stored];
    expect(excessOf({ events: [...history.events!, { attributes: planted }] })).toHaveLength(1);
  });

  it('lies under the name of its way', () => {
    for (const { name, path } of stored) {
      const step = path.visits.at(-1)!.step;
      expect(name).toMatch(new RegExp(`^${path.kind}-${step}-${path.ending}(-\\d+)?$`));
    }
  });
});

describe('choosing what to keep', () => {
  const histories = stored.map(({ history }) => history);
  const answersIn = (of: readonly History[]) =>
    [
      ...new Set(
        of
          .map(pathOf)
          .flatMap(({ kind, visits, ending }) => [
            `${kind} ${ending}`,
            ...visits.map(({ step, outcome }) => `${step} ${outcome}`),
          ]),
      ),
    ].sort();

  it('takes what shows something new, each under a name of its own', () => {
    const chosen = chooseHistories(histories);
    expect(answersIn(chosen.map(({ text }) => JSON.parse(text)))).toEqual(answersIn(histories));
    expect(new Set(chosen.map(({ name }) => name)).size).toBe(chosen.length);
  });

  it('leaves out what shows nothing new', () => {
    const twice = [...histories, ...histories];
    expect(chooseHistories(twice)).toEqual(chooseHistories(histories));
    const [only] = histories;
    expect(chooseHistories([only!, { events: only!.events!.slice(0, 8) }])).toHaveLength(1);
  });
});
