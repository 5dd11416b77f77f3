import { Beside, type Fault } from '../harm';
import { killAtRandom } from './processes';

const names = ['worker', 'api-2', 'relay', 'worker-2', 'api', 'relay-2'] as const;

/** Two HTTP processes, two workers and two relays at once, clients going from one to the other; each is killed in turn. */
export function twoOfEach(options: { readonly kills: number }): Fault {
  const { kills } = options;
  return {
    name: 'two-of-each',
    zh: `接口、工作、中继进程各两个，轮流 kill -9 共${kills}次`,
    en: `two API processes, two workers, two relays, ${kills} kills in turn`,
    count: { api: 2, worker: 2, relay: 2 },
    begin(ground) {
      const beside = new Beside();
      let done = 0;
      const moments = ground.moments(kills);
      beside.at(ground, moments, async (moment) => {
        await killAtRandom(ground, this.name, names[moments.indexOf(moment) % names.length]!);
        done += 1;
      });
      return {
        end: () => beside.end(),
        missing: () => [
          ...(done < kills ? [`${done} of ${kills} kills`] : []),
          ...names
            .filter((name) => ground.proxies.get(name)!.commits === 0)
            .map((name) => `${name} did nothing`),
        ],
      };
    },
  };
}
