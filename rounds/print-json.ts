import { readRuleSetFile } from './rules-file';

/**
 * Prints a sound rule set as JSON, which is how the service takes it when a round is drawn up.
 * @throws RulesRefused
 */
export function printJson(path: string, print: (line: string) => void): void {
  print(JSON.stringify(readRuleSetFile(path), null, 2));
}
