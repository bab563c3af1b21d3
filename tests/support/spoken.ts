// What a page says, each text with the language it is said to be in: what is seen, and what is only read aloud.

export type Spoken = { text: string; lang: string }

const empty = new Set(['meta', 'link', 'input', 'br', 'path', 'circle', 'img', 'hr'])
const readAloud = /(?:aria-label|title|alt|placeholder)="([^"]*)"/g

/** Every text of a page and of its names for the ear, with the language of the nearest element that tells one. */
export function spokenIn(html: string): Spoken[] {
  const open: { name: string; lang: string }[] = []
  const spoken: Spoken[] = []
  const say = (text: string, lang: string) => {
    const plain = decoded(text).replace(/\s+/g, ' ').trim()
    if (/\p{L}/u.test(plain)) spoken.push({ text: plain, lang })
  }
  const bare = html.replace(/<(style|script)\b[\s\S]*?<\/\1>/g, '').replace(/<!doctype html>/i, '')
  for (const [, end, name = '', rest = '', text = ''] of bare.matchAll(/<(\/?)([a-z][a-z0-9]*)([^>]*)>([^<]*)/g)) {
    if (end) open.splice(open.findLastIndex((each) => each.name === name))
    else {
      const lang = /(?:^|\s)lang="([^"]*)"/.exec(rest)?.[1] ?? open.at(-1)?.lang ?? ''
      for (const [, label = ''] of rest.matchAll(readAloud)) say(label, lang)
      if (!empty.has(name)) open.push({ name, lang })
    }
    say(text, open.at(-1)?.lang ?? '')
  }
  return spoken
}

function decoded(text: string): string {
  const signs: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" }
  return text.replace(/&(amp|lt|gt|quot|#39);/g, (_whole, name: string) => signs[name] ?? '')
}
