// "Near me": the telephone's own position, on tap only, to about a kilometre. Without this file a city is typed.
const button = document.querySelector('button[data-near]')

if (button && navigator.geolocation) {
  button.hidden = false
  button.addEventListener('click', () => {
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        const { form } = button
        form.elements.near.value = `${coords.latitude.toFixed(2)},${coords.longitude.toFixed(2)}`
        form.elements.place.value = ''
        form.requestSubmit()
      },
      () => button.form.elements.place.focus(),
      { maximumAge: 600_000, timeout: 10_000 },
    )
  })
}
