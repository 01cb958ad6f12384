import { PDFDict, PDFDocument, PDFName } from 'pdf-lib';
import { escapeMarkup } from '#src/domain/markup.ts';

/** What a PDF says of itself beside its pages. */
export interface PdfFacts {
  readonly title: string;
  readonly subject: string;
  readonly publication: string;
  readonly author: string;
  /** Address of the licence of its words. */
  readonly licence: string;
  /** « 2019-04 », « 2026-11-22 », when its matter has a date. */
  readonly date?: string;
}

/** XMP (ISO 16684-1): what libraries and accessible readers look for. */
const xmp = ({
  title,
  subject,
  publication,
  author,
  licence,
  date,
  address,
}: PdfFacts & { address: string }) => {
  const text = escapeMarkup;
  const alt = (value: string) => `<rdf:Alt><rdf:li xml:lang="x-default">${text(value)}</rdf:li></rdf:Alt>`;
  return `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about=""
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:xmpRights="http://ns.adobe.com/xap/1.0/rights/">
<dc:format>application/pdf</dc:format>
<dc:title>${alt(title)}</dc:title>
<dc:description>${alt(subject)}</dc:description>
<dc:creator><rdf:Seq><rdf:li>${text(author)}</rdf:li></rdf:Seq></dc:creator>
<dc:publisher><rdf:Bag><rdf:li>${text(publication)}</rdf:li></rdf:Bag></dc:publisher>
<dc:language><rdf:Bag><rdf:li>fr</rdf:li></rdf:Bag></dc:language>
<dc:identifier>${text(address)}</dc:identifier>${date === undefined ? '' : `\n<dc:date><rdf:Seq><rdf:li>${date}</rdf:li></rdf:Seq></dc:date>`}
<xmpRights:WebStatement>${text(licence)}</xmpRights:WebStatement>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>`;
};

/** Chromium's tags that PDF 2.0 has added, as readers of PDF 1.7 know them: without a map they leave them out. */
const ROLES = { Aside: 'Sect', Em: 'Span', Strong: 'Span' } as const;

/**
 * Chromium's PDF with its title, author, language, licence and address, and without the hour when it was made: its
 * dates are those of its matter, if it has one. Its tags and bookmarks stay as they are.
 */
export async function completePdf(
  bytes: Uint8Array,
  facts: PdfFacts & { readonly address: string },
): Promise<Uint8Array> {
  const pdf = await PDFDocument.load(bytes, { updateMetadata: false });
  pdf.setTitle(facts.title, { showInWindowTitleBar: true });
  pdf.setAuthor(facts.author);
  pdf.setSubject(facts.subject);
  pdf.setCreator(facts.publication);
  pdf.setLanguage('fr');
  const info = pdf.context.lookup(pdf.context.trailerInfo.Info, PDFDict);
  for (const name of ['CreationDate', 'ModDate']) info.delete(PDFName.of(name));
  if (facts.date !== undefined) pdf.setCreationDate(new Date(facts.date));
  const tags = pdf.context.lookup(pdf.catalog.get(PDFName.of('StructTreeRoot')), PDFDict);
  tags.set(PDFName.of('RoleMap'), pdf.context.obj(ROLES));
  const metadata = pdf.context.stream(new TextEncoder().encode(xmp(facts)), {
    Type: 'Metadata',
    Subtype: 'XML',
  });
  pdf.catalog.set(PDFName.of('Metadata'), pdf.context.register(metadata));
  return pdf.save();
}
