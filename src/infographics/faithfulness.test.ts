import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatDate } from '#src/domain/dates.ts';
import { formatNumber } from '#src/domain/french.ts';
import type { Said } from '#src/domain/said.ts';
import type { Scan as Answers } from '#src/schemas/scan.ts';
import { scanRows } from './open-data.ts';
import { scanContents } from './scan-contents.ts';
import { scanSentences } from './scan-sentences.ts';
import { scanA4 } from './scenes/scan-a4.ts';
import { scanLink } from './scenes/scan-link.ts';
import { scanSocial } from './scenes/scan-social.ts';
import { PUBLICATION, scanArbitrary, VOCABULAIRE } from './testing.ts';
import type { Node } from './tree.ts';
import type { Vector } from './vectors.ts';

/**
 * The proof that no figure is lost or bent: what is said is read back against the raw answers by rules written here
 * once more, not by those that said it.
 */
/** Layouts take a while; a fault takes longer, to find its smallest form. */
const MINUTES = 300_000;

type Sample = typeof scanArbitrary extends fc.Arbitrary<infer Value> ? Value : never;

const plain = (text: string) => text.replaceAll(/[\u00A0\u202F]/g, ' ').toLocaleLowerCase('fr');
/** Every figure of a text; thousands hold together. */
const figuresIn = (text: string): string[] =>
  (text.replaceAll(/(\d)[\u00A0\u202F ](?=\d{3}(?!\d))/g, '$1').match(/\d+(?:,\d+)?/g) ?? []).map((figure) =>
    figure.replace(/^0+(?=\d)/, ''),
  );

function valueAt(root: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (value, step) =>
      typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[step] : undefined,
    root,
  );
}

/** The words in which an answer may be said; none when there was no answer. */
function wordsOf(value: unknown): string[] {
  if (value === undefined) return [];
  if (typeof value === 'number') return [formatNumber(value)];
  if (typeof value === 'boolean') return [value ? 'oui' : 'non'];
  if (Array.isArray(value)) return value.length === 0 ? ['Aucun'] : [];
  if (typeof value === 'object' && value !== null)
    return Object.values(value).map((bound) => formatNumber(Number(bound)));
  const text = String(value);
  const metier = VOCABULAIRE.professions.get(text);
  if (metier) return [metier.nom, metier.pluriel];
  const structure = VOCABULAIRE.structures.get(text);
  if (structure) return [structure.nom, structure.pluriel];
  const forme = VOCABULAIRE.formes.get(text);
  if (forme) return [forme.nom];
  if (/^\d{4}(-\d\d){0,2}$/.test(text)) return [formatDate(text)];
  return [text, PUBLICATION.departements[text] ?? text];
}

/** The named rules, written once more. */
function ruleValue(rule: string, { composition, ...answers }: Answers): string {
  const [name = '', argument = ''] = rule.split('.');
  const total = composition.reduce((sum, { nombre }) => sum + nombre, 0);
  switch (name) {
    case 'total':
      return formatNumber(total);
    case 'metiers':
      return String(composition.length);
    case 'famille':
      return formatNumber(
        composition
          .filter(({ profession }) => VOCABULAIRE.professions.get(profession)?.famille === argument)
          .reduce((sum, { nombre }) => sum + nombre, 0),
      );
    case 'compte':
      return String((answers[argument as 'protocoles'] ?? []).length);
    case 'part': {
      const share = (100 * (composition[Number(argument)]?.nombre ?? 0)) / total;
      return String(Math.min(99, Math.max(1, Math.round(share))));
    }
    case 'echelle':
      return argument;
    case 'adresse':
      return 'la-vague.example/equipes/essai/';
    default:
      throw new Error(`règle sans nom connu : ${rule}`);
  }
}

function sourceWords(source: string, { answers, equipe }: Sample): string[] {
  if (source.startsWith('regle:')) return [ruleValue(source.slice('regle:'.length), answers)];
  // A year is not a quantity: no space in its thousands.
  if (source === 'annee') return [String(answers.annee)];
  const path = source.split('.');
  return path[0] === 'equipe' ? wordsOf(valueAt(equipe, path.slice(1))) : wordsOf(valueAt(answers, path));
}

/** Figures that a text shows and that none of its sources gives. */
function unfounded({ texte, sources }: Said, sample: Sample): string[] {
  const given = new Set(sources.flatMap((source) => sourceWords(source, sample)).flatMap(figuresIn));
  return figuresIn(texte).filter((figure) => !given.has(figure));
}

/** Every answer of a form, by its path; what is not asked to be on a picture is left out. */
function leaves(value: unknown, path: string[] = []): string[][] {
  if (value === undefined) return [];
  if (Array.isArray(value) && value.length > 0)
    return value.flatMap((item, index) => leaves(item, [...path, String(index)]));
  if (Array.isArray(value)) return path.at(-1) === 'professions' ? [] : [path];
  if (typeof value === 'object' && value !== null && path.at(-1) !== 'heures_par_semaine')
    return Object.entries(value).flatMap(([key, item]) => leaves(item, [...path, key]));
  return [path];
}
const NOT_SHOWN = new Set(['equipe', 'brouillon', 'demonstration']);

