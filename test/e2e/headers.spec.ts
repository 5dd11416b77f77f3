import request from 'supertest';
import { openStage, type Stage } from '../support/stage';

/** What every answer carries, whoever asked and whatever came of it. */
describe('every answer', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage({ startsAt: '2020-02-03T09:00:00+08:00' });
  });
  afterAll(() => stage.close());

  it.each(['/health', '/v1/clock', '/v1/units', '/v1/nothing', '/docs'])(
    'forbids browsers to guess, frame or leak: %s',
    async (path) => {
      const { headers } = await request(stage.url).get(path);
      expect(headers['x-content-type-options']).toBe('nosniff');
      expect(headers['content-security-policy']).toContain("default-src 'none'");
      expect(headers['strict-transport-security']).toContain('max-age=');
      expect(headers['x-powered-by']).toBeUndefined();
    },
  );

  it('is not kept by caches, except what is the same for everyone', async () => {
    const clock = await request(stage.url).get('/v1/clock');
    expect(clock.headers['cache-control']).toBe('no-store');
    const contract = await request(stage.url).get('/openapi.json');
    expect(contract.headers['cache-control']).toContain('public');
  });

  it('carries the trace that the caller began, and ignores one that is none', async () => {
    const trace = '4bf92f3577b34da6a3ce929d0e0e4736';
    const traced = await request(stage.url)
      .get('/v1/clock')
      .set('traceparent', `00-${trace}-00f067aa0ba902b7-01`);
    expect(traced.headers['x-trace-id']).toBe(trace);
    const untraced = await request(stage.url).get('/v1/clock').set('traceparent', 'x'.repeat(55));
    expect(untraced.headers['x-trace-id']).toMatch(/^[0-9a-f]{32}$/);
  });

  it('is a problem where the method is not taken', async () => {
    const { status, body } = await request(stage.url).patch('/v1/units');
    expect([status, body.code]).toEqual([404, 'HTTP.ROUTE_UNKNOWN']);
  });

  it('does not believe who a header says the caller is', async () => {
    const { status } = await request(stage.url)
      .get('/v1/units')
      .set('x-user-id', stage.admin.personId)
      .set('x-forwarded-for', '10.0.0.1');
    expect(status).toBe(401);
  });

  it('tells whether the service is up, and what it can reach', async () => {
    const ready = await request(stage.url).get('/health/ready');
    expect([ready.status, ready.body]).toEqual([
      200,
      { postgres: 'up', redis: 'up', temporal: 'up' },
    ]);
  });
});
