// Passkeys: asks the browser for one and sends its answer with an ordinary form. Where the browser knows none, the
// form stays hidden and the password remains.
const able =
  window.PublicKeyCredential &&
  PublicKeyCredential.parseRequestOptionsFromJSON &&
  PublicKeyCredential.parseCreationOptionsFromJSON

for (const form of able ? document.querySelectorAll('form[data-passkey]') : []) {
  const problem = form.querySelector('[data-passkey-problem]')
  form.hidden = false
  for (const instead of document.querySelectorAll('[data-no-passkey]')) instead.hidden = true
  form.addEventListener('submit', async event => {
    event.preventDefault()
    problem.hidden = true
    try {
      const asked = await fetch(form.dataset.options, { method: 'POST', body: new FormData(form) })
      if (!asked.ok) return location.reload()
      const options = await asked.json()
      const credential =
        form.dataset.passkey === 'create'
          ? await navigator.credentials.create({
              publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options)
            })
          : await navigator.credentials.get({
              publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options)
            })
      form.elements.credential.value = JSON.stringify(credential)
      HTMLFormElement.prototype.submit.call(form)
    } catch {
      problem.hidden = false
    }
  })
}
