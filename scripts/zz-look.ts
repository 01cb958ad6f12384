import { launch, serve } from '../tests/browser.ts';
const b = await launch(); const s = await serve('dist');
for (const [w,scheme] of [[1440,'light'],[1440,'dark'],[360,'light'],[360,'dark']] as const) {
  const p = await b.newPage({ viewport: { width: w, height: 900 }, colorScheme: scheme });
  await p.goto(s.url + '/donnees/');
  if (scheme==='dark') await p.evaluate(() => document.querySelectorAll('details.champs').forEach((d,i)=> i<2 && (d as HTMLDetailsElement).setAttribute('open','')));
  await p.screenshot({ path: `/tmp/donnees/${w}-${scheme}.png`, fullPage: true });
  console.log(w, scheme, await p.evaluate(() => document.documentElement.scrollWidth));
}
await b.close(); s.close();
