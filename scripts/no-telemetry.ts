/** Imported first: Astro reads this variable when it loads. Nothing of a build leaves the machine. */
process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
