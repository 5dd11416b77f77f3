import type { Answer } from '../actor';

/** The body of an answer that has to be a good one. */
export async function accepted(answered: Promise<Answer>): Promise<any> {
  const { status, body, text } = await answered;
  if (status >= 400) throw new Error(text);
  return body;
}
