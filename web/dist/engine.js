import{a,b}from"./chunks/chunk-SCJXNNMD.js";import"./chunks/chunk-LO2NM3CE.js";export{b as instantiate,a as load};
