// Builds the site's static files into the folder given: node build.mjs <out>
import { cp, mkdir, rm, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { compile } from 'sass'
import { writePasswords } from './passwords.mjs'

const here = dirname(fileURLToPath(import.meta.url))
const out = resolve(process.argv[2] ?? join(here, 'out'))
const modules = join(here, 'node_modules')

await rm(out, { recursive: true, force: true })
await mkdir(join(out, 'styles'), { recursive: true })

const { css } = compile(join(here, 'styles', 'site.scss'), {
  style: 'compressed',
  loadPaths: [modules],
  quietDeps: true
})
await writeFile(join(out, 'styles', 'site.css'), css)

await cp(join(here, 'static'), out, { recursive: true })
await cp(join(here, 'scripts'), join(out, 'scripts'), { recursive: true })
await cp(
  join(modules, 'govuk-frontend/dist/govuk/govuk-frontend.min.js'),
  join(out, 'scripts', 'govuk-frontend.min.js')
)
await writePasswords(modules, `${out}.passwords.bin`)
