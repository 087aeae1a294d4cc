// Keeps what is typed into a long form while somebody types, and says so. Nothing of it is checked until the form is
// sent, and without this script the button “Save and come back later” does the same.
const status = document.querySelector('[data-keep]')
const form = status?.closest('form')
const EVERY = 20
// What goes on being sent after the page is left may not be long.
const SHORT = 15_000

if (form) {
  let changed = false
  let under = null
  let timer = null
  let sending = false

  const say = words => {
    if (status.textContent !== words) status.textContent = words
  }

  const keep = async () => {
    clearTimeout(timer)
    timer = null
    if (!changed || sending) return
    changed = false
    const body = new FormData(form)
    const answer = await fetch(status.dataset.keep, {
      method: 'POST',
      body,
      keepalive: [...body.values()].join('').length < SHORT,
      headers: { Accept: 'application/json' },
      redirect: 'manual'
    }).catch(() => null)
    const said = answer?.headers.get('content-type')?.includes('json') ? await answer.json() : {}
    if (said.saved) {
      const seen = form.elements.namedItem('as-seen')
      if (seen) seen.value = said.seen
      return say(`${status.dataset.keepSaid ?? 'Saved at'} ${said.saved}`)
    }
    changed = true
    // The server says why: somebody else changed it, it was sent meanwhile, or it is too long.
    if (said.refused) return say(`Not saved. ${said.refused}`)
    if (answer?.type === 'opaqueredirect')
      return say('You have been signed out. Send the page: after signing in, what you typed is still here.')
    say('Not saved yet. We will try again.')
    plan()
  }

  const start = () => {
    under ??= keep().finally(() => (under = null))
    return under
  }

  const plan = () => {
    timer ??= setTimeout(start, EVERY * 1000)
  }

  form.addEventListener('input', () => {
    changed = true
    plan()
  })
  // Whoever leaves a field, the page or the window has it kept at once.
  form.addEventListener('focusout', start)
  // What was typed since the last request began goes in one of its own: nobody is here any more to send it later.
  const leave = () => (under && changed ? keep() : start())
  addEventListener('pagehide', leave)
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') leave()
  })
  // A form that is sent while this one is being kept would find its own words changed, or throw away too little.
  document.addEventListener('submit', async event => {
    if (!under) {
      sending = true
      clearTimeout(timer)
      return
    }
    event.preventDefault()
    const { target, submitter } = event
    await under
    sending = true
    target.requestSubmit(submitter)
  })
}
