"""The report's style sheet, which travels inside it: screen in both themes, and one sheet of paper."""

STYLE = """
:root{color-scheme:light dark;--paper:#fff;--wash:#f3f5f7;--ink:#17212b;--ink2:#4a5866;--rule:#ccd3d9;--link:#0b57a4;
--pass:#0b6a6a;--warn:#8a5a00;--fail:#a0143c}
@media (prefers-color-scheme:dark){:root{--paper:#12181d;--wash:#1b2329;--ink:#e9eef2;--ink2:#aab7c2;--rule:#36424c;
--link:#8cc2f5;--pass:#5fd0c5;--warn:#f2c14e;--fail:#ff9a86}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:1rem/1.5 system-ui,"Noto Sans",sans-serif;
font-variant-numeric:tabular-nums;overflow-wrap:break-word}
main{max-width:56rem;margin:auto;padding:1.5rem 1rem 3rem}
h1{font-size:1.625rem;line-height:1.2;margin:0 0 .5rem}h2{font-size:1.125rem;line-height:1.2;margin:0 0 .5rem}
p,ul,ol{margin:.25rem 0}ul,ol{padding-inline-start:1.25rem}a{color:var(--link)}
section{margin-block-start:1.5rem}
.panel{border:2px solid var(--ink);border-radius:8px;padding:.75rem 1rem;margin-block:.75rem}
.verdict{border-inline-start:6px solid var(--ink);background:var(--wash);padding:.75rem 1rem;margin-block-start:1rem}
.verdict h2{font-size:1.375rem;margin:0}
.verdict.pass{border-color:var(--pass)}.verdict.warn{border-color:var(--warn)}.verdict.fail{border-color:var(--fail)}
.what{display:flex;flex-wrap:wrap;gap:1.5rem}.what>div{flex:1 1 18rem}
figure{margin:0;background:#8c9298;padding:1rem;align-self:flex-start}
img{display:block;max-width:14rem;max-height:18rem;outline:1px solid #0b1116}
.facts{list-style:none;padding:0;margin:0 0 1rem}
.quiet,.group td:last-child{color:var(--ink2);font-size:.875rem}
table{border-collapse:collapse;width:100%}
th,td{text-align:start;vertical-align:top;padding:.375rem .75rem .375rem 0;border-block-end:1px solid var(--rule)}
thead th{color:var(--ink2);font-size:.8125rem;font-weight:400}tbody th{font-weight:600;width:32%}
td p{margin:0}td:last-child{width:8rem;white-space:nowrap}
.group h2 span{color:var(--ink2);font-weight:400}
.fail h2{color:var(--fail)}.group.warn h2{color:var(--warn)}.group.pass h2{color:var(--pass)}
.group.pass tbody th{font-weight:400}
.verdict h2{color:var(--ink)!important}
.sources li{font-size:.875rem}footer{margin-block-start:2rem;color:var(--ink2);font-size:.875rem}
@media (max-width:36rem){thead{position:absolute;clip-path:inset(50%)}tr{display:block;padding-block:.5rem;
border-block-end:1px solid var(--rule)}tbody th,td,td:last-child{display:block;width:auto;padding:0;border:0}}
@page{margin:12mm}
@media print{:root{color-scheme:light;--paper:#fff;--wash:#fff;--ink:#000;--ink2:#333;--rule:#999;--link:#000;
--pass:#000;--warn:#000;--fail:#000}
html{font-size:8.5pt}body{line-height:1.3}main{max-width:none;padding:0}
.verdict{border:1px solid #000;padding:2mm 3mm}section{margin-block-start:3mm}tr,li,figure{break-inside:avoid}
h2{break-after:avoid}th,td{padding-block:.6mm}figure{padding:2mm;-webkit-print-color-adjust:exact;
print-color-adjust:exact}img{max-width:35mm;max-height:45mm}a{text-decoration:none}}
"""
