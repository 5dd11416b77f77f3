import { databaseInItsFiles } from './database-in-its-files.ts';
import { prove } from './prove.ts';

prove('database-in-its-files', databaseInItsFiles, {
  passes: {
    'a call of a repository': 'await this.bids.insert(ctx, bid);',
    'another library': `import { Injectable } from '@nestjs/common';`,
  },
  refuses: {
    'an import': [`import { In } from 'typeorm';`, 1],
    'an import of types': [`import type { EntityManager } from 'typeorm';`, 1],
    'a type imported in passing': [`let manager: import('typeorm').EntityManager;`, 1],
    'a require': [`const { In } = require('typeorm');`, 1],
    'an import at run time': [`const orm = await import('typeorm');`, 1],
    'the library handed on': [`export { In } from 'typeorm'; export * from 'typeorm';`, 2],
    'the manager of a context': [`await ctx.manager.query('SELECT 1');`, 1],
    'the manager taken out of a context': ['const { manager } = ctx;', 1],
    'the pool behind the door': [`await this.door.dataSource.query('SELECT 1');`, 1],
  },
});