interface Shown {
  readonly said: Said[];
  readonly vectors: Vector[];
}
function shownBy(node: Node): Shown {
  const { said, vector, children } = node.props;
  const below = Array.isArray(children) ? (children as readonly Node[]).map(shownBy) : [];
  return {
    said: [...(said ? [said] : []), ...below.flatMap((shown) => shown.said)],
    vectors: [...(vector ? [vector] : []), ...below.flatMap((shown) => shown.vectors)],
  };
}

/** Answers that nothing shown tells in their own words. */
function untold(sample: Sample, said: readonly Said[]): string[] {
  const { answers } = sample;
  return (
    leaves(answers)
      .filter(([first = '']) => !NOT_SHOWN.has(first))
      // With a source of its own, the footer names it; the day of the form is said when there is none.
      .filter(([first]) => !(first === 'date' && answers.source !== undefined))
      .map((path) => path.join('.'))
      .filter((path) => {
        const words = sourceWords(path, sample).map(plain);
        const own = said.filter(({ sources }) => sources.includes(path)).map(({ texte }) => plain(texte));
        return !own.some((text) =>
          path.endsWith('heures_par_semaine')
            ? words.every((word) => text.includes(word))
            : words.some((word) => text.includes(word.replace(/\.$/, ''))),
        );
      })
  );
}

test(
  'chaque chiffre d’un Scan’équipe vient d’une réponse ou d’une règle nommée, et chaque réponse y est',
  async () => {
    await fc.assert(
      fc.asyncProperty(scanArbitrary, async (sample) => {
        const { node } = await scanA4(scanContents(sample.data), sample.data.edition);
        const { said, vectors } = shownBy(node);
        expect(
          said.flatMap((text) => unfounded(text, sample).map((figure) => `${figure} dans « ${text.texte} »`)),
        ).toEqual([]);
        expect(untold(sample, said)).toEqual([]);
        // One dot for one person, in the colour of its family.
        const rosace = vectors.find((vector) => vector.kind === 'rosace');
        const people = sample.answers.composition.reduce((sum, { nombre }) => sum + nombre, 0);
        expect(rosace?.groupes.reduce((sum, { nombre }) => sum + nombre, 0)).toBe(people);
      }),
      { numRuns: 60 },
    );
  },
  MINUTES,
);

test(
  'les autres formats ne montrent aucun chiffre sans source, et chaque métier est sur l’image des réseaux',
  async () => {
    await fc.assert(
      fc.asyncProperty(scanArbitrary, async (sample) => {
        const contents = scanContents(sample.data);
        const [social, link] = await Promise.all(
          [scanSocial, scanLink].map(
            async (scene) => shownBy((await scene(contents, sample.data.edition)).node).said,
          ),
        );
        for (const said of [social ?? [], link ?? []])
          expect(
            said.flatMap((text) =>
              unfounded(text, sample).map((figure) => `${figure} dans « ${text.texte} »`),
            ),
          ).toEqual([]);
        const composition = leaves({ composition: sample.answers.composition });
        const told = untold(
          { ...sample, answers: { composition: sample.answers.composition } as Answers },
          social ?? [],
        );
        expect(composition.length).toBeGreaterThan(0);
        expect(told).toEqual([]);
      }),
      { numRuns: 60 },
    );
  },
  MINUTES,
);

test('le texte et le tableau disent les chiffres des réponses, et aucun autre', () => {
  fc.assert(
    fc.property(scanArbitrary, (sample) => {
      const { answers, equipe, data } = sample;
      const given = new Set(
        [
          ...leaves(answers).flatMap((path) => sourceWords(path.join('.'), sample)),
          ...Object.values(equipe).flatMap(wordsOf),
          ...['total', 'metiers', 'compte.sites', 'compte.protocoles', 'compte.prevention', 'compte.etp'].map(
            (rule) => ruleValue(rule, answers),
          ),
        ].flatMap(figuresIn),
      );
      const sentences = scanSentences(data).join(' ');
      const rows = scanRows(scanContents(data)).flat().join(' | ');
      for (const text of [sentences, rows])
        expect(figuresIn(text).filter((figure) => !given.has(figure))).toEqual([]);
      for (const { profession, nombre } of answers.composition) {
        const metier = VOCABULAIRE.professions.get(profession);
        const label = `${formatNumber(nombre)} ${nombre < 2 ? metier?.nom : metier?.pluriel}`;
        expect(plain(sentences)).toContain(plain(label));
      }
    }),
    { numRuns: 400 },
  );
});

test('une question sans réponse, un « non » et un zéro restent trois choses', async () => {
  const [{ data } = { data: undefined }] = fc.sample(scanArbitrary, { numRuns: 1, seed: 7 });
  if (!data) throw new Error('aucun exemple');
  const bare = { ...data.scan, protocoles: undefined, cpts: undefined, patients: undefined };
  const textOf = async (scan: typeof data.scan) => {
    const contents = scanContents({ ...data, scan });
    const { said } = shownBy((await scanA4(contents, data.edition)).node);
    return said.map(({ texte }) => texte.replaceAll('\u00A0', ' ')).join('\n');
  };
  expect(await textOf(bare)).toMatch(/Sans réponse : .*protocoles.*membre d’une CPTS.*file active/);
  const no = await textOf({ ...bare, protocoles: [], cpts: { membre: false }, patients: 0 });
  expect(no).toContain('Protocoles\nAucun');
  expect(no).toContain('Membre d’une CPTS\nNon');
  expect(no).toContain('File active\n0 patient');
  expect(no).not.toMatch(/Sans réponse : .*protocoles/);
});
