import { spawnSync } from 'node:child_process';
import { cpus, release, totalmem, type } from 'node:os';
import type { Cost } from './bench-run.ts';

/** The bench's account: Markdown, for developers. Ratios first: seconds are those of one machine. */

export type Measured = Cost & { readonly phases?: Readonly<Record<string, number>> };

/** One publication, and all that was measured of it. */
export interface Subject {
  readonly name: string;
  /** Stories and tools, or teams when there are none. */
  readonly size: number;
  readonly check: Measured;
  /** Draws every picture: those of teams, and the card of each page. */
  readonly first: Measured;
  /** Without any cache but that of the pictures. */
  readonly cold: Measured;
  readonly same: Measured;
  /** Not measured without a story. */
  readonly changed?: Measured;
  readonly others: readonly {
    readonly name: string;
    readonly absent?: string | undefined;
    readonly cost?: Cost | undefined;
  }[];
}

const number = (value: number | undefined, digits = 1): string =>
  value === undefined
    ? '—'
    : value.toLocaleString('en-GB', { maximumFractionDigits: digits, minimumFractionDigits: digits });
const ratio = (a: number | undefined, b: number | undefined): string =>
  a === undefined || b === undefined || b === 0 ? '—' : `× ${number(a / b, a / b < 10 ? 2 : 1)}`;

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map((_, index) => (index === 0 ? '---' : '--:')), ...rows]
    .map((row) => `| ${row.join(' | ')} |`)
    .join('\n');

/** What was done, what it took, or why it was not done. */
type Line = readonly [what: string, cost: Cost | undefined, absent?: string | undefined];

/** The machine, and the state of the project, in one paragraph. */
export function machine(minutes: number): string {
  const git =
    spawnSync('git', ['log', '-1', '--format=%h of %cs'], { encoding: 'utf8' }).stdout?.trim() || 'unknown';
  const memory = Math.round(totalmem() / 1e9);
  return `${new Date().toISOString().slice(0, 10)}, commit ${git}, Node ${process.versions.node}, ${cpus().length} cores (${cpus()[0]?.model.trim() ?? 'unknown'}), ${memory} GB, ${type()} ${release()}. The run took ${number(minutes, 0)} minutes.`;
}

const named = (subject: Subject, what: string) => `${subject.name}: ${what}`;

/** Time of the processors, which other work on the machine changes least; of the clock where it is not known. */
const work = ({ cpu, wall }: Cost): number => cpu ?? wall;

function ratios(subjects: readonly Subject[]): string {
  const [smallest] = subjects;
  const rows = subjects.map((one) => {
    const beside = one.others.map(({ cost }) => ratio(work(one.cold), cost && work(cost)));
    const each = (cost: Cost, subject: Subject) => work(cost) / subject.size;
    const linear =
      smallest && smallest !== one && one.changed
        ? ratio(each(one.cold, one), each(smallest.cold, smallest))
        : '—';
    return [
      one.name,
      ...(beside.length > 0 ? beside : ['—', '—']),
      linear,
      ratio(work(one.first), work(one.cold)),
      ratio(work(one.same), work(one.cold)),
      ratio(one.changed && work(one.changed), work(one.cold)),
      ratio(one.changed && work(one.changed), work(one.first)),
    ];
  });
  const names = subjects[0]?.others.map(({ name }) => `cold build ÷ ${name}`) ?? [];
  const head = [
    'Publication',
    ...names,
    'cold, for each text, ÷ smallest size',
    'first ÷ cold',
    'nothing changed ÷ cold',
    'one story changed ÷ cold',
    'one story changed ÷ first',
  ];
  return table(head, rows);
}

function absolute(subjects: readonly Subject[]): string {
  const rows = subjects.flatMap((one) => {
    const costs: Line[] = [
      ['check', one.check],
      ['first build', one.first],
      ['cold build', one.cold],
      ['nothing changed', one.same],
      ['one story changed', one.changed],
      ...one.others.map(({ name, cost, absent }): Line => [name, cost, absent]),
    ];
    return costs
      .filter(([, cost, absent]) => cost ?? absent)
      .map(([what, cost, absent]) => [
        named(one, absent ? `${what}, ${absent}` : what),
        number(cost?.wall),
        number(cost?.cpu),
        number(cost?.memory, 0),
        cost ? number((work(cost) * 1000) / one.size) : '—',
      ]);
  });
  return table(
    ['', 'clock (s)', 'processors (s)', 'memory (MB)', 'processors, for each text or team (ms)'],
    rows,
  );
}

const PHASES: Readonly<Record<string, string>> = {
  controle: 'check',
  infographies: 'pictures',
  contenu: 'content',
  pages: 'pages',
  index: 'index',
  fichiers: 'files',
  fin: 'in place',
};

function phases(subjects: readonly Subject[]): string {
  const rows = subjects.flatMap((one) =>
    (['first', 'cold', 'same', 'changed'] as const).flatMap((key) => {
      const known = one[key]?.phases;
      const what = { first: 'first', cold: 'cold', same: 'nothing changed', changed: 'one story changed' }[
        key
      ];
      return known
        ? [[named(one, what), ...Object.keys(PHASES).map((phase) => number(known[phase] ?? 0))]]
        : [];
    }),
  );
  return table(['Seconds on the clock', ...Object.values(PHASES)], rows);
}

/** The whole report. */
export function report(subjects: readonly Subject[], where: string): string {
  return `# Benchmarks

${where} Written by \`npm run bench -- rapport\`.

Publications are made by \`scripts/bench-content.ts\`: half stories and half tools, of about 900 words each, with headings,
two footnotes, blocks and links from stories to tools and back, and ten teams; the one of a thousand teams
has their yearly answers and no text. Eleventy and Hugo publish the same Markdown files through one plain template, without
style, list, check, search nor picture. The « first » build finds nothing kept, as on a machine that has never built the site, and draws
every picture: the infographics of teams (« pictures »), and the card of each page (in « files »). « Cold » finds them drawn, and nothing else.

## Ratios

Of the processors' time, the build being everything from the check to the site in its place.

${ratios(subjects)}

## Costs

Processors: user and system time of the command and of what it started. Memory: most that they held at once.

${absolute(subjects)}

## Phases of a build

« Pages » are the bundle, the pages and their images; « index » is the search and what hosts read; « files » go with pages: cards, citations, infographics.

${phases(subjects)}
`;
}
