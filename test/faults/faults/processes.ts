import type { Supervised } from '../../../src/service/supervised';
import type { Count, Ground } from '../ground';
import type { AtReply, Statement } from '../postgres-proxy';

/** A process of the ground, by its name. */
export function processOf({ service }: Ground, name: string): Supervised {
  const [kind, n = '1'] = name.split('-') as ['api' | 'worker' | 'relay', string?];
  return service[kind][Number(n) - 1]!;
}

/** Watches all processes of a kind; gives back what ends it. */
export function watchAll(
  { proxies }: Ground,
  kind: keyof Count,
  watch: (name: string, statement: Statement) => Promise<AtReply | undefined> | AtReply | undefined,
): () => void {
  const ends = [...proxies]
    .filter(([name]) => name.split('-')[0] === kind)
    .map(([name, proxy]) => proxy.watch((statement) => watch(name, statement)));
  return () => ends.forEach((end) => end());
}

/** Ends a process without warning, at a moment that was not chosen: what was open then is what it met. */
export async function killAtRandom(ground: Ground, fault: string, name: string): Promise<void> {
  const met = await ground.open();
  processOf(ground, name).kill();
  ground.meetings.note(fault, `${name} kill -9`, null, met);
}
