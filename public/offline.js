// Brings out the kept copy of the printed plan when the network is away, and forgets it on leaving.
const shelf = 'aq-plan'
const home = /^\/([a-z]{2}(\/(me|plan(\/print)?)?)?)?$/
const ends = /^\/[a-z]{2}\/(leave|sign-out)$|^\/i\//

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

/** From the network; what it says of the printed plan is the copy from now on. */
async function fresh(request, pathname) {
  try {
    const page = await fetch(request)
    if (pathname.endsWith('/plan/print') && page.ok && !page.redirected && (await caches.has(shelf))) {
      const plans = await caches.open(shelf)
      for (const old of await plans.keys()) await plans.delete(old)
      await plans.put(pathname, page.clone())
    }
    return page
  } catch (away) {
    return (await copy()) ?? Promise.reject(away)
  }
}

async function copy() {
  if (!(await caches.has(shelf))) return undefined
  const plans = await caches.open(shelf)
  const [kept] = await plans.keys()
  const page = kept && (await plans.match(kept))
  if (!page) return undefined
  const text = await page.text()
  return new Response(text.replace(/(data-copy="[\w-]*"[^>]*) hidden(="")?/, '$1'), { headers: page.headers })
}
