import type { Actor, Answer } from './actor';

/**
 * Acts on a thing as it stands, by the version that was read. Where the service or somebody else was quicker, it is read again
 * and decided anew, as a good client does.
 */
export async function asItStands(
  reader: Actor,
  path: string,
  act: (thing: any) => Promise<Answer>,
): Promise<Answer> {
  for (;;) {
    const answer = await act(await reader.ok.get(path));
    if (answer.body?.code !== 'HTTP.STALE') return answer;
  }
}
