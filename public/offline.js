// Brings out the kept copy of the printed plan when the network is away, and forgets it on leaving.
const shelf = 'aq-plan'
const home = /^\/([a-z]{2}(\/(me|plan(\/print)?)?)?)?$/
const ends = /^\/[a-z]{2}\/(leave|sign-out|resume\/code)$|^\/[ic]\//

addEventListener('activate', (event) => event.waitUntil(clients.claim()))

addEventListener('fetch', (event) => {
  const { request } = event
  const { pathname } = new URL(request.url)
  if (request.method === 'POST' && ends.test(pathname)) event.waitUntil(forget())
  else if (request.method === 'POST' && pathname.endsWith('/plan/erase')) event.respondWith(erased())
  else if (request.mode === 'navigate' && home.test(pathname)) event.respondWith(fresh(request, pathname))
})

async function forget() {
  await caches.delete(shelf)
  await registration.unregister()
}

/** A copy's last words, which it carries along. */
async function erased() {
  const page = await copy()
  const [, words = ''] = /data-erased="([^"]*)"/.exec(await page?.text()) ?? []
  await forget()
  return new Response(`<!doctype html><meta charset="utf-8"><p dir="auto">${words}</p>`, { headers: page?.headers })
}

/** From the network: the same plan's print is the copy from now on, another's ends it. */
async function fresh(request, pathname) {
  try {
    const page = await fetch(request)
    const kept = pathname.endsWith('/print') && page.ok && (await copy())
    if (kept) {
      await caches.delete(shelf)
      if ((await mark(kept)) === (await mark(page))) await (await caches.open(shelf)).put(pathname, page.clone())
    }
    return page
  } catch (away) {
    return (await copy()) ?? Promise.reject(away)
  }
}

const mark = async (page) => /data-copy="[^"]*/.exec(await page.clone().text())?.[0]

async function copy() {
  const page = (await caches.has(shelf)) && (await (await caches.open(shelf)).matchAll())[0]
  if (!page) return undefined
  const text = await page.text()
  return new Response(text.replace(/(data-copy="[\w-]*"[^>]*) hidden(="")?/, '$1'), { headers: page.headers })
}
