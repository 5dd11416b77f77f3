import { declaredRoutes } from './declared-routes.ts';
import { prove } from './prove.ts';

const controller = (decorators: string) =>
  `@Controller('v1') class Bids { ${decorators} list() { return []; } }`;

prove('declared-routes', declaredRoutes, {
  passes: {
    'a route with both': controller(`@Get() @Allow('bid.list') @Documented({ summary: '' })`),
    'a method that is no route': controller(''),
  },
  refuses: {
    'a route without its act': [controller(`@Get() @Documented({ summary: '' })`), 1],
    'a route without documentation': [controller(`@Post('x') @Allow('bid.submit')`), 1],
    'a route with neither': [controller('@Delete()'), 2],
    'a route with two acts': [
      controller(`@Put() @Allow('bid.a') @Allow('bid.b') @Documented({ summary: '' })`),
      1,
    ],
    'an act on a method that is no route': [controller(`@Allow('bid.list')`), 1],
  },
});
