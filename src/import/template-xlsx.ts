import type { Blob } from 'node:buffer';
import type { Stream } from 'node:stream';
import writeExcelFile, { type Feature, type SheetData } from 'write-excel-file/node';
import {
  getCellAddress,
  getOrderOfSiblings,
  insertElementMarkupAccordingToOrderOfSiblings,
  sanitizeAttributeValue,
} from 'write-excel-file/utility';
import { fr } from '#src/checks/text.ts';
import type { ColumnKind } from '#src/schemas/scan-columns.ts';
import type { TemplateColumn } from './template.ts';

/** Rows made ready for answers, under the headers and the explanations. */
const READY_ROWS = 200;
/** First row of answers, from 1. */
const FIRST_ROW = 3;

const WIDTHS: Partial<Record<ColumnKind, number>> = {
  equipe: 32,
  compte: 15,
  'oui-non': 15,
  annee: 12,
  jour: 16,
  date: 18,
  heures: 18,
};
const WIDE = 44;

/** Excel makes a date of « 12/2019 » and of « 10-15 » unless the cell is text. */
const AS_TEXT: readonly ColumnKind[] = ['date', 'heures'];

/**
 * The template as an XLSX workbook: frozen headers, explanations, choices for yes and no, whole numbers for counts.
 * @param name the sheet's
 * @param answers rows of answers to put under the explanations, one cell per column
 */
export async function writeTemplateXlsx(
  columns: readonly TemplateColumn[],
  answers: readonly SheetData[number][] = [],
  name = fr`Réponses`,
): Promise<Buffer> {
  const ready = Array.from({ length: Math.max(0, READY_ROWS - answers.length) }, () =>
    columns.map(({ kind }) => (AS_TEXT.includes(kind) ? { value: '', type: String, format: '@' } : null)),
  );
  const data: SheetData = [
    columns.map(({ header }) => ({ value: header, fontWeight: 'bold', wrap: true, alignVertical: 'center' })),
    columns.map(({ help }) => ({
      value: help,
      fontStyle: 'italic',
      textColor: '#56616B',
      wrap: true,
      alignVertical: 'top',
    })),
    ...answers,
    ...ready,
  ];
  const sheet = {
    sheet: name,
    columns: columns.map(({ kind }) => ({ width: WIDTHS[kind] ?? WIDE })),
    stickyRowsCount: 1,
    stickyColumnsCount: 1,
  };
  return writeExcelFile(data, sheet, { features: [choices(columns)] }).toBuffer();
}

/** Adds to the sheet what each cell may hold (ECMA-376, 18.3.1.33 dataValidations). */
function choices(columns: readonly TemplateColumn[]): Feature<Stream | Buffer | Blob> {
  const rules = columns.flatMap(({ kind }, index) => {
    const range = `${getCellAddress(FIRST_ROW - 1, index)}:${getCellAddress(FIRST_ROW - 2 + READY_ROWS, index)}`;
    const rule = ruleOf(kind);
    if (!rule) return [];
    const { attributes, formula, error } = rule;
    const words = sanitizeAttributeValue(error);
    return [
      `<dataValidation ${attributes} allowBlank="1" errorStyle="warning" showErrorMessage="1" error="${words}" sqref="${range}"><formula1>${formula}</formula1></dataValidation>`,
    ];
  });
  const markup = `<dataValidations count="${rules.length}">${rules.join('')}</dataValidations>`;
  const file = 'xl/worksheets/sheet{id}.xml';
  const order = getOrderOfSiblings(file, 'worksheet') ?? [];
  return {
    files: {
      transform: {
        [file]: {
          transform: (xml) => insertElementMarkupAccordingToOrderOfSiblings(xml, markup, order, 'worksheet'),
        },
      },
    },
  };
}

function ruleOf(kind: ColumnKind): { attributes: string; formula: string; error: string } | undefined {
  if (kind === 'oui-non') {
    const formula = '"oui,non,ne sait pas"';
    return { attributes: 'type="list"', formula, error: fr`Attendu : oui, non ou ne sait pas.` };
  }
  if (kind !== 'compte') return undefined;
  const error = fr`Attendu : un nombre entier, zéro ou plus.`;
  return { attributes: 'type="whole" operator="greaterThanOrEqual"', formula: '0', error };
}
