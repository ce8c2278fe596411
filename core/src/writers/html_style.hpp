// SPDX-License-Identifier: Apache-2.0
// How the report looks: paper and ink, one accent, the verdicts' own shapes and colours, as on the page (web/src/styles).
// Dark is chosen, not inverted. Printed it is black on white, a claim a page.
#pragma once

#include <string_view>

namespace deltoid {

inline constexpr std::string_view report_style = R"css(
:root{color-scheme:light dark;--paper:#f7f5f0;--surface:#fffefb;--ink:#1d1c1a;--soft:#5c5850;--line:#e0dbd0;--accent:#1f4f8b;
--deny:#a9281b;--deny-wash:#fbeae6;--may:#815100;--may-wash:#faf0d9;--clean:#0b6353;--clean-wash:#e2f2ec;--wash:#f1eee6}
@media screen and (prefers-color-scheme:dark){:root{--paper:#131518;--surface:#1b1e22;--ink:#e8e5df;--soft:#a8a59d;--line:#32373d;
--accent:#8fbcf5;--deny:#ff9b8a;--deny-wash:#35201d;--may:#efbf5f;--may-wash:#322818;--clean:#6ed1b5;--clean-wash:#162b27;--wash:#24282d}}
*{box-sizing:border-box}
html{scroll-behavior:smooth;scroll-padding-top:16px}
body{margin:0;background:var(--paper);color:var(--ink);font:15px/1.47 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",sans-serif;
font-variant-numeric:tabular-nums}
header,main,footer{max-width:960px;margin:0 auto;padding:0 24px}
header{display:flex;flex-wrap:wrap;align-items:center;gap:8px 12px;padding-top:24px;padding-bottom:8px}
h1,h2,h3,p,ul,ol,dl,dd{margin:0;padding:0}
ul,ol{list-style:none}
h1{margin-top:20px;font-size:24px;line-height:1.3;font-weight:600;letter-spacing:-.01em;text-wrap:balance}
h2{font-size:18px;font-weight:600;margin:40px 0 12px}
h3{font-size:15px;font-weight:600}
p,dd,li{max-width:72ch;overflow-wrap:break-word}
a{color:var(--accent);text-decoration-thickness:1px;text-underline-offset:2px}
:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
svg{width:16px;height:16px;flex:none;vertical-align:-2.5px}
.brand{font-weight:600;display:flex;align-items:center;gap:8px}
.brand svg{width:24px;height:24px;color:var(--accent)}
.phi{margin-left:auto;font-size:13px;font-weight:600;border:1px solid;border-radius:6px;padding:4px 12px;color:var(--deny)}
.soft,.meta,.fix em{color:var(--soft);font-size:13px;font-style:normal}
main>.soft{margin-top:4px}
.figures{display:flex;flex-wrap:wrap;gap:1px;margin:24px 0 0;background:var(--line);border:1px solid var(--line);border-radius:6px;
overflow:hidden}
.figures li{flex:1 0 auto;min-width:112px;background:var(--surface);padding:12px 16px;color:var(--soft)}
.figures b{display:block;font-size:24px;line-height:1.25;font-weight:600;color:var(--ink);white-space:nowrap}
.figures span{font-size:13px}
.deny{color:var(--deny)}.may,.payer,.chart{color:var(--may)}.clean{color:var(--clean)}.note,.unchecked{color:var(--soft)}
.scroll{overflow-x:auto;background:var(--surface);border:1px solid var(--line);border-radius:6px}
table{border-collapse:collapse;width:100%}
th,td{text-align:left;vertical-align:top;padding:6px 16px;border-top:1px solid var(--line);overflow-wrap:anywhere}
thead th{border-top:0;font-size:13px;font-weight:600;color:var(--soft);overflow-wrap:normal}
tbody th{font-weight:400;min-width:15ch}
.file{min-width:20ch}.problem{min-width:32ch}
.money{text-align:right;white-space:nowrap;overflow-wrap:normal}
.notice{background:var(--may-wash);border-radius:6px;padding:12px 16px;margin-top:24px;max-width:none}
.good{background:var(--clean-wash);border-radius:6px;padding:16px;margin-top:24px;max-width:none}
.claim,.rule{background:var(--surface);border:1px solid var(--line);border-radius:6px;margin-top:12px;padding:16px}
.claim{content-visibility:auto;contain-intrinsic-size:auto 176px}
.head{display:flex;flex-wrap:wrap;align-items:baseline;gap:0 12px}
.head h3{overflow-wrap:anywhere}
.head .money{margin-left:auto;font-weight:600}
.finding{max-width:none;border-top:1px solid var(--line);margin-top:12px;padding-top:12px;display:grid;
grid-template-columns:168px minmax(0,1fr);gap:4px 16px}
.badge{display:flex;gap:8px;align-items:baseline;font-size:13px;font-weight:600}
.badge svg{position:relative;top:2.5px}
.fix{margin-top:8px}
.fix li{padding-left:24px;position:relative;margin-top:4px}
.fix li::before{content:"";position:absolute;left:0;top:4px;width:13px;height:13px;border:1.5px solid var(--soft);border-radius:3px}
.meta{margin-top:8px}
.rule dl{margin-top:8px;display:grid;grid-template-columns:168px minmax(0,1fr);gap:4px 16px}
.rule dd li+li{margin-top:4px}
.rule dt{color:var(--soft);font-size:13px;padding-top:1.5px}
.print{display:none}
footer{padding-top:40px;padding-bottom:40px}
footer p{margin-top:4px}
@media screen and (max-width:600px){header,main,footer{padding-left:16px;padding-right:16px}
.finding,.rule dl{grid-template-columns:minmax(0,1fr)}th,td{padding:6px 12px}.file{display:none}.problem{min-width:24ch}tbody th{min-width:10ch}}
@media print{:root{color-scheme:light;--paper:#fff;--surface:#fff;--wash:#fff;--may-wash:#fff;--clean-wash:#fff;--deny-wash:#fff;
--ink:#000;--soft:#333;--line:#999;--accent:#000;--deny:#000;--may:#000;--clean:#000}
body{font-size:10pt}header,main,footer{max-width:none;padding-left:0;padding-right:0}header{padding-top:0}
a{text-decoration:none}h2{break-after:avoid}h2.pages{display:none}.scroll{overflow:visible;border:0}
th,td{padding:4px 12px 4px 0}thead th{border-top:1px solid var(--line)}tbody th{min-width:12ch}
.money{padding-right:0}.figures{flex-wrap:nowrap}.figures li{flex:1 1 auto;min-width:0;padding:8px}.figures b{font-size:14pt}
.notice,.good{border:1px solid var(--line)}
tr,.finding,.rule,.figures li{break-inside:avoid}thead{display:table-header-group}
.claim{content-visibility:visible;break-before:page;border:0;padding:0;margin:0}.claim h3{font-size:14pt}
.rule{border-width:1px 0 0;border-radius:0;padding:8px 0;margin-top:8px}
.rules{break-before:page}.print{display:block}}
)css";

/// The shapes of the verdicts and the mark, drawn once and used by name.
inline constexpr std::string_view report_shapes = R"svg(<svg hidden>
<symbol id="mark" viewBox="0 0 24 24"><path d="M3 5.5C8 2.6 16 2.6 21 5.5L12.9 21.2a1 1 0 0 1-1.8 0Z" fill="currentColor"/></symbol>
<symbol id="deny" viewBox="0 0 16 16"><path d="M5.2 1.2h5.6l4 4v5.6l-4 4H5.2l-4-4V5.2zM7.3 4.2v4.6h1.4V4.2zM7.3 10.8v1.3h1.4v-1.3z" fill="currentColor" fill-rule="evenodd"/></symbol>
<symbol id="may" viewBox="0 0 16 16"><path d="M8 1.4 15.2 14.4H.8zM7.3 6v4h1.4V6zM7.3 11.5v1.3h1.4v-1.3z" fill="currentColor" fill-rule="evenodd"/></symbol>
<symbol id="chart" viewBox="0 0 16 16"><path d="M3 1.5h6.5L13 5v9.5H3zM9.3 1.7V5.2H13M5.5 8h5M5.5 10.8h5" fill="none" stroke="currentColor" stroke-width="1.4"/></symbol>
<symbol id="payer" viewBox="0 0 16 16"><path d="M8 1.5v12.6M4.5 14.2h7M3 3.7h10M3 3.7.9 9.2h4.2zM13 3.7l-2.1 5.5h4.2z" fill="none" stroke="currentColor" stroke-width="1.4"/></symbol>
<symbol id="note" viewBox="0 0 16 16"><circle cx="8" cy="8" r="6.6" fill="none" stroke="currentColor" stroke-width="1.4"/><path d="M8 7.2v4.3M8 4.3v.9" stroke="currentColor" stroke-width="1.4"/></symbol>
<symbol id="unchecked" viewBox="0 0 16 16"><path d="M2.5 8h11" stroke="currentColor" stroke-width="1.4" stroke-dasharray="3 1.6"/></symbol>
<symbol id="clean" viewBox="0 0 16 16"><path d="M4.8 8.3 7.1 10.6 11.3 5.7" fill="none" stroke="currentColor" stroke-width="1.4"/><circle cx="8" cy="8" r="6.6" fill="none" stroke="currentColor" stroke-width="1.4"/></symbol>
</svg>
)svg";

}  // namespace deltoid
