// "Keep this plan on this phone": a copy of the printed plan, only where it is asked for, gone with one button or on leaving.
const box = document.querySelector('[data-keep]')
const shelf = 'aq-plan'

async function erase() {
  await caches.delete(shelf)
  for (const each of await navigator.serviceWorker.getRegistrations()) await each.unregister()
}

async function keep(address) {
  const copy = await fetch(address)
  if (!copy.ok) throw new Error('There is no plan to keep.')
  await navigator.serviceWorker.register('/assets/offline.js', { scope: '/' })
  await (await caches.open(shelf)).put(address, copy)
}

/** The copy on this phone, where it is this person's; one of somebody else goes at once. */
async function isKept() {
  const shelves = await caches.open(shelf)
  const [request] = await shelves.keys()
  if (!request) return false
  const text = await (await shelves.match(request)).text()
  if (text.includes(`data-copy="${box.dataset.keep}"`)) return true
  await erase()
  return false
}

async function show() {
  const kept = await isKept()
  for (const each of box.querySelectorAll('[data-when]')) each.hidden = (each.dataset.when === 'kept') !== kept
}

if (box && 'serviceWorker' in navigator && 'caches' in globalThis) {
  box.addEventListener('submit', async (event) => {
    event.preventDefault()
    try {
      await (event.target.dataset.when === 'kept' ? erase() : keep(event.target.dataset.address))
    } finally {
      await show()
    }
  })
  box.hidden = false
  show()
}
