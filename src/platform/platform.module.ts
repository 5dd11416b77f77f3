import { join } from 'node:path';
import { Global, Module, type DynamicModule, type OnApplicationShutdown } from '@nestjs/common';
import { APP_GUARD, APP_INTERCEPTOR, DiscoveryModule, ModuleRef } from '@nestjs/core';
import { Redis } from 'ioredis';
import { AccessGuard } from './auth/access.guard';
import { Settings } from './config/settings';
import { appDataSource, type Tables } from './database/app-data-source';
import { Door } from './database/door';
import { readInstance, type Instance, INSTANCE } from './database/instance';
import { HealthController } from './health/health.controller';
import { FeedController } from './record/feed.controller';
import { FeedQuery } from './record/feed.query';
import { Probes } from './health/probes';
import { TransactionInterceptor } from './http/transaction.interceptor';
import { LocalStore } from './storage/local-store';
import { ObjectStore } from './storage/object-store';
import { ActivityRegistry } from './temporal/activity-registry';
import { Temporal } from './temporal/temporal';

const providers = [
  {
    provide: Temporal,
    inject: [Settings, INSTANCE],
    useFactory: (settings: Settings, instance: Instance) =>
      Temporal.open(settings.TEMPORAL_ADDRESS, settings.TEMPORAL_NAMESPACE, instance.id),
  },
  {
    provide: Redis,
    inject: [Settings],
    useFactory: (settings: Settings) =>
      new Redis(settings.REDIS_URL, {
        maxRetriesPerRequest: null,
        enableOfflineQueue: false,
        retryStrategy: (attempt) => Math.min(attempt * 200, 3_000),
      }).on('error', () => undefined),
  },
  {
    provide: INSTANCE,
    inject: [Door],
    useFactory: (door: Door) => readInstance(door),
  },
  ActivityRegistry,
  FeedQuery,
  Probes,
];

/** The technology, for every process of the service: settings, the door to the database, Temporal, Redis. */
@Global()
@Module({})
export class PlatformModule implements OnApplicationShutdown {
  constructor(private readonly moduleRef: ModuleRef) {}

  /** @param entities the tables of registers and stages, as the application hands them in */
  static with(settings: Settings, entities: Tables): DynamicModule {
    return {
      module: PlatformModule,
      imports: [DiscoveryModule],
      controllers: [HealthController, FeedController],
      providers: [
        { provide: Settings, useValue: settings },
        {
          provide: Door,
          useFactory: async () => {
            const { DATABASE_URL, DATABASE_POOL } = settings;
            return new Door(
              await appDataSource(DATABASE_URL, DATABASE_POOL, entities).initialize(),
            );
          },
        },
        {
          provide: ObjectStore,
          useValue: new LocalStore(join(settings.DATA_DIR, 'objects')),
        },
        ...providers,
        { provide: APP_GUARD, useClass: AccessGuard },
        { provide: APP_INTERCEPTOR, useClass: TransactionInterceptor },
      ],
      exports: [Settings, Door, ObjectStore, INSTANCE, Redis, Temporal, ActivityRegistry],
    };
  }

  /** Closes what was opened, last what others use. */
  async onApplicationShutdown(): Promise<void> {
    this.moduleRef.get(Redis).disconnect();
    await this.moduleRef.get(Temporal).close();
    await this.moduleRef.get(Door).close();
  }
}
