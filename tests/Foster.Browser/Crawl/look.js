// What an eye and a keyboard find on a page. Run inside the page; answers with words about what is wrong.
(() => {
  const name = e => {
    const own = e.id ? '#' + e.id : [...e.classList].slice(0, 2).map(c => '.' + c).join('')
    return e.tagName.toLowerCase() + own
  }
  const hiddenFromSight = e => {
    for (; e && e !== document.body; e = e.parentElement) {
      const s = getComputedStyle(e)
      if (s.position === 'absolute' && (s.clip !== 'auto' || s.clipPath !== 'none' || e.offsetWidth <= 1 || s.left === '-9999px')) return true
    }
    return false
  }
  const scroller = e => {
    for (; e && e !== document.body; e = e.parentElement)
      if (/auto|scroll/.test(getComputedStyle(e).overflowX)) return e
    return null
  }

  // Nothing is wider than the window, no text is cut off or sticks out of its box.
  const fits = () => {
    const found = []
    const limit = document.documentElement.clientWidth
    const shown = `at ${limit} px`
    if (document.documentElement.scrollWidth > limit) {
      const wide = [...document.body.querySelectorAll('*')]
        .filter(e => e.getBoundingClientRect().right > limit + 1 && !scroller(e) && !hiddenFromSight(e))
      found.push(`must be scrolled sideways ${shown}: ${wide.slice(0, 4).map(name).join(', ')}`)
    }
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    const range = document.createRange()
    const said = new Set()
    const say = (what, e) => {
      if (!said.has(what + name(e))) found.push(`${what} ${shown}: ${name(e)} “${e.textContent.trim().slice(0, 40)}”`)
      said.add(what + name(e))
    }
    while (texts.nextNode()) {
      const text = texts.currentNode
      const e = text.parentElement
      if (!text.data.trim() || !e || /SCRIPT|STYLE|OPTION|NOSCRIPT|TITLE/.test(e.tagName)) continue
      range.selectNodeContents(text)
      const box = range.getBoundingClientRect()
      if (box.width === 0 || !e.checkVisibility({ visibilityProperty: true }) || hiddenFromSight(e)) continue
      if (scroller(e)) continue
      if (box.right > limit + 1 || box.left < -1) say('text beyond the edge', e)
      let block = e
      while (block.parentElement && /^inline|contents/.test(getComputedStyle(block).display)) block = block.parentElement
      const around = block.getBoundingClientRect()
      if (box.right > around.right + 2 || box.left < around.left - 2) say('text sticks out of its box', e)
      for (let up = e; up && up !== document.body; up = up.parentElement) {
        const s = getComputedStyle(up)
        if (!/hidden|clip/.test(s.overflowX + s.overflowY)) continue
        const frame = up.getBoundingClientRect()
        if (box.right > frame.right + 1 || box.bottom > frame.bottom + 1) say('text is cut off', e)
      }
    }
    for (const image of document.images)
      if (image.complete && image.naturalWidth === 0) found.push(`a picture is missing: ${image.src}`)
    return found
  }

  // What the Tab key must reach, in order; of radio buttons only the one that stands for its group.
  const stops = () => [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex]')]
    .filter(e => e.tabIndex >= 0 && !e.disabled && e.type !== 'hidden' && e.checkVisibility({ visibilityProperty: true }))
    .filter(e => {
      if (e.type !== 'radio') return true
      const group = [...(e.form ?? document).querySelectorAll('input[type=radio]')].filter(r => r.name === e.name && !r.disabled)
      return e === (group.find(r => r.checked) ?? group[0])
    })

  // The look of an element, also where it is drawn by its label as radios and boxes are.
  const look = e => {
    const of = (el, pseudo) => {
      const s = getComputedStyle(el, pseudo)
      const outline = s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) > 0 && !/, 0\)$/.test(s.outlineColor)
      return [outline && s.outlineColor, s.boxShadow, s.backgroundColor, s.borderColor, s.borderWidth].join('|')
    }
    const label = /radio|checkbox/.test(e.type) ? e.labels?.[0] : null
    return of(e) + (label ? of(label, '::before') : '')
  }
  const behind = e => {
    const box = e.getClientRects()[0]
    if (!box) return null
    const x = box.left + Math.min(box.width / 2, 20)
    const top = document.elementFromPoint(x, box.top + box.height / 2)
    if (!top || e.contains(top) || top.contains(e) || [...(e.labels ?? [])].some(l => l.contains(top))) return null
    return top
  }

  let wanted = []
  let before = []
  let reached = []
  const watch = () => {
    wanted = stops()
    before = wanted.map(look)
    reached = []
    document.addEventListener('focusin', event => {
      const e = event.target
      const at = wanted.indexOf(e)
      const over = behind(e)
      reached.push({ at, seen: at < 0 || look(e) !== before[at], over: over && name(over), what: name(e) })
    }, true)
    return wanted.length
  }
  const walked = () => {
    const found = []
    const got = new Set(reached.map(r => r.at))
    wanted.forEach((e, i) => { if (!got.has(i)) found.push(`the Tab key does not reach ${name(e)} “${e.textContent.trim().slice(0, 30)}”`) })
    let last = -1
    const met = new Set()
    for (const r of reached) {
      if (r.at < 0 || met.has(r.at)) continue
      met.add(r.at)
      if (r.at < last) found.push(`the Tab key comes to ${r.what} out of order`)
      last = r.at
      if (!r.seen) found.push(`the focus cannot be seen on ${r.what}`)
      if (r.over) found.push(`the focus on ${r.what} is hidden behind ${r.over}`)
    }
    const skip = document.querySelector('.govuk-skip-link')
    if (!skip && !document.querySelector('.app-print')) found.push('there is no skip link')
    if (skip && wanted[0] !== skip) found.push('the skip link is not the first thing the Tab key reaches')
    return [...new Set(found)]
  }
  const toSkip = () => {
    const skip = document.querySelector('.govuk-skip-link')
    skip?.focus()
    return skip !== null
  }
  const skipped = () => {
    const main = document.querySelector('main')
    const now = document.activeElement
    return !main || main === now || main.contains(now) ||
      (main.compareDocumentPosition(now) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0
      ? [] : [`the skip link leads to ${name(now)}`]
  }
  const weight = () => performance.getEntriesByType('resource').concat(performance.getEntriesByType('navigation'))
    .reduce((sum, entry) => sum + entry.encodedBodySize, 0)

  // Empties the form that asks most and sends it.
  const sendEmpty = () => {
    const asks = f => [...f.elements].filter(e => e.type !== 'hidden' && e.tagName !== 'BUTTON' && !e.closest('.app-trap'))
    const form = [...document.querySelectorAll('main form[method=post]')].sort((a, b) => asks(b).length - asks(a).length)[0]
    for (const e of asks(form)) {
      if (/radio|checkbox/.test(e.type)) e.checked = false
      else if (e.tagName === 'SELECT') e.selectedIndex = e.options[0]?.value === '' ? 0 : -1
      else e.value = ''
    }
    form.querySelector('button[type=submit]').click()
  }
  const erred = () => {
    const found = []
    const box = document.querySelector('.govuk-error-summary')
    if (!box) return ['an empty form is not answered with an error summary']
    if (document.activeElement !== box) found.push(`the focus is on ${name(document.activeElement)} instead of the error summary`)
    return found
  }

  window.foster = { fits, watch, walked, toSkip, skipped, weight, sendEmpty, erred }
})()
