import type { LocalImageService } from 'astro';
import sharpService from 'astro/assets/services/sharp';
import { isESMImportedImage } from 'astro/assets/utils';

/** A picture is never shown wider than the measure of the text, in CSS pixels. */
const SHOWN = 640;
/** What screens of one to three pixels per CSS pixel need, from an old phone to the whole measure. */
const WIDTHS = [320, 480, 640, 960, 1280];
/** The measure where the screen holds it, else the screen less its margins (`--mesure`, `--marge`). */
const sizesOf = (width: number) => `(min-width: 42.5rem) ${Math.min(width, SHOWN)}px, calc(100vw - 2.5rem)`;

/**
 * Astro's own service for images, which gives every picture of the site, in a text or beside it, the sizes at which it is
 * shown. Drawings (SVG) stay as they are.
 */
const pictures: LocalImageService = {
  ...sharpService,
  async validateOptions(options, config, ...rest) {
    const { src } = options;
    // Astro has put the picture's own width where the page asked for none.
    if (isESMImportedImage(src) && src.format !== 'svg' && options.width === src.width) {
      options.widths ??= WIDTHS;
      options.sizes ??= sizesOf(src.width);
      options.width = Math.min(src.width, SHOWN);
      options.height = Math.round((options.width * src.height) / src.width);
    }
    return (await sharpService.validateOptions?.(options, config, ...rest)) ?? options;
  },
};
export default pictures;
