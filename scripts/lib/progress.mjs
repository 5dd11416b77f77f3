/** Says on the terminal what the set-up does; standard output stays the command's own. */
export function say(text) {
  process.stderr.write(`[set-up] ${text}\n`);
}

/** Does one step and says, when it is done, what it was and how long it took. */
export async function timed(title, work) {
  const begun = performance.now();
  const result = await work();
  say(`${title} ✓ ${((performance.now() - begun) / 1000).toFixed(1)} s`);
  return result;
}
