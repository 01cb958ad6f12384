import { enableCompileCache } from 'node:module';

// What Node compiled of these scripts and of their packages serves again: a quarter less work for a check.
enableCompileCache('.cache/node');
