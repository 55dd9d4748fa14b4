/** The look of the signed page: large letters, large buttons, one column, dark on light whatever the phone says. */
export const formStyle = `
:root { color-scheme: light; --ink: #1c1b1a; --soft: #55504a; --red: #a8201a; --line: #d8d3cb; --paper: #fffdf9; --back: #f3efe8; }
* { box-sizing: border-box; }
html { font: 18px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif; color: var(--ink); background: var(--back); -webkit-text-size-adjust: 100%; scroll-padding-top: 1rem; }
body { margin: 0; }
main { max-width: 36rem; margin: 0 auto; padding: 1rem 1rem 3rem; background: var(--paper); min-height: 100vh; }
header { border-bottom: 3px solid var(--red); padding-bottom: .6rem; margin-bottom: 1rem; }
h1 { font-size: 1.3rem; line-height: 1.35; margin: 0 0 .2rem; }
h2 { font-size: 1.15rem; line-height: 1.4; margin: .4rem 0; }
p { margin: .4rem 0; overflow-wrap: anywhere; }
code { font-size: .9rem; overflow-wrap: anywhere; }
a { color: #1b5fa8; }
.small { color: var(--soft); font-size: .9rem; }
.due { font-weight: 600; }
.question { border: 0; border-top: 1px solid var(--line); margin: 0; padding: 1rem 0; min-width: 0; }
.question > label, legend { display: block; font-weight: 600; padding: 0; margin-bottom: .3rem; }
legend { float: left; width: 100%; } legend + * { clear: both; }
.question .small { font-weight: 400; }
.no { color: var(--red); }
.bad { border-left: 5px solid var(--red); padding-left: .75rem; margin-left: -.75rem; }
.note { border-left: 5px solid #b98a00; background: #fff6dc; padding: .5rem .75rem; margin: .75rem 0; }
.wrong { border-left: 5px solid var(--red); background: #fdeceb; padding: .5rem .75rem; margin: .5rem 0; }
.good { border-left: 5px solid #2d7a3a; background: #e9f5ea; padding: .5rem .75rem; margin: .75rem 0; }
.wrong ul { margin: .3rem 0; padding-left: 1.2rem; } .wrong li a { display: block; padding: .6rem 0; min-height: 2.6rem; }
.above { font-weight: 700; border-top: 3px solid var(--line); margin: 1rem 0 0; padding: .75rem 0 .5rem; }
.above + .above { font-weight: 400; border-top: 0; margin: 0; padding: 0 0 .75rem; }
label.option { display: flex; gap: .7rem; align-items: flex-start; padding: .65rem .7rem; border: 1px solid #8a847a; border-radius: .5rem; margin: .45rem 0; cursor: pointer; background: #fff; }
label.option input { width: 1.4rem; height: 1.4rem; margin: .05rem 0 0; flex: none; accent-color: var(--red); }
label.option:has(input:checked) { border-color: var(--red); box-shadow: inset 0 0 0 1px var(--red); }
input[type=text], textarea, select { width: 100%; font: inherit; padding: .65rem; border: 2px solid #8a847a; border-radius: .5rem; background: #fff; color: inherit; min-height: 3rem; }
[aria-invalid=true] { border-color: var(--red); }
textarea { resize: vertical; }
.line { display: flex; gap: .6rem; align-items: center; } .line input { flex: 1; min-width: 0; max-width: 16rem; }
input[type=file] { width: 100%; font: inherit; padding: .6rem 0; }
.files { list-style: none; padding: 0; margin: .4rem 0; } .files li { align-items: center; display: flex; flex-wrap: wrap; gap: .2rem .8rem; justify-content: space-between; background: #e9f5ea; padding: .5rem .75rem; border-radius: .4rem; margin: .3rem 0; overflow-wrap: anywhere; }
.files label { padding: .5rem 0; } .files input { width: 1.4rem; height: 1.4rem; vertical-align: -.3rem; accent-color: var(--red); }
input[type=file]::file-selector-button { font: inherit; font-weight: 600; padding: .6rem .9rem; margin-right: .7rem; border: 2px solid #8a847a; border-radius: .5rem; background: #fff; color: var(--ink); cursor: pointer; }
.row { border: 1px solid var(--line); border-radius: .5rem; padding: .5rem .75rem .75rem; margin: .6rem 0; background: #fff; }
.row > p::first-letter { text-transform: uppercase; }
.row label { display: block; margin: .4rem 0 .1rem; }
.cells { display: grid; gap: 0 .8rem; } @media (min-width: 40rem) { .cells { display: flex; flex-wrap: wrap; align-items: end; } .cells > div { flex: 1 1 10rem; } .cells > .few { flex: 0 1 6.5rem; } }
details { margin: .6rem 0; } summary { padding: .65rem 0; cursor: pointer; color: #1b5fa8; }
:focus-visible { outline: 3px solid #1b5fa8; outline-offset: 2px; }
button, a.button { display: block; width: 100%; text-align: center; text-decoration: none; font: inherit; font-weight: 600; padding: .8rem 1rem; border-radius: .6rem; border: 2px solid var(--red); background: #fff; color: var(--red); margin: .6rem 0; cursor: pointer; }
button.first, a.first { background: var(--red); color: #fff; }
button.quiet { border-color: var(--line); color: var(--ink); }
.unseen { position: absolute; width: 1px; height: 1px; padding: 0; margin: -1px; overflow: hidden; clip-path: inset(50%); border: 0; }
.acts { border-top: 3px solid var(--red); padding-top: .6rem; margin-top: .5rem; }
dd ol, dd ul { margin: 0; padding-left: 1.4rem; } dd li { padding: .1rem 0; }
dl { margin: .5rem 0; } dt { border-top: 1px solid var(--line); padding-top: .5rem; color: var(--soft); font-size: .9rem; } dd { margin: 0 0 .5rem; white-space: pre-line; overflow-wrap: anywhere; }
dt.private, dd.private { background: #fff6dc; border-left: 5px solid #b98a00; padding-left: .75rem; } dt.private { color: var(--ink); font-weight: 600; border-top: 0; margin-top: .5rem; } dd.private { padding-bottom: .5rem; padding-right: .75rem; margin-bottom: .75rem; } dd ol { margin: .2rem 0; padding-left: 1.4rem; }
footer { margin-top: 2rem; border-top: 1px solid var(--line); padding-top: .5rem; }
@media print { button, form, a.button, footer { display: none; } }
`;
