import ts from 'typescript';

import { classesIn, decorationsOf, sources, textOf, type Decoration } from './sources';

/** One method of a controller that answers requests, as written. */
export interface WrittenRoute {
  /** `NeedsController.submit` */
  readonly handler: string;
  /** `POST /v1/needs/{needId}` */
  readonly route: string;
  /** The acts that it names; a sound route names one. */
  readonly acts: readonly string[];
  /** The codes that its documentation says it may refuse with. */
  readonly refusals: readonly string[];
}

const VERBS = ['Get', 'Post', 'Put', 'Patch', 'Delete', 'Head', 'Options', 'All'];

/** Every route that the controllers declare, found without starting the application. */
export function writtenRoutes(): WrittenRoute[] {
  return sources('src/**/*.controller.ts').flatMap(classesIn).flatMap(routesOf);
}

function routesOf(controller: ts.ClassDeclaration): WrittenRoute[] {
  const base = pathIn(decorationsOf(controller), 'Controller');
  return controller.members.filter(ts.isMethodDeclaration).flatMap((method) => {
    const decorations = decorationsOf(method);
    const verbs = VERBS.filter((verb) => decorations.some(({ name }) => name === verb));
    return verbs.map((verb) => ({
      handler: `${controller.name?.text}.${method.name.getText()}`,
      route: `${verb.toUpperCase()} ${join(base, pathIn(decorations, verb))}`,
      acts: decorations.filter(({ name }) => name === 'Allow').map(({ args }) => textOf(args[0])),
      refusals: refusalsIn(decorations),
    }));
  });
}

function pathIn(decorations: readonly Decoration[], name: string): string {
  return textOf(decorations.find((decoration) => decoration.name === name)?.args[0]);
}

function join(...parts: string[]): string {
  const path = parts.map((part) => part.replace(/^\/|\/$/g, '')).filter((part) => part !== '');
  return `/${path.join('/').replace(/:(\w+)/g, '{$1}')}`;
}

function refusalsIn(decorations: readonly Decoration[]): string[] {
  const documented = decorations.find(({ name }) => name === 'Documented')?.args[0];
  if (documented === undefined || !ts.isObjectLiteralExpression(documented)) return [];
  return documented.properties
    .filter(ts.isPropertyAssignment)
    .filter(({ name }) => name.getText() === 'refusals')
    .flatMap(({ initializer }) =>
      ts.isArrayLiteralExpression(initializer) ? initializer.elements.map(textOf) : [],
    );
}
