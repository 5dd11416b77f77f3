import { Injectable } from '@nestjs/common';
import { Redis } from 'ioredis';
import { Door } from '../database/door';
import { Temporal } from '../temporal/temporal';

type Answer = 'up' | 'down';

/** What the service can reach now. */
export interface Readiness {
  readonly postgres: Answer;
  readonly redis: Answer;
  readonly temporal: Answer;
}

const PATIENCE_MS = 2_000;

/** Asks each server whether it is there. */
@Injectable()
export class Probes {
  constructor(
    private readonly door: Door,
    private readonly redis: Redis,
    private readonly temporal: Temporal,
  ) {}

  async ask(): Promise<Readiness> {
    const [postgres, redis, temporal] = await Promise.all([
      answerOf(this.door.ping()),
      answerOf(this.redis.ping()),
      answerOf(this.temporal.isUp().then((isUp) => (isUp ? true : Promise.reject(new Error())))),
    ]);
    return { postgres, redis, temporal };
  }
}

async function answerOf(asked: Promise<unknown>): Promise<Answer> {
  let timer: NodeJS.Timeout | undefined;
  const tooLong = new Promise<Answer>((resolve) => {
    timer = setTimeout(() => resolve('down'), PATIENCE_MS);
  });
  const answer = asked.then(
    () => 'up' as const,
    () => 'down' as const,
  );
  try {
    return await Promise.race([answer, tooLong]);
  } finally {
    clearTimeout(timer);
  }
}
