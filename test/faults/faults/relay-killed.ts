import type { Ground } from '../ground';
import { Beside, type Fault } from '../harm';
import type { Statement } from '../postgres-proxy';
import { killAtRandom, processOf, watchAll } from './processes';

const MARK = 'UPDATE outbox SET delivered_at';

/** A point in the relay's work at which it is killed. */
interface Point {
  readonly told: string;
  /** What its transaction has said by then. */
  readonly said: string;
  readonly when: 'before' | 'at reply';
}

const allPoints: readonly Point[] = [
  { told: 'between sending to Temporal and marking', said: MARK, when: 'before' },
  { told: 'between its COMMIT and the reply', said: MARK, when: 'at reply' },
  { told: 'placing events, at COMMIT', said: 'INSERT INTO audit_positions', when: 'at reply' },
  { told: 'moving legal time, at COMMIT', said: 'UPDATE legal_time', when: 'at reply' },
];

/** The relay is killed: at moments of chance, and at the points where a message could be lost or doubled. */
export function relayKilled(options: {
  readonly atRandom: number;
  readonly atEachPoint: number;
  /** How many of the set points; all unless said. */
  readonly firstPoints?: number;
}): Fault {
  const { atRandom, atEachPoint } = options;
  const points = allPoints.slice(0, options.firstPoints);
  return {
    name: 'relay-killed',
    zh: `中继进程 kill -9：随机${atRandom}次；发送与标记之间、提交与答复之间等${points.length}处各${atEachPoint}次`,
    en: `relay killed: ${atRandom} times at random, ${atEachPoint} times at each of ${points.length} set points`,
    begin(ground) {
      const beside = new Beside();
      const wanted = points.flatMap((point) => Array.from({ length: atEachPoint }, () => point));
      const armed: Point[] = [];
      let done = 0;
      const kill = (name: string, point: Point, statement: Statement) => {
        processOf(ground, name).kill();
        done += 1;
        beside.do(async () => {
          const met = await targetsOf(ground, statement);
          ground.meetings.note(this.name, `${name} kill -9 ${point.told}`, null, met);
        });
      };
      const moments = ground.moments(wanted.length);
      beside.at(ground, moments, (moment) => {
        armed.push(wanted[moments.indexOf(moment)]!);
        return Promise.resolve();
      });
      beside.at(ground, ground.moments(atRandom), () => killAtRandom(ground, this.name, 'relay'));
      const stop = watchAll(ground, 'relay', (name, statement) => {
        const n = armed.findIndex((point) => isAt(point, statement));
        if (n === -1) return undefined;
        const [point] = armed.splice(n, 1);
        if (point!.when === 'at reply') return () => kill(name, point!, statement);
        kill(name, point!, statement);
        return undefined;
      });
      return {
        end: async () => {
          stop();
          await beside.end();
        },
        missing: () =>
          done < wanted.length ? [`${done} of ${wanted.length} set points were met`] : [],
      };
    },
  };
}

function isAt({ said, when }: Point, { text, earlier }: Statement): boolean {
  if (when === 'before') return text.includes(said);
  return text === 'COMMIT' && earlier.some((one) => one.text.includes(said));
}

/** The processes that the events concern which were on their way. */
async function targetsOf(ground: Ground, statement: Statement) {
  const marked = [...statement.earlier, statement].find(({ text }) => text.includes(MARK));
  if (marked === undefined) return [];
  const rows = await ground.sql(
    `SELECT DISTINCT t->>'kind' AS kind, t->>'id' AS id
     FROM outbox, jsonb_array_elements(targets::jsonb) t WHERE event_id = ANY($1::uuid[])`,
    [marked.parameters[0]],
  );
  return Promise.all(rows.map((row) => ground.see(row)));
}
