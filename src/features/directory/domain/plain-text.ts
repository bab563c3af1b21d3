import { mended } from './mojibake.ts'

/** Signs that HTML names and that exports of directories hold; others stay as they are written. */
const named: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00A0',
  ensp: ' ',
  emsp: ' ',
  thinsp: ' ',
  rsquo: '’',
  lsquo: '‘',
  sbquo: '‚',
  ldquo: '“',
  rdquo: '”',
  bdquo: '„',
  laquo: '«',
  raquo: '»',
  mdash: '—',
  ndash: '–',
  hellip: '…',
  bull: '•',
  middot: '·',
  dagger: '†',
  not: '¬',
  shy: '',
  deg: '°',
  copy: '©',
  reg: '®',
  trade: '™',
  euro: '€',
  cent: '¢',
  pound: '£',
  sect: '§',
  para: '¶',
  times: '×',
  frac12: '½',
  frac14: '¼',
  frac34: '¾',
  ordm: 'º',
  agrave: 'à',
  acirc: 'â',
  auml: 'ä',
  aacute: 'á',
  ccedil: 'ç',
  egrave: 'è',
  eacute: 'é',
  ecirc: 'ê',
  euml: 'ë',
  icirc: 'î',
  iuml: 'ï',
  iacute: 'í',
  ntilde: 'ñ',
  ocirc: 'ô',
  ouml: 'ö',
  oacute: 'ó',
  ugrave: 'ù',
  ucirc: 'û',
  uuml: 'ü',
  uacute: 'ú',
  oelig: 'œ',
  aelig: 'æ',
  Agrave: 'À',
  Acirc: 'Â',
  Ccedil: 'Ç',
  Atilde: 'Ã',
  Aring: 'Å',
  Egrave: 'È',
  Eacute: 'É',
  Ecirc: 'Ê',
  Euml: 'Ë',
  Icirc: 'Î',
  Iuml: 'Ï',
  Ocirc: 'Ô',
  Ugrave: 'Ù',
  Ucirc: 'Û',
  OElig: 'Œ',
}

/**
 * What a person would read of a text that may hold HTML: no tags, no entities, no letters read wrong, no control
 * characters, lines kept.
 */
export function plainText(source: string): string {
  return mended(decodeEntities(withoutTags(source)))
    .replace(/\r\n?/g, '\n')
    .replace(/[\u0000-\u0009\u000B-\u001F\u007F-\u00A0]/g, ' ')
    .replace(/[\uD800-\uDFFF]/gu, '\uFFFD')
    .replace(/ {2,}/g, ' ')
    .replace(/ *\n */g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

/** The text as it is, but for what no database keeps: NUL, and a half of a pair. */
export function storable(text: string): string {
  return text.replaceAll('\u0000', '').replace(/[\uD800-\uDFFF]/gu, '\uFFFD')
}

/** What is opened and never closed runs to the end, as a browser reads it; looking for its end from each sign would take forever. */
function withoutTags(source: string): string {
  if (!source.includes('<')) return source
  return source
    .replace(/<!--[\s\S]*?(?:-->|$)/g, ' ')
    .replace(/<(script|style)\b[^<>]*>[\s\S]*?(?:<\/\1\s*>|$)/gi, ' ')
    .replace(/<(br|\/p|\/div|\/li|\/tr|\/h[1-6])\b[^<>]*>/gi, '\n')
    .replace(/<\/?[a-z][a-z0-9]*(\s[^<>]*)?\/?>/gi, '')
}

function decodeEntities(source: string): string {
  if (!source.includes('&')) return source
  return source.replace(
    /&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|(\w{2,8}));/g,
    (whole, decimal?: string, hex?: string, name?: string) => {
      if (name !== undefined) return (Object.hasOwn(named, name) ? named[name] : undefined) ?? whole
      return characterOf(decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal)) ?? whole
    },
  )
}

/** Not a surrogate and not NUL: the database keeps neither. */
function characterOf(code: number): string | undefined {
  const valid = code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff)
  return valid ? String.fromCodePoint(code) : undefined
}
