import { RequestMethod, type INestApplication } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/internal';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import { accessTable, type Act } from '../../access/access-table';
import { ACT } from './allow.decorator';

/** One route as the code has it. */
interface FoundRoute {
  readonly route: string;
  readonly act: Act | undefined;
  readonly handler: string;
}

/** Every route of the application, with the act it names. */
function findRoutes(app: INestApplication): FoundRoute[] {
  const reflector = new Reflector();
  const scanner = new MetadataScanner();
  return app
    .get(DiscoveryService, { strict: false })
    .getControllers()
    .flatMap(({ instance, metatype }) => {
      const prototype: unknown = Object.getPrototypeOf(instance);
      const base = pathOf(metatype as object);
      return scanner.getAllMethodNames(prototype as object).flatMap((name) => {
        const handler = (prototype as Record<string, () => unknown>)[name]!;
        const method = Reflect.getMetadata(METHOD_METADATA, handler) as RequestMethod | undefined;
        if (method === undefined) return [];
        const path = joinPath(base, pathOf(handler));
        return [
          {
            route: `${RequestMethod[method]} ${path}`,
            act: reflector.get<Act | undefined>(ACT, handler),
            handler: `${metatype?.name}.${name}`,
          },
        ];
      });
    });
}

function pathOf(target: object): string {
  return String(Reflect.getMetadata(PATH_METADATA, target) ?? '');
}

function joinPath(...parts: string[]): string {
  const joined = parts.map((part) => part.replace(/^\/|\/$/g, '')).filter(Boolean);
  return `/${joined.join('/')}`.replace(/:(\w+)/g, '{$1}');
}

/**
 * Refuses to start unless routes and rows of the access table are the same set: no route without a row, no row without a
 * route, none twice.
 * @throws Error naming every difference
 */
export function checkRoutes(app: INestApplication): void {
  const faults: string[] = [];
  const seen = new Map<string, string>();
  for (const { route, act, handler } of findRoutes(app)) {
    if (act === undefined) faults.push(`${handler} (${route}) names no act`);
    else if (accessTable[act].route !== route) {
      faults.push(`${handler} is ${route}, but the table has ${act} at ${accessTable[act].route}`);
    } else if (seen.has(act)) faults.push(`${handler} and ${seen.get(act)} both are ${act}`);
    else seen.set(act, handler);
  }
  for (const act of Object.keys(accessTable)) {
    if (!seen.has(act)) faults.push(`no route is ${act}`);
  }
  if (faults.length > 0)
    throw new Error(`routes and access table differ:\n  ${faults.join('\n  ')}`);
}
