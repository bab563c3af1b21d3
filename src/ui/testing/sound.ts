import type { JSX } from 'hono/jsx/jsx-runtime'
import type { Example } from '../example.ts'

type Tag = { name: string; attributes: Map<string, string> }

/** The HTML that a browser would get. */
export async function markup(element: JSX.Element): Promise<string> {
  return (await element).toString()
}

/** Every example with its faults; an empty list means that all are sound. */
export async function faultsOfExamples(examples: readonly Example[]): Promise<string[]> {
  const found = await Promise.all(
    examples.map(async ({ name, render }) => faultsOf(await markup(render())).map((fault) => `${name}: ${fault}`)),
  )
  return found.flat()
}

/** What a machine can say of markup without a browser. */
export function faultsOf(html: string): string[] {
  const tags = tagsOf(html)
  return [...twiceGiven(tags), ...unnamedFields(tags), ...brokenReferences(tags), ...forbidden(tags)]
}

/** The content of script and style is text, not markup. */
function tagsOf(html: string): Tag[] {
  const bare = html.replace(/(<(style|script)\b[^>]*>)[\s\S]*?(<\/\2>)/g, '$1$3')
  return [...bare.matchAll(/<([a-z][a-z0-9]*)\b([^>]*)>/g)].map(([, name = '', rest = '']) => ({
    name,
    attributes: new Map(
      [...rest.matchAll(/([a-z-]+)(?:="([^"]*)")?/g)].map(([, key = '', value = '']) => [key, value]),
    ),
  }))
}

function twiceGiven(tags: Tag[]): string[] {
  const ids = tags.flatMap(({ attributes }) => attributes.get('id') ?? [])
  return ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `the id ${id} is given twice`)
}

function unnamedFields(tags: Tag[]): string[] {
  const labelled = tags.filter(({ name }) => name === 'label').map(({ attributes }) => attributes.get('for'))
  return tags
    .filter(({ name, attributes }) => /^(input|select|textarea)$/.test(name) && attributes.get('type') !== 'hidden')
    .filter(({ attributes }) => !labelled.includes(attributes.get('id') ?? ''))
    .map(({ attributes }) => `the field ${attributes.get('name') ?? '?'} has no label`)
}

function brokenReferences(tags: Tag[]): string[] {
  const ids = new Set(tags.map(({ attributes }) => attributes.get('id')))
  const targets = tags.flatMap(({ attributes }) =>
    ['aria-describedby', 'aria-labelledby', 'for'].flatMap((key) => attributes.get(key)?.split(' ') ?? []),
  )
  return targets.filter((target) => !ids.has(target)).map((target) => `nothing has the id ${target}`)
}

/** What the Content-Security-Policy would refuse, and buttons whose effect depends on where they stand. */
function forbidden(tags: Tag[]): string[] {
  return tags.flatMap(({ name, attributes }) => [
    ...(attributes.has('style') ? [`${name} has a style attribute`] : []),
    ...[...attributes.keys()].filter((key) => /^on[a-z]/.test(key)).map((key) => `${name} has ${key}`),
    ...(name === 'script' && !attributes.has('src') ? ['a script stands in the page'] : []),
    ...(name === 'button' && !attributes.has('type') ? ['a button has no type'] : []),
    ...(name === 'a' && !attributes.get('href') ? ['a link leads nowhere'] : []),
  ])
}
