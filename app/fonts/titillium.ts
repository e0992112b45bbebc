// Titillium Web from our own origin: latin and latin-ext, split by unicode-range so that a page
// fetches only what it shows. Import this once in a root layout.
import '@fontsource/titillium-web/400.css'
import '@fontsource/titillium-web/600.css'
import '@fontsource/titillium-web/700.css'
