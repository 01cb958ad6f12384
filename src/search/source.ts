import { type Entree, ENTREE, type Facette, type Fiche, Morceau, NOMS } from './format.ts';

/** Gives the content of a file of the index by its path in it. */
export type Read = (path: string, compressed: boolean) => Promise<string>;

/** The index's files, each read once and only when it is asked for. */
export class Source {
  readonly #read: Read;
  readonly #files = new Map<string, Promise<unknown>>();
  constructor(read: Read) {
    this.#read = read;
  }

  /** What could not be read may be asked for again. */
  #once<Content>(name: string, make: () => Promise<Content>): Promise<Content> {
    const known = this.#files.get(name) as Promise<Content> | undefined;
    if (known) return known;
    const made = make();
    this.#files.set(name, made);
    made.catch(() => this.#files.delete(name));
    return made;
  }

  entree = (): Promise<Entree> =>
    this.#once(ENTREE, async () => JSON.parse(await this.#read(ENTREE, false)) as Entree);

  async #file(name: string): Promise<string> {
    return this.#read(`${(await this.entree()).version}/${name}`, true);
  }

  morceau = (rank: number): Promise<Morceau> => {
    const name = NOMS.morceau(rank);
    return this.#once(name, async () => new Morceau(await this.#file(name)));
  };

  /** Lines of places: a word, then its places in each of its pages. */
  places = (rank: number): Promise<ReadonlyMap<string, readonly string[]>> => {
    const name = NOMS.places(rank);
    return this.#once(
      name,
      async () =>
        new Map(
          (await this.#file(name)).split('\n').map((line) => {
            const [word = '', ...pages] = line.split(' ');
            return [word, pages];
          }),
        ),
    );
  };

  fiche = (page: number): Promise<Fiche> => {
    const name = NOMS.fiche(page);
    return this.#once(name, async () => JSON.parse(await this.#file(name)) as Fiche);
  };

  facettes = (): Promise<Facette[]> =>
    this.#once(NOMS.facettes, async () => JSON.parse(await this.#file(NOMS.facettes)) as Facette[]);

  orthographe = (): Promise<string[]> =>
    this.#once(NOMS.orthographe, async () => (await this.#file(NOMS.orthographe)).split('\n'));
}
