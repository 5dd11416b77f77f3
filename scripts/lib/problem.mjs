/** Something the person at the terminal can mend: shown as its text alone, without a stack. */
export class Problem extends Error {
  /** @param {string} zh @param {string} en */
  constructor(zh, en) {
    super(`${zh}\n${en}`);
  }
}

/** Runs a script's main function; a problem ends it with status 1 and its text. */
export async function runMain(main) {
  try {
    await main();
  } catch (error) {
    console.error(error instanceof Problem ? error.message : error);
    process.exitCode = 1;
  }
}
