import { readContenu, filesOf, publicationOf } from '#src/checks/contenu.ts';
import { vocabulaireOf } from '#src/schemas/vocabulaire.ts';
import { scanData } from '#src/infographics/scan-data.ts';
export async function load(dir='content'){
const c = await readContenu(dir);
const publication = publicationOf(c)!;
const vocabulaire = vocabulaireOf((n)=>c.vocabulaires.get(n)?.data);
const equipes = new Map(filesOf(c,'equipes').map(f=>[f.id,f.value!]));
return filesOf(c,'scans').map(f=>{const v=f.value!; return scanData(v.equipe, equipes.get(v.equipe)! as any, v, {publication, vocabulaire});});
}
