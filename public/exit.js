// Quick exit. The form works without this file; with it the page empties and another site opens at once.
const form = document.querySelector('form[data-exit]')
const presses = { key: 'Escape', needed: 3, within: 2000 }

function leave(form) {
  const body = new URLSearchParams(new FormData(form))
  // The session ends in the background: nobody waits for an answer.
  if (!navigator.sendBeacon?.(form.action, body)) {
    fetch(form.action, { method: 'POST', body, keepalive: true }).catch(() => undefined)
  }
  // The copy of the plan that was kept on this phone goes too.
  globalThis.caches?.delete('aq-plan')
  document.body.replaceChildren()
  document.title = '\u200b'
  // Takes this page's place in the history, so that "back" does not return here.
  location.replace(form.dataset.leave)
}

if (form) {
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    leave(form)
  })

  let times = []
  document.addEventListener('keydown', ({ key, timeStamp }) => {
    times = key === presses.key ? [...times.filter((time) => timeStamp - time < presses.within), timeStamp] : []
    if (times.length >= presses.needed) leave(form)
  })
}
