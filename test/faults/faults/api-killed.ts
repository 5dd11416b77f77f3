import { Beside, type Fault } from '../harm';
import type { SaidBefore } from '../postgres-proxy';
import { killAtRandom, processOf, watchAll } from './processes';

/** The last arguments of what ends a transaction are the key and what is kept under it. */
const FINISH = 'finish_transaction';
const keyOf = ({ text, parameters }: SaidBefore) =>
  text.includes(FINISH) && parameters.at(-4) !== null ? parameters.at(-5)! : null;

/**
 * The HTTP process is killed: at moments of chance, and between an act's COMMIT and its reply. Then the act is done and
 * nobody knows; the client repeats it under its key, and must get the answer that was kept.
 */
export function apiKilled(options: { readonly atRandom: number; readonly atReply: number }): Fault {
  const { atRandom, atReply } = options;
  return {
    name: 'api-killed',
    zh: `接口进程 kill -9：随机${atRandom}次，提交与答复之间${atReply}次`,
    en: `API killed: ${atRandom} times at random, ${atReply} times between COMMIT and reply`,
    begin(ground) {
      const beside = new Beside();
      const keys: string[] = [];
      let armed = 0;
      beside.at(ground, ground.moments(atReply), () => {
        armed += 1;
        return Promise.resolve();
      });
      beside.at(ground, ground.moments(atRandom), () => killAtRandom(ground, this.name, 'api'));
      const stop = watchAll(ground, 'api', (name, { text, earlier }) => {
        const key = earlier.map(keyOf).find((found) => found !== null);
        if (armed === 0 || text !== 'COMMIT' || key === undefined) return undefined;
        armed -= 1;
        keys.push(key);
        return () => {
          processOf(ground, name).kill();
          beside.do(async () => {
            const deed = `${name} kill -9 between its COMMIT and the reply`;
            ground.meetings.note(this.name, deed, null, await ground.open());
          });
        };
      });
      return {
        end: async () => {
          stop();
          await beside.end();
        },
        missing: () => [
          ...(keys.length < atReply ? [`${keys.length} of ${atReply} replies were lost`] : []),
          ...keys
            .filter((key) => !ground.acts.answers.has(key))
            .map((key) => `the act under key ${key} was never answered`),
        ],
      };
    },
  };
}
