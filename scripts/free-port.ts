import { createServer } from 'node:net';

/** The first free port of this machine from `wanted` on; Astro would say in English that one is taken. */
export async function freePort(wanted = 4321): Promise<number> {
  for (let port = wanted; port < wanted + 100; port++) {
    const free = await new Promise<boolean>((answer) => {
      const server = createServer().once('error', () => answer(false));
      server.listen(port, 'localhost', () => server.close(() => answer(true)));
    });
    if (free) return port;
  }
  return 0;
}
