import { reportContent } from './report.ts';
import { command } from './user-error.ts';

await command(reportContent);
