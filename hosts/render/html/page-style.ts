/** The look of a report on a screen and on paper: ink on white, nothing that has to be fetched. */
export const pageStyle = `
:root{color-scheme:light;--ink:#1a1a1a;--soft:#555555;--line:#c8c8c8;--link:#00508c;--wash:#f5f6f7}
*{box-sizing:border-box}
body{margin:0;color:var(--ink);background:#fff;font:16px/1.5 system-ui,-apple-system,"Segoe UI","Liberation Sans",Arial,sans-serif}
main,header,nav,footer{max-width:60rem;margin:0 auto;padding:0 1.25rem}
header{padding-top:2rem}
h1{font-size:1.6rem;line-height:1.25;margin:.25rem 0 1rem}
h2{font-size:1.3rem;margin:3rem 0 .75rem;padding-top:.5rem;border-top:2px solid var(--ink)}
h3{font-size:1.05rem;margin:2rem 0 .5rem}
.kind{margin:0;color:var(--soft);font-weight:600}
.warning{border:1px solid #8a5a00;background:#fff7e6;padding:.6rem .8rem}
.facts{display:grid;grid-template-columns:max-content 1fr;gap:.15rem 1rem;margin:0}
.facts dt{color:var(--soft)}.facts dd{margin:0}
code{font:.85em/1.4 ui-monospace,Menlo,Consolas,"Liberation Mono",monospace;overflow-wrap:anywhere}
nav ol{columns:2;column-gap:2rem;padding-left:1.2rem;margin:.5rem 0}
nav h2{border:0;margin:1.5rem 0 .25rem}
a{color:var(--link)}
td a{text-decoration-color:#9bb8cc;text-underline-offset:.2em}
a:focus-visible,summary:focus-visible,.sheet:focus-visible{outline:3px solid #ffbf00;outline-offset:2px}
.skip{position:absolute;left:-99rem}.skip:focus{left:1rem;top:1rem;background:#fff;padding:.5rem 1rem}
.sheet{overflow-x:auto;margin:1.25rem 0 .5rem}
table{border-collapse:collapse;font-size:.92rem;font-variant-numeric:tabular-nums;min-width:50%}
caption{text-align:left;font-weight:600;padding:.25rem 0}
thead th,thead td{border-bottom:1px solid var(--ink)}
th,td{padding:.28rem .9rem .28rem 0;vertical-align:top;text-align:right}
tbody tr{border-bottom:1px solid #e6e6e6}
th[scope=row],thead td,.wordy th,.wordy td{text-align:left}
th[scope=row]{font-weight:400;padding-right:1.5rem;min-width:15rem}
td{white-space:nowrap}.wordy td{white-space:normal}
.note,figcaption{font-size:.9rem;color:var(--soft);margin:.25rem 0 .75rem}
figure{margin:2rem 0}figure svg{max-width:100%;height:auto}
summary{cursor:pointer;padding:.2rem 0}
.origins{font-size:.85rem;padding-left:1.2rem}.origins li{margin:.3rem 0;overflow-wrap:anywhere}
.rests a{white-space:nowrap}
:target{background:#fff3c4}
footer{margin-top:3rem;padding-top:1rem;padding-bottom:3rem;border-top:1px solid var(--line);font-size:.9rem;color:var(--soft)}
@media (max-width:40rem){nav ol{columns:1}}
@media print{
body{font-size:10pt}nav,.skip,.behind,details:not([open]){display:none}
main,header,footer{max-width:none;padding:0}
.sheet{overflow:visible}td{white-space:normal}
h2{break-after:avoid}h3,caption{break-after:avoid}figure,tr{break-inside:avoid}thead{display:table-header-group}
a{color:inherit;text-decoration:none}
@page{size:A4;margin:18mm 15mm}
}
`;
