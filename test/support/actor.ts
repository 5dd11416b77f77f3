import type { Answer } from '../../demo/actor';

export { Actor, type Answer } from '../../demo/actor';

/** Passes when the call was refused with this status and code, as problem+json. */
export async function expectRefusal(
  call: Promise<Answer>,
  status: number,
  code: string,
): Promise<Answer> {
  const answer = await call;
  expect({ status: answer.status, code: answer.body?.code, text: answer.text }).toEqual({
    status,
    code,
    text: answer.text,
  });
  expect(answer.headers.get('content-type')).toContain('application/problem+json');
  return answer;
}
