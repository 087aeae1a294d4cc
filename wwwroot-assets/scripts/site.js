// Every page works without this; it only adds comfort.
import { initAll } from './govuk-frontend.min.js'
import './passkeys.js'
import './keep.js'
import './session.js'

document.body.classList.add('js-enabled', 'govuk-frontend-supported')
initAll()

for (const button of document.querySelectorAll('[data-print]')) {
  button.hidden = false
  button.addEventListener('click', () => window.print())
}
