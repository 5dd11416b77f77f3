/** How the page looks: on a screen, on a wall and on A4. Fonts are those of the reader's machine. */
export const STYLE = `
:root { --dark: #17457a; --pale: #b9d0ea; --accent: #b3470b; --ink: #1b1f24; --quiet: #565f6b; --line: #d5dbe2; --paper: #fff; }
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink);
  font: 17px/1.6 'Noto Sans CJK SC', 'Source Han Sans SC', 'PingFang SC', 'Microsoft YaHei', sans-serif; }
main, header { max-width: 1080px; margin: 0 auto; padding: 0 32px; }
header { padding-top: 40px; }
h1 { font-size: 40px; line-height: 1.25; text-wrap: balance; margin: 0 0 8px; color: var(--dark); }
h2 { font-size: 28px; margin: 56px 0 12px; padding-bottom: 8px; border-bottom: 4px solid var(--dark); color: var(--dark); }
h3 { font-size: 21px; margin: 32px 0 8px; }
.en { font-weight: 400; color: var(--quiet); font-size: 0.8em; }
p { margin: 8px 0 12px; }
nav ul { list-style: none; padding: 0; margin: 20px 0 0; display: flex; flex-wrap: wrap; gap: 8px 20px; }
a { color: var(--dark); }
.tiles { display: grid; grid-template-columns: repeat(4, 1fr); gap: 14px; margin: 24px 0; padding: 0; list-style: none; }
.tiles li { border-left: 6px solid var(--dark); background: #f2f6fb; padding: 12px 16px; }
.tiles strong { display: block; font-size: 38px; line-height: 1.2; font-variant-numeric: tabular-nums; white-space: nowrap; }
.tiles span { display: block; }
figure { margin: 16px 0 24px; }
figcaption { color: var(--quiet); margin-bottom: 6px; }
.chart { width: 100%; height: auto; display: block; }
.chart text { font-size: 17px; fill: var(--ink); }
.chart text.small { font-size: 15px; fill: var(--quiet); }
.chart text.on-dark { font-size: 14px; fill: #fff; font-weight: 700; }
.chart .end { text-anchor: end; } .chart .middle { text-anchor: middle; }
.chart .pale { fill: var(--pale); } .chart .dark { fill: var(--dark); }
.chart .funded { fill: var(--dark); } .chart .reserve { fill: #e2a36f; } .chart .other { fill: #ccd2d9; }
.chart .axis { stroke: var(--ink); stroke-width: 2; } .chart .grid { stroke: var(--line); }
.chart .mark { stroke: var(--quiet); stroke-width: 2; stroke-dasharray: 3 5; }
.chart .budget { stroke: var(--accent); stroke-width: 4; }
.key { display: inline-block; width: 1em; height: 1em; vertical-align: -0.1em; margin: 0 4px 0 14px; }
.key.dark, .key.funded { background: var(--dark); } .key.pale { background: var(--pale); }
.key.reserve { background: #e2a36f; } .key.other { background: #ccd2d9; }
table { border-collapse: collapse; width: 100%; margin: 12px 0 20px; font-size: 15px; line-height: 1.45; }
caption { text-align: left; font-weight: 700; padding: 6px 0; }
th, td { text-align: left; vertical-align: top; padding: 6px 8px; border-bottom: 1px solid var(--line); font-weight: 400; }
thead th { border-bottom: 2px solid var(--dark); font-weight: 700; }
thead .en { display: block; }
.short { white-space: nowrap; }
.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
code { font: 14px/1.4 ui-monospace, 'DejaVu Sans Mono', monospace; overflow-wrap: anywhere; }
details { margin: 8px 0; } summary { cursor: pointer; font-weight: 700; padding: 6px 0; }
.project { border: 1px solid var(--line); padding: 4px 18px 10px; margin: 18px 0; break-inside: avoid; }
.why { margin: 2px 0; padding-left: 1.2em; } .why .en { display: block; }
.sound { border-left: 6px solid #2c7a3f; background: #eef7f0; padding: 10px 16px; }
footer { max-width: 1080px; margin: 56px auto 40px; padding: 16px 32px 0; color: var(--quiet); border-top: 1px solid var(--line); }
@media (max-width: 700px) { .tiles { grid-template-columns: 1fr 1fr; } main, header { padding: 0 16px; } .scroll { overflow-x: auto; } }
@page { size: A4; margin: 14mm 12mm; }
@media print {
  body { font-size: 10.5pt; } main, header, footer { max-width: none; padding: 0; }
  h1 { font-size: 24pt; } h2 { font-size: 16pt; margin-top: 18pt; break-after: avoid; } h3 { font-size: 12.5pt; break-after: avoid; }
  .tiles strong { font-size: 20pt; } table { font-size: 8.5pt; } code { font-size: 8pt; } nav { display: none; }
  details::details-content { content-visibility: visible; block-size: auto; } summary { list-style: none; }
  tr, figure { break-inside: avoid; } thead { display: table-header-group; }
  .tiles li, .chart, .key, .sound { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
}
`;
