/** What people type for each need, and for the evening and the weekend; phrases without accents. */
export type Vocabulary = {
  needs: readonly { need: string; words: readonly string[] }[]
  evening: readonly string[]
  weekend: readonly string[]
}
export type Understood = { needs: string[]; evening: boolean; weekend: boolean; words: string }

/** Accents, case, hyphens and apostrophes are forgiven. */
export function plainWords(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\p{M}]/gu, '')
    .toLowerCase()
    .replace(/[-'’.,;:!?"«»()\s]+/g, ' ')
    .trim()
}

/** The needs that someone's words mean, the longest phrase first; what speaks of time is taken out of the words. */
export function understand(text: string, vocabulary: Vocabulary): Understood {
  const typed = ` ${plainWords(text)} `
  const says = (phrase: string) => typed.includes(` ${plainWords(phrase)} `) || isPlural(typed, phrase)
  const met = vocabulary.needs.flatMap(({ need, words }) =>
    words.filter(says).map((phrase) => ({ need, length: phrase.length })),
  )
  const best = Math.max(0, ...met.map(({ length }) => length))
  // "cours de français" means less than "francais" alone would: beside a long phrase, a short one is only part of it
  const meant = met.filter(({ length }) => length * 2 > best).sort((a, b) => b.length - a.length)
  const time = [...vocabulary.evening, ...vocabulary.weekend].filter(says)
  const words = time.reduce((rest, each) => rest.replace(new RegExp(`\\b(du |le |en |de )?${each}\\b`, 'i'), ' '), text)
  return {
    needs: [...new Set(meant.map(({ need }) => need))].slice(0, 4),
    evening: vocabulary.evening.some(says),
    weekend: vocabulary.weekend.some(says),
    words: words.replace(/\s+/g, ' ').trim(),
  }
}

function isPlural(typed: string, phrase: string): boolean {
  return typed.includes(` ${plainWords(phrase)}s `)
}
