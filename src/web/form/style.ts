/** The look of the signed page: large letters, large buttons, one column, dark on light whatever the phone says. */
export const formStyle = `
:root { color-scheme: light; --ink: #1c1b1a; --red: #a8201a; --line: #d8d3cb; --paper: #fffdf9; --back: #f3efe8; }
* { box-sizing: border-box; }
html { font: 18px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif; color: var(--ink); background: var(--back); -webkit-text-size-adjust: 100%; }
body { margin: 0; }
main { max-width: 34rem; margin: 0 auto; padding: 1rem 1rem 3rem; background: var(--paper); min-height: 100vh; }
header { border-bottom: 3px solid var(--red); padding-bottom: .5rem; margin-bottom: 1rem; }
h1 { font-size: 1.2rem; line-height: 1.35; margin: 0 0 .2rem; }
h2 { font-size: 1.15rem; line-height: 1.4; margin: .4rem 0; }
p { margin: .4rem 0; overflow-wrap: anywhere; }
.small { color: #5d5850; font-size: .9rem; }
.bar { height: .5rem; background: var(--line); border-radius: .25rem; overflow: hidden; margin: .5rem 0 1rem; }
progress { width: 100%; height: .6rem; accent-color: var(--red); }
.note { border-left: 4px solid #b98a00; background: #fff6dc; padding: .5rem .75rem; margin: .75rem 0; }
.wrong { border-left: 4px solid var(--red); background: #fdeceb; padding: .5rem .75rem; margin: .75rem 0; }
.good { border-left: 4px solid #2d7a3a; background: #e9f5ea; padding: .5rem .75rem; margin: .75rem 0; }
label.option { display: flex; gap: .6rem; align-items: flex-start; padding: .7rem .6rem; border: 1px solid var(--line); border-radius: .5rem; margin: .4rem 0; }
label.option input { width: 1.4rem; height: 1.4rem; margin: .1rem 0 0; flex: none; accent-color: var(--red); }
input[type=text], textarea { width: 100%; font: inherit; padding: .7rem; border: 2px solid #8a847a; border-radius: .5rem; background: #fff; color: inherit; }
textarea { min-height: 9rem; resize: vertical; }
input[type=file] { width: 100%; font: inherit; padding: .6rem 0; }
input:focus-visible, textarea:focus-visible, button:focus-visible, a:focus-visible { outline: 3px solid #1b5fa8; outline-offset: 2px; }
button, a.button { display: block; width: 100%; text-align: center; text-decoration: none; font: inherit; font-weight: 600; padding: .8rem 1rem; border-radius: .6rem; border: 2px solid var(--red); background: #fff; color: var(--red); margin: .6rem 0; cursor: pointer; }
button.first, a.first { background: var(--red); color: #fff; }
.pair { display: flex; gap: .6rem; } .pair > * { flex: 1; }
ol { padding: 0; margin: .5rem 0; list-style: none; }
ol li { border-top: 1px solid var(--line); padding: .5rem 0; display: flex; gap: .75rem; justify-content: space-between; align-items: flex-start; }
ol li form { flex: none; } ol li form button { margin: 0; padding: .35rem .8rem; width: auto; font-size: .9rem; border-width: 1px; }
ol p { margin: 0; white-space: pre-line; } ol .small { display: block; }
footer { margin-top: 2rem; border-top: 1px solid var(--line); padding-top: .5rem; }
@media print { button, form { display: none; } }
`;
