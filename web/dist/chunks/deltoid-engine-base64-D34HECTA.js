import"./chunk-LO2NM3CE.js";var A="AGFzbQEAAAA=";export{A as default};
