// Warns before a session ends and prolongs it with one press. What is typed when it ends is sent all the same: the
// site keeps a late post for its sender and gives it back after signing in.
const dialog = document.querySelector('dialog[data-session]')
const TIME = '/account/time'

// A page from the browser's memory may be older than the session.
window.addEventListener('pageshow', event => {
  if (event.persisted) location.reload()
})

if (dialog) {
  const warning = Number(dialog.dataset.warning)
  const shown = dialog.querySelector('[data-session-left]')
  const others = 'BroadcastChannel' in window ? new BroadcastChannel('session') : null
  let endsAt = Date.now() + Number(dialog.dataset.seconds) * 1000
  let dirty = null
  let timer

  const left = () => Math.round((endsAt - Date.now()) / 1000)

  const words = seconds =>
    seconds > 90 ? '2 minutes' : seconds > 50 ? '1 minute' : `${Math.max(0, Math.ceil(seconds / 10) * 10)} seconds`

  const goOn = seconds => {
    endsAt = Date.now() + seconds * 1000
    if (dialog.open) dialog.close()
    plan()
  }

  const plan = () => {
    clearTimeout(timer)
    // Timers stop in sleeping tabs and are imprecise over hours: look again every half minute.
    timer = setTimeout(look, Math.max(200, Math.min(30, left() - warning) * 1000))
  }

  const ask = async () => {
    const answer = await fetch(TIME, { cache: 'no-store', headers: { Accept: 'application/json' } })
    return (await answer.json()).seconds
  }

  const look = async () => {
    if (left() > warning) return plan()
    if (!dialog.open) {
      // Another tab may have prolonged it.
      const seconds = await ask().catch(left)
      if (seconds > warning + 1) return goOn(seconds)
      endsAt = Date.now() + seconds * 1000
      if (seconds > 0) dialog.showModal()
    }
    if (left() <= 0) return end()
    if (shown.textContent !== words(left())) shown.textContent = words(left())
    timer = setTimeout(look, 1000)
  }

  const end = async () => {
    const seconds = await ask().catch(() => 1)
    if (seconds > 0) return goOn(seconds)
    if (dirty?.isConnected) return HTMLFormElement.prototype.submit.call(dirty)
    location.assign('/sign-in?ReturnUrl=' + encodeURIComponent(location.pathname + location.search))
  }

  document.addEventListener('input', event => {
    const form = event.target.form
    if (form && form.method === 'post' && !dialog.contains(form)) dirty = form
  })

  dialog.addEventListener('cancel', event => event.preventDefault())
  dialog.querySelector('[data-session-close]')?.addEventListener('click', () => dialog.close())
  dialog.querySelector('[data-session-extend]')?.addEventListener('submit', async event => {
    event.preventDefault()
    const answer = await fetch(event.target.action, {
      method: 'POST',
      body: new FormData(event.target),
      headers: { Accept: 'application/json' }
    }).catch(() => null)
    if (!answer?.ok) return end()
    const { seconds } = await answer.json()
    goOn(seconds)
    others?.postMessage(seconds)
  })
  others?.addEventListener('message', event => goOn(Number(event.data)))
  plan()
}
